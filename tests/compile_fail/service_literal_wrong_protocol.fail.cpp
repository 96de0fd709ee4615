// SPDX-License-Identifier: BSL-1.0
// EXPECT: no_service_of_this_name_for_this_protocol
// syslog is 514/udp; 514/tcp is shell.
#include <portkit/service.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr UdpPort port = "syslog"_udp;
#else
constexpr TcpPort port = "syslog"_tcp;
#endif
