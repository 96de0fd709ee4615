// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: call to deleted (constructor|function)
// true is not port 1.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Port port = Port::of(1);
#else
constexpr Port port{true};
#endif
