// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: call to deleted (constructor|function)
// TcpPort::of checks the constant.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr TcpPort port = TcpPort::of(443);
#else
constexpr TcpPort port{443};
#endif
