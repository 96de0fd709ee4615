// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching constructor
// A number without a protocol becomes one of a protocol by name only.
#include <portkit/endpoint.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
TcpEndpoint make(Port port) { return TcpEndpoint{Ipv4Address::any(), TcpPort{port}}; }
#else
TcpEndpoint make(Port port) { return TcpEndpoint{Ipv4Address::any(), port}; }
#endif
