// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_PEERS_SWITCH_HPP
#define PORTKIT_BENCH_PEERS_SWITCH_HPP

#include <portkit/port.hpp>

#include <string_view>

namespace bench {

/// A switch over the ports 0-1023, written by write_switch.  Over all ports it would be as fast,
/// but take clang a minute to compile.
[[nodiscard]] std::string_view switch_name(portkit::TransportPort port) noexcept;

} // namespace bench
#endif // PORTKIT_BENCH_PEERS_SWITCH_HPP
