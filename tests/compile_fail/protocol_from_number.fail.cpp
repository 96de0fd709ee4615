// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (invalid conversion|cannot convert)
// EXPECT-CLANG: cannot initialize
// A number of the IP header is not silently a protocol that has ports.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
Protocol tcp() { return Protocol::tcp; }
#else
Protocol tcp() { return 6; }
#endif
