// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: could not convert .*TypedPort.*TypedPort
// EXPECT-CLANG: (no matching function|no viable conversion)
// A function of udp is not called with tcp (B13).
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
void open(UdpPort);
void call() { open(53_udp); }
#else
void open(UdpPort);
void call() { open(53_tcp); }
#endif
