// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching function
// A port has two bytes.
#include <portkit/port.hpp>

#include <array>
#include <cstddef>

using namespace portkit;

#ifdef PORTKIT_CONTROL
NetworkPort load(const std::array<std::byte, 2>& bytes) { return NetworkPort::load(bytes); }
#else
NetworkPort load(const std::array<std::byte, 3>& bytes) { return NetworkPort::load(bytes); }
#endif
