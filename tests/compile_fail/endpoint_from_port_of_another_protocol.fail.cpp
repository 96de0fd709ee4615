// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching constructor
// A TCP endpoint has a TCP port.
#include <portkit/endpoint.hpp>
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr TcpEndpoint endpoint{Ipv4Address::any(), 53_tcp};
#else
constexpr TcpEndpoint endpoint{Ipv4Address::any(), 53_udp};
#endif
