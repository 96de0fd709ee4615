// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (could not convert|cannot convert|conversion from).*bool
// EXPECT-CLANG: not contextually convertible
// Port 0 is a port.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool is_set(Port port) { return port.is_zero() ? false : true; }
#else
bool is_set(Port port) { return port ? true : false; }
#endif
