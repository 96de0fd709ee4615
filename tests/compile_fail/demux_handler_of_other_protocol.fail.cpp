// SPDX-License-Identifier: BSL-1.0
// EXPECT: a handler takes neither \(port, arguments...\) nor
// A handler of TCP ports is not given those of UDP.
#include <portkit/demux.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

using namespace portkit;

constexpr auto handler = [](TcpPort port) { return port.value(); };
constexpr auto rest = [] { return std::uint16_t{0}; };

#ifdef PORTKIT_CONTROL
constexpr int answer = Demux{on<53_tcp>(handler), otherwise(rest)}(53_udp);
#else
constexpr int answer = Demux{on<53_tcp, 53_udp>(handler), otherwise(rest)}(53_udp);
#endif
