// SPDX-License-Identifier: BSL-1.0
// EXPECT: an arm takes at least one port
// Such an arm would never be called.
#include <portkit/demux.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

using namespace portkit;

constexpr auto handler = [] { return 1; };

#ifdef PORTKIT_CONTROL
constexpr Demux demux{on<443_tcp>(handler), otherwise(handler)};
#else
constexpr Demux demux{on<>(handler), otherwise(handler)};
#endif
