// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PORTKIT_HPP
#define PORTKIT_PORTKIT_HPP

// Everything but the glue that is opt-in: host.hpp and de_facto.hpp.

#include <portkit/address.hpp>
#include <portkit/endpoint.hpp>
#include <portkit/policy.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/service.hpp>
#include <portkit/service_table.hpp>
#include <portkit/string.hpp>
#include <portkit/version.hpp>

#endif // PORTKIT_PORTKIT_HPP
