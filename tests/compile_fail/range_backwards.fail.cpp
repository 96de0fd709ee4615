// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_range_runs_backwards
// A range does not run backwards (F15).
#include <portkit/port_range.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr PortRange range = PortRange::of(1, 2);
#else
constexpr PortRange range = PortRange::of(2, 1);
#endif
