// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator==
// EXPECT-CLANG: invalid operands to binary expression
// 53/tcp and 53/udp are not comparable (B12), though both convert to TransportPort.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr bool same = 53_tcp == 53_tcp;
#else
constexpr bool same = 53_tcp == 53_udp;
#endif
