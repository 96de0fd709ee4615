// SPDX-License-Identifier: BSL-1.0
// EXPECT: deleted function
// The text to be printed is a view of the set.
#include <portkit/port_set.hpp>

using namespace portkit;

const PortSet a = "22"_ports;
const PortSet b = "80"_ports;
#ifdef PORTKIT_CONTROL
const PortSet both = a | b;
const auto text = format_as(both, dialect::nftables);
#else
const auto text = format_as(a | b, dialect::nftables);
#endif
