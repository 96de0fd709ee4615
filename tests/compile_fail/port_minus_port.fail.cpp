// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator-
// EXPECT-CLANG: invalid operands to binary expression
// The distance of two ports is one of their numbers.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
int distance(Port a, Port b) { return a.value() - b.value(); }
#else
int distance(Port a, Port b) { return a - b; }
#endif
