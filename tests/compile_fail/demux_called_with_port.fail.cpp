// SPDX-License-Identifier: BSL-1.0
// EXPECT: (no match for call|no matching function for call)
// Which protocol would it be of?
#include <portkit/demux.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

using namespace portkit;

constexpr auto handler = [] { return 1; };
constexpr Demux demux{on<443_tcp>(handler), otherwise(handler)};

#ifdef PORTKIT_CONTROL
constexpr int answer = demux(443_tcp);
#else
constexpr int answer = demux(443_port);
#endif
