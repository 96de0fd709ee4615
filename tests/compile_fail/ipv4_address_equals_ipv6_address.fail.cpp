// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator==
// EXPECT-CLANG: invalid operands to binary expression
// Not even through IpAddress, to which both convert: 192.0.2.1 against ::ffff:192.0.2.1?
#include <portkit/address.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool same(Ipv4Address a, Ipv6Address b) { return a.v4_mapped() == b; }
#else
bool same(Ipv4Address a, Ipv6Address b) { return a == b; }
#endif
