// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_SYSTEM_SERVICES_HPP
#define PORTKIT_BENCH_SYSTEM_SERVICES_HPP

#include "streams.hpp"

#if defined(__linux__)
#define PORTKIT_BENCH_HAS_SYSTEM_SERVICES
#endif

#if defined(PORTKIT_BENCH_HAS_SYSTEM_SERVICES)

// The C library's look-ups, which read the services file of this system.  Their answers are not
// compared: that file is older and smaller than the registry, or absent.

namespace bench {

/// They take some 10 microseconds each.
inline constexpr std::size_t system_query_count = 128;

[[nodiscard]] std::uint32_t system_service_port(portkit::TransportPort port);
[[nodiscard]] std::uint32_t system_service_port(NameQuery query);

} // namespace bench
#endif
#endif // PORTKIT_BENCH_SYSTEM_SERVICES_HPP
