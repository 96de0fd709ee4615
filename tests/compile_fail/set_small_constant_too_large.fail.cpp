// SPDX-License-Identifier: BSL-1.0
// EXPECT: more_ranges_than_the_set_has_room_for
// A constant that does not fit is refused, and not cut.
#include <portkit/small_port_set.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr SmallPortSet<2> set{22_port, 80_port, 81_port};
#else
constexpr SmallPortSet<2> set{22_port, 80_port, 82_port};
#endif
