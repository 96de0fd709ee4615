// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator\+
// EXPECT-CLANG: invalid operands to binary expression
// Sums of ports wrap (B17, B19): offset says when there is no such port.
#include <portkit/port.hpp>

#include <optional>

using namespace portkit;

#ifdef PORTKIT_CONTROL
std::optional<Port> next(Port port) { return port.offset(1); }
#else
std::optional<Port> next(Port port) { return port + 1; }
#endif
