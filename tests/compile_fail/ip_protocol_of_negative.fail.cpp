// SPDX-License-Identifier: BSL-1.0
// EXPECT: ip_protocol_number_outside_0_to_255
// -1 is not 255.
#include <portkit/ip_protocol.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr IpProtocol protocol = IpProtocol::of(0);
#else
constexpr IpProtocol protocol = IpProtocol::of(-1);
#endif
