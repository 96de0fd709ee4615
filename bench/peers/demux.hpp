// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_PEERS_DEMUX_HPP
#define PORTKIT_BENCH_PEERS_DEMUX_HPP

#include <portkit/demux.hpp>
#include <portkit/port.hpp>

#include <cstddef>
#include <cstdint>

namespace bench {

/// A little work, another for each arm, so that no compiler makes a table of answers.
template <unsigned Arm>
inline constexpr auto handler = [](portkit::TransportPort port, std::uint32_t x) noexcept {
  if constexpr (Arm % 3 == 0)
    return x + Arm;
  else if constexpr (Arm % 3 == 1)
    return x * (2 * Arm + 1);
  else
    return x ^ Arm << 8 ^ port.key();
};

/// The same arms in each form; write_demux writes those of 4, 32 and 300.
template <std::size_t Count>
struct Arms;

} // namespace bench
#endif // PORTKIT_BENCH_PEERS_DEMUX_HPP
