// SPDX-License-Identifier: BSL-1.0
#include "random.hpp"
#include "suite.hpp"
#include "tables.hpp"

// What the machine does to us: a mispredicted branch costs two or three times more on some hosts,
// or at some times, and then peers with branches look worse than they are.

namespace bench {

namespace {

Stream<std::uint8_t> bits(std::string name, std::uint8_t period) {
  Stream<std::uint8_t> stream{std::move(name)};
  Random random{1};
  for (std::size_t i = 0; i != stream_size; ++i)
    stream.queries.push_back(
        static_cast<std::uint8_t>(period == 0 ? random.below(2) : i / period % 2));
  return stream;
}

std::uint32_t branch(std::uint8_t bit) {
  std::uint32_t answer = 1;
  if (bit != 0) {
    answer = 3;
    benchmark::DoNotOptimize(answer); // keeps a branch where a select would do
  }
  return answer;
}

} // namespace

void add_probe() {
  static const Stream<std::uint8_t> random = bits("random", 0);
  static const Stream<std::uint8_t> regular = bits("regular", 2);
  const auto ask = [](std::uint8_t bit) noexcept { return branch(bit); };
  add(probe_table, random, "branch", ask, false);
  add(probe_table, regular, "branch", ask, false);
}

} // namespace bench
