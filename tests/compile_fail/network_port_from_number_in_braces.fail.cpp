// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching (conversion|constructor)
// Nor in braces.
#include <portkit/port.hpp>

#include <cstdint>

using namespace portkit;

#ifdef PORTKIT_CONTROL
NetworkPort take(std::uint16_t sin_port) { return NetworkPort::from_raw(sin_port); }
#else
NetworkPort take(std::uint16_t sin_port) { return NetworkPort{sin_port}; }
#endif
