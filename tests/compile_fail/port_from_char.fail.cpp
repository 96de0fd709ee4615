// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: call to deleted (constructor|function)
// 'P' is not port 80.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Port port = Port::of(80);
#else
constexpr Port port{'P'};
#endif
