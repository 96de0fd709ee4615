// SPDX-License-Identifier: BSL-1.0
// EXPECT: no matching (member )?function for call
#include <portkit/host_port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
TcpPort port(const HostPort& upstream) { return upstream.port_or(853_tcp); }
#else
auto port(const HostPort& upstream) { return upstream.port_or(853); }
#endif
