// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator==
// EXPECT-CLANG: invalid operands to binary expression
// Endpoints of two protocols are not comparable, though both convert to TransportEndpoint.
#include <portkit/endpoint.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool same(TcpEndpoint a, TcpEndpoint b) { return a == b; }
#else
bool same(TcpEndpoint a, UdpEndpoint b) { return a == b; }
#endif
