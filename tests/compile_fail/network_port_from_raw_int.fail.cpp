// SPDX-License-Identifier: BSL-1.0
// EXPECT: no matching function for call to .*from_raw
// A field has 16 bits; a wider number would lose its upper ones.
#include <portkit/port.hpp>

#include <cstdint>

using namespace portkit;

#ifdef PORTKIT_CONTROL
NetworkPort take(std::uint16_t field) { return NetworkPort::from_raw(field); }
#else
NetworkPort take(int field) { return NetworkPort::from_raw(field); }
#endif
