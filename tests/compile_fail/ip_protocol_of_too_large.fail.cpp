// SPDX-License-Identifier: BSL-1.0
// EXPECT: ip_protocol_number_outside_0_to_255
// 262 (IPPROTO_MPTCP of Linux) is no protocol number of IP, and not TCP.
#include <portkit/ip_protocol.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr IpProtocol protocol = IpProtocol::of(255);
#else
constexpr IpProtocol protocol = IpProtocol::of(262);
#endif
