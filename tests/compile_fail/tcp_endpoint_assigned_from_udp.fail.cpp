// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator=
// EXPECT-CLANG: no viable overloaded .=
// F7: elsewhere any endpoint converts.
#include <portkit/endpoint.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
void copy(TcpEndpoint& to, const TcpEndpoint& from) { to = from; }
#else
void copy(TcpEndpoint& to, const UdpEndpoint& from) { to = from; }
#endif
