// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator==
// EXPECT-CLANG: invalid operands to binary expression
// Of which byte order would the number be?
#include <portkit/address.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool is_any(const IpAddress& address) { return address == Ipv4Address::any(); }
#else
bool is_any(const IpAddress& address) { return address == 0; }
#endif
