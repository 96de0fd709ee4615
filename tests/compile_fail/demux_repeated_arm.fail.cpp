// SPDX-License-Identifier: BSL-1.0
// EXPECT: two arms of a Demux take the same port
// EXPECT: PortOfTwoArms<443, .*udp>
// Also if the two arms are alike to the letter.
#include <portkit/demux.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

using namespace portkit;

constexpr auto handler = [] { return 1; };

#ifdef PORTKIT_CONTROL
constexpr Demux demux{on<443_tcp>(handler), on<443_udp>(handler), otherwise(handler)};
#else
constexpr Demux demux{on<443_udp>(handler), on<443_udp>(handler), otherwise(handler)};
#endif
