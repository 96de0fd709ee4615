// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator<
// EXPECT-CLANG: invalid operands to binary expression
// Nor ordered.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr bool less = 53_tcp < 54_tcp;
#else
constexpr bool less = 53_tcp < 54_udp;
#endif
