// SPDX-License-Identifier: BSL-1.0
// EXPECT: the last arm of a Demux, and no other, is otherwise
// The first one would never be called, or the second.
#include <portkit/demux.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

using namespace portkit;

constexpr auto handler = [] { return 1; };

#ifdef PORTKIT_CONTROL
constexpr Demux demux{on<443_tcp>(handler), otherwise(handler)};
#else
constexpr Demux demux{otherwise(handler), on<443_tcp>(handler), otherwise(handler)};
#endif
