// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: could not convert
// EXPECT-CLANG: (no matching function|no viable conversion)
// A number without a protocol becomes one of a protocol by name only.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
void open(TcpPort);
void call(Port port) { open(TcpPort{port}); }
#else
void open(TcpPort);
void call(Port port) { open(port); }
#endif
