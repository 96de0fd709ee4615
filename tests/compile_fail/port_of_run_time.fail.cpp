// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: not a constant expression
// EXPECT-CLANG: (is not a constant expression|not a constant)
// of is for constants; from is for what is known at run time only.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool is_port(int n) { return Port::from(n).has_value(); }
#else
bool is_port(int n) { return Port::of(n) == Port{}; }
#endif
