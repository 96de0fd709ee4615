// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PORT_RANGE_HPP
#define PORTKIT_PORT_RANGE_HPP

// The three kinds of port range.

#include <portkit/plain_port_range.hpp>
#include <portkit/transport_port_range.hpp>
#include <portkit/typed_port_range.hpp>

#endif // PORTKIT_PORT_RANGE_HPP
