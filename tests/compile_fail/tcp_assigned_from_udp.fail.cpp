// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator=
// EXPECT-CLANG: no viable overloaded .=.
// Nor assigned.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
void set(TcpPort& to, TcpPort from) { to = from; }
#else
void set(TcpPort& to, UdpPort from) { to = from; }
#endif
