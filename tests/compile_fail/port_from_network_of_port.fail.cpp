// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (could not convert|cannot convert|no matching)
// EXPECT-CLANG: (no viable conversion|no matching)
// Nor back.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
Port swap(NetworkPort port) { return Port::from_network(port); }
#else
Port swap(Port port) { return Port::from_network(port); }
#endif
