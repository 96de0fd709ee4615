// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PORT_SET_HPP
#define PORTKIT_PORT_SET_HPP

// The four kinds of port set, and the dialects that they are read from and printed in.

#include <portkit/dialect.hpp>
#include <portkit/plain_port_set.hpp>
#include <portkit/small_port_set.hpp>
#include <portkit/transport_port_set.hpp>
#include <portkit/typed_port_set.hpp>

#endif // PORTKIT_PORT_SET_HPP
