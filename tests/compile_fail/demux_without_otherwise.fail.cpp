// SPDX-License-Identifier: BSL-1.0
// EXPECT: the last arm of a Demux, and no other, is otherwise
// A packet to any other port would go nowhere.
#include <portkit/demux.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

using namespace portkit;

constexpr auto handler = [] { return 1; };

#ifdef PORTKIT_CONTROL
constexpr Demux demux{on<443_tcp>(handler), otherwise(handler)};
#else
constexpr Demux demux{on<443_tcp>(handler), on<53_udp>(handler)};
#endif
