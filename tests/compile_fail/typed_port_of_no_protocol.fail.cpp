// SPDX-License-Identifier: BSL-1.0
// EXPECT: portkit: this is no transport protocol that has ports
// GRE, ICMP and the like have no ports (B15).
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
TypedPort<Protocol{6}> port;
#else
TypedPort<Protocol{1}> port;
#endif
