// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator==
// EXPECT-CLANG: invalid operands to binary expression
// Say which of the two questions is meant.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr bool same = (53_tcp).port() == 53_port;
#else
constexpr bool same = 53_tcp == 53_port;
#endif
