// SPDX-License-Identifier: BSL-1.0
// EXPECT: no matching function
// The port of a name depends on the protocol.
#include <portkit/port_set.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
const auto ports = parse<TcpPortSet>("ssh", dialect::list_with_services);
#else
const auto ports = parse<PortSet>("ssh", dialect::list_with_services);
#endif
