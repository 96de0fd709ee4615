// SPDX-License-Identifier: BSL-1.0
// EXPECT: no matching function
// nmap's list says the protocol of each port; a PortSet would lose it.
#include <portkit/port_set.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
const auto ports = parse<TransportPortSet>("T:80", dialect::nmap);
#else
const auto ports = parse<PortSet>("T:80", dialect::nmap);
#endif
