// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator<<.
// EXPECT-CLANG: invalid operands to binary expression
// TCP's number, printed as a character, is the byte 6 (B32).
#include <portkit/ip_protocol.hpp>

#include <ostream>

using namespace portkit;

#ifdef PORTKIT_CONTROL
void print(std::ostream& out, IpProtocol protocol) { out << +protocol.value(); }
#else
void print(std::ostream& out, IpProtocol protocol) { out << protocol; }
#endif
