// SPDX-License-Identifier: BSL-1.0
// EXPECT: two arms of a Demux take the same port
// EXPECT: PortOfTwoArms<6063, .*tcp>
// The first port that is in both is named.
#include <portkit/demux.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

using namespace portkit;

constexpr auto handler = [] { return 1; };

#ifdef PORTKIT_CONTROL
constexpr Demux demux{on<TcpPortRange::of(6000, 6063)>(handler),
                      on<TcpPortRange::of(6064, 6070)>(handler), otherwise(handler)};
#else
constexpr Demux demux{on<TcpPortRange::of(6063, 6070)>(handler),
                      on<TcpPortRange::of(6000, 6063)>(handler), otherwise(handler)};
#endif
