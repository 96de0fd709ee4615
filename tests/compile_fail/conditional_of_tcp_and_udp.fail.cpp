// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (operands to .* have different types|no match for ternary)
// EXPECT-CLANG: incompatible operand types
// Nor by a conditional.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
TransportPort choose(bool b) { return b ? TransportPort{53_tcp} : TransportPort{53_udp}; }
#else
TransportPort choose(bool b) { return b ? 53_tcp : 53_udp; }
#endif
