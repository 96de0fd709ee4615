// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: narrowing conversion
// EXPECT-CLANG: (cannot be narrowed|narrowing)
// A part of an IPv4 address is a byte.
#include <portkit/ipv4_address.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Ipv4Address address{255, 0, 0, 1};
#else
constexpr Ipv4Address address{300, 0, 0, 1};
#endif
