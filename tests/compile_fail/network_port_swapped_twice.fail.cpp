// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: has no member named .to_network
// EXPECT-CLANG: no member named .to_network
// What is in network order already is not swapped again (B1).
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
NetworkPort swap(Port port) { return port.to_network(); }
#else
NetworkPort swap(Port port) { return port.to_network().to_network(); }
#endif
