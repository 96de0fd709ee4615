// SPDX-License-Identifier: BSL-1.0
// EXPECT: not_a_transport_protocol_that_has_ports
// Braces make a Protocol of any number.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr TransportPort port{Protocol{6}, 443_port};
#else
constexpr TransportPort port{Protocol{1}, 443_port};
#endif
