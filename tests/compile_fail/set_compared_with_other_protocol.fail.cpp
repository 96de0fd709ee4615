// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator==
// EXPECT-CLANG: invalid operands to binary expression
// Sets of two protocols are never equal, and never asked.
#include <portkit/typed_port_set.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool equal(const TcpPortSet& a, const UdpPortSet& b) { return a.ports() == b.ports(); }
#else
bool equal(const TcpPortSet& a, const UdpPortSet& b) { return a == b; }
#endif
