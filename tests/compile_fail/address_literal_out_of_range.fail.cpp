// SPDX-License-Identifier: BSL-1.0
// EXPECT: text_constant_breaks_the_rule
// A part of an IPv4 address is at most 255.
#include <portkit/address.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr IpAddress address = "255.1.1.1"_ip;
#else
constexpr IpAddress address = "256.1.1.1"_ip;
#endif
