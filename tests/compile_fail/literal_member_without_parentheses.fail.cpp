// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: unable to find numeric literal operator .*_tcp.value
// EXPECT-CLANG: (no matching literal operator|invalid suffix|no matching).*_tcp.value
// C++ takes the dot for a part of the number; the documentation says to write parentheses.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto number = (443_tcp).value();
#else
constexpr auto number = 443_tcp.value();
#endif
