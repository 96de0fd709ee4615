// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (cannot convert|could not convert|no matching function)
// EXPECT-CLANG: no viable conversion
// Ranges of two protocols have no port in common, and are never asked.
#include <portkit/port_range.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool meet(TcpPortRange a, UdpPortRange b) { return a.ports().overlaps(b.ports()); }
#else
bool meet(TcpPortRange a, UdpPortRange b) { return a.overlaps(b); }
#endif
