// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PORT_HPP
#define PORTKIT_PORT_HPP

#include <portkit/network_port.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/port_class.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/typed_port.hpp>

// The header the world includes: Port, TypedPort, TransportPort and NetworkPort, their literals,
// IANA classes and text.  It holds nothing of its own.

#endif // PORTKIT_PORT_HPP
