// SPDX-License-Identifier: BSL-1.0
// EXPECT: text_constant_breaks_the_rule
// The host that runs the program knows its zones, the compiler does not.
#include <portkit/address.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Ipv6Address address = "fe80::1%3"_ipv6;
#else
constexpr Ipv6Address address = "fe80::1%eth0"_ipv6;
#endif
