// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_PEERS_GPERF_HPP
#define PORTKIT_BENCH_PEERS_GPERF_HPP

#include <cstddef>

// What the source that gperf makes of write_gperf's output defines.

namespace bench {

struct GperfRow {
  const char* name;
  unsigned short ports[4]; ///< by protocol_index, 0 for none
};

/// Null for a name it does not know.
[[nodiscard]] const GperfRow* find_by_gperf(const char* name, std::size_t size);

} // namespace bench
#endif // PORTKIT_BENCH_PEERS_GPERF_HPP
