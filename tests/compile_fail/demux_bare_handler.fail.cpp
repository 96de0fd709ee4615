// SPDX-License-Identifier: BSL-1.0
// EXPECT: is_arm<
// A handler alone says neither of which ports it is, nor that it is of the rest.
#include <portkit/demux.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

using namespace portkit;

constexpr auto handler = [] { return 1; };

#ifdef PORTKIT_CONTROL
constexpr Demux demux{on<443_tcp>(handler), otherwise(handler)};
#else
constexpr Demux demux{on<443_tcp>(handler), handler};
#endif
