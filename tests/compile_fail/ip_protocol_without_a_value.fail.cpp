// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching constructor
// There is no neutral protocol: 0 is HOPOPT.
#include <portkit/ip_protocol.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
IpProtocol protocol{Protocol::tcp};
#else
IpProtocol protocol{};
#endif
