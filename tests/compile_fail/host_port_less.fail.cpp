// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator<
// EXPECT-CLANG: invalid operands to binary expression
// A view has no order that would outlive its text.
#include <portkit/host_port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool test(const HostPort& a, const HostPort& b) { return a == b; }
#else
bool test(const HostPort& a, const HostPort& b) { return a < b; }
#endif
