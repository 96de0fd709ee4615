// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_number_outside_0_to_65535
// The error names the rule that is broken.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Port port = Port::of(65535);
#else
constexpr Port port = Port::of(65536);
#endif
