// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching constructor
// Asio takes an int here, and -1 too, without a warning.
#include <portkit/endpoint.hpp>
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr TcpEndpoint endpoint{Ipv4Address::any(), TcpPort::of(70)};
#else
constexpr TcpEndpoint endpoint{Ipv4Address::any(), 70};
#endif
