// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching (conversion|constructor)
// The step between protocols is by name: UdpPort{port.port()}.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
UdpPort same_number(TcpPort port) { return UdpPort{port.port()}; }
#else
UdpPort same_number(TcpPort port) { return UdpPort{port}; }
#endif
