// SPDX-License-Identifier: BSL-1.0
// EXPECT: is not a constant expression
// A text that arrives at run time goes through parse, which may refuse it.
#include <portkit/endpoint.hpp>

#include <string_view>

using namespace portkit;

#ifdef PORTKIT_CONTROL
Result<TcpEndpoint> make(std::string_view text) { return parse<TcpEndpoint>(text); }
#else
TcpEndpoint make(std::string_view text) { return TcpEndpoint::of(text); }
#endif
