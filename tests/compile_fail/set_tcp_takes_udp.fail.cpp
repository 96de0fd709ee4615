// SPDX-License-Identifier: BSL-1.0
// EXPECT: no matching (member )?function
// A UDP port is no member of a set of TCP ports.
#include <portkit/port.hpp>
#include <portkit/typed_port_set.hpp>

using namespace portkit;

void add(TcpPortSet& set) {
#ifdef PORTKIT_CONTROL
  set.insert(53_tcp);
#else
  set.insert(53_udp);
#endif
}
