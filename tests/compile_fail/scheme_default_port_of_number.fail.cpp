// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (no matching function|cannot convert|could not convert)
// EXPECT-CLANG: no matching function
// A number is no port.
#include <portkit/port.hpp>
#include <portkit/scheme.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool can_be_left_out(Port port) { return is_default_port("https", port); }
#else
bool can_be_left_out(int port) { return is_default_port("https", port); }
#endif
