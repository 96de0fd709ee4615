// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: call to deleted (constructor|function)
// A plain 443 is an int: Port::of checks the constant.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Port port = Port::of(443);
#else
constexpr Port port{443};
#endif
