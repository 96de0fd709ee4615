// SPDX-License-Identifier: BSL-1.0
// EXPECT: text_constant_breaks_the_rule
// ::1:80 is an address too (B21).
#include <portkit/endpoint.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto endpoint = TcpEndpoint::of("[::1]:80");
#else
constexpr auto endpoint = TcpEndpoint::of("::1:80");
#endif
