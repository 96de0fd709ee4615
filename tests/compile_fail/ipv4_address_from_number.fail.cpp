// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (no matching function for call|could not convert|cannot convert)
// EXPECT-CLANG: no matching
// Of which byte order would the number be?  Bytes say it.
#include <portkit/ipv4_address.hpp>

#include <array>
#include <cstdint>

using namespace portkit;

#ifdef PORTKIT_CONTROL
Ipv4Address make(std::array<unsigned char, 4> bytes) { return Ipv4Address::from_bytes(bytes); }
#else
Ipv4Address make(std::uint32_t s_addr) { return Ipv4Address{s_addr}; }
#endif
