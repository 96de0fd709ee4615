// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (could not convert|cannot convert|conversion from)
// EXPECT-CLANG: no viable conversion
// The value is taken by name, so that the reader sees where it may be missing.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
Port port() { return parse<Port>("443").value_or(Port{}); }
#else
Port port() { return parse<Port>("443"); }
#endif
