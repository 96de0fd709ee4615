// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching function
// Nor is a pointer a promise of two.
#include <portkit/port.hpp>

#include <span>

using namespace portkit;

#ifdef PORTKIT_CONTROL
NetworkPort load(const unsigned char* bytes) {
  return NetworkPort::load(std::span<const unsigned char, 2>{bytes, 2});
}
#else
NetworkPort load(const unsigned char* bytes) { return NetworkPort::load(bytes); }
#endif
