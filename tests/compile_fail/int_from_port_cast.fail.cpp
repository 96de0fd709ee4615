// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: invalid .static_cast.
// EXPECT-CLANG: (no matching conversion|static_cast)
// Not by a cast either, which would hide the byte order.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
int number(Port port) { return static_cast<int>(port.value()); }
#else
int number(Port port) { return static_cast<int>(port); }
#endif
