// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_BARS_HPP
#define PORTKIT_BENCH_BARS_HPP

#include "report.hpp"

namespace bench {

/// Prints every bar that portkit has set itself, met or missed.  A missed one is no failure: the
/// machine may be noisy, and a reader can see by how much.
void print_bars(const Collector& collector);

} // namespace bench
#endif // PORTKIT_BENCH_BARS_HPP
