// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator==
// EXPECT-CLANG: invalid operands to binary expression
// A constant is written 443_port.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool is_https(Port port) { return port == 443_port; }
#else
bool is_https(Port port) { return port == 443; }
#endif
