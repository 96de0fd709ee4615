// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_range_runs_backwards
// Nor one of ports.
#include <portkit/port_range.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr PortRange range = PortRange::of(80_port, 90_port);
#else
constexpr PortRange range = PortRange::of(90_port, 80_port);
#endif
