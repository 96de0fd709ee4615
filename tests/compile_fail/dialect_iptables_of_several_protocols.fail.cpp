// SPDX-License-Identifier: BSL-1.0
// EXPECT: no matching function
// A rule of iptables names one protocol: printed without it, 53/udp would open 53/tcp.
#include <portkit/port_set.hpp>

using namespace portkit;

const TransportPortSet ports{53_udp, 80_tcp};
#ifdef PORTKIT_CONTROL
const auto text = format_as(ports.ports(Protocol::udp), dialect::iptables);
#else
const auto text = format_as(ports, dialect::iptables);
#endif
