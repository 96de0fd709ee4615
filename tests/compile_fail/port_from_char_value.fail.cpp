// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (no matching function|constraints not satisfied)
// EXPECT-CLANG: no matching function
// from takes numbers; a character is none ('8' is 56).
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool is_port(int c) { return Port::from(c).has_value(); }
#else
bool is_port(char c) { return Port::from(c).has_value(); }
#endif
