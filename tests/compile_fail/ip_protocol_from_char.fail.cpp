// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: call to deleted (constructor|function)
// '6' is 54, and not TCP.
#include <portkit/ip_protocol.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr IpProtocol protocol = IpProtocol::of(6);
#else
constexpr IpProtocol protocol{'6'};
#endif
