// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (is private within this context|no matching function)
// EXPECT-CLANG: (calling a private constructor|no matching)
// Two ports make a range by from, which checks their order.
#include <portkit/port_range.hpp>

#include <optional>

using namespace portkit;

#ifdef PORTKIT_CONTROL
std::optional<PortRange> make(Port a, Port b) { return PortRange::from(a, b); }
#else
PortRange make(Port a, Port b) { return PortRange{a, b}; }
#endif
