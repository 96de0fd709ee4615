// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_number_outside_0_to_65535
// The same for a port of no protocol.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto port = 65535_port;
#else
constexpr auto port = 65536_port;
#endif
