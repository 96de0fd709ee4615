// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_range_runs_backwards
// Nor does one of TCP ports.
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr TcpPortRange range = TcpPortRange::of(80_tcp, 90_tcp);
#else
constexpr TcpPortRange range = TcpPortRange::of(90_tcp, 80_tcp);
#endif
