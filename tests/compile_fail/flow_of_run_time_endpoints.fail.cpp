// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function
// EXPECT-CLANG: no matching (constructor|function)
// Endpoints whose protocols are known at run time only may differ in it: from() is asked.
#include <portkit/flow.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
auto pair(const TransportEndpoint& a, const TransportEndpoint& b) { return Flow::from(a, b); }
#else
auto pair(const TransportEndpoint& a, const TransportEndpoint& b) { return Flow{a, b}; }
#endif
