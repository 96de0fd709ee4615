// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_number_outside_0_to_65535
// Its last port is 65535.
#include <portkit/port_range.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr PortRange range = PortRange::of(0, 65535);
#else
constexpr PortRange range = PortRange::of(0, 65536);
#endif
