// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching (conversion|constructor)
// The protocol must be said.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
TransportPort make(Port port) { return TransportPort{Protocol::tcp, port}; }
#else
TransportPort make(Port port) { return TransportPort{port}; }
#endif
