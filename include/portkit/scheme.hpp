// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_SCHEME_HPP
#define PORTKIT_SCHEME_HPP

// URL schemes: their default ports, and the hosts and URLs that leave them out.

#include <portkit/default_port.hpp>
#include <portkit/host_port.hpp>
#include <portkit/url_authority.hpp>

#endif // PORTKIT_SCHEME_HPP
