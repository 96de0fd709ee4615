// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_number_outside_0_to_65535
// 2^32 + 80 is not 80.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Port port = Port::of(80LL);
#else
constexpr Port port = Port::of(4294967376LL);
#endif
