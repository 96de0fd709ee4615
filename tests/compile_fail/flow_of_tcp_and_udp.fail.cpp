// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: deduced conflicting values for non-type parameter
// EXPECT-CLANG: deduced conflicting values for parameter
// Both ends of a flow speak one protocol (B12).
#include <portkit/flow.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Flow flow{TcpEndpoint::of("192.0.2.1:40000"), TcpEndpoint::of("192.0.2.2:53")};
#else
constexpr Flow flow{TcpEndpoint::of("192.0.2.1:40000"), UdpEndpoint::of("192.0.2.2:53")};
#endif
