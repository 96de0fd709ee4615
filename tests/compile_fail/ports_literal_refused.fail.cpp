// SPDX-License-Identifier: BSL-1.0
// EXPECT: text_constant_breaks_the_rule
// A range that runs backwards is no list of ports (F15).
#include <portkit/port_set.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr PortSet ports = "22,80-90"_ports;
#else
constexpr PortSet ports = "22,90-80"_ports;
#endif
