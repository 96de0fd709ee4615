// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching constructor
// There is no neutral protocol, so no default.
#include <portkit/endpoint.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
TcpEndpoint endpoint{};
#else
TransportEndpoint endpoint{};
#endif
