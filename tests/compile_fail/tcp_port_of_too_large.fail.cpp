// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_number_outside_0_to_65535
// The same for typed ports.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr TcpPort port = TcpPort::of(7000);
#else
constexpr TcpPort port = TcpPort::of(70000);
#endif
