// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_number_outside_0_to_65535
// -1 is not 65535.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Port port = Port::of(1);
#else
constexpr Port port = Port::of(-1);
#endif
