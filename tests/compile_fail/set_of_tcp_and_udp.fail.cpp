// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator\|
// EXPECT-CLANG: invalid operands to binary expression
// A set of TCP ports and one of UDP ports have no union but a TransportPortSet (B18).
#include <portkit/transport_port_set.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
TransportPortSet unite(const TcpPortSet& a, const UdpPortSet& b) { return TransportPortSet{a} | b; }
#else
auto unite(const TcpPortSet& a, const UdpPortSet& b) { return a | b; }
#endif
