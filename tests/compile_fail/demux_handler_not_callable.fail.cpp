// SPDX-License-Identifier: BSL-1.0
// EXPECT: a handler takes neither \(port, arguments...\) nor
// A handler that cannot take the packet.
#include <portkit/demux.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

using namespace portkit;

constexpr Demux demux{on<443_tcp>([](int) { return 1; }), otherwise([](auto...) { return 0; })};

#ifdef PORTKIT_CONTROL
constexpr int answer = demux(443_tcp, 5);
#else
constexpr int answer = demux(443_tcp, nullptr);
#endif
