// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_RANDOM_HPP
#define PORTKIT_BENCH_RANDOM_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace bench {

/// Not std::uniform_int_distribution, whose numbers differ between standard libraries.
class Random {
public:
  explicit Random(std::uint64_t seed) : engine_{seed} {}

  [[nodiscard]] std::size_t below(std::size_t limit) { return (engine_() >> 11) % limit; }
  [[nodiscard]] double fraction() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }

  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

private:
  std::mt19937_64 engine_;
};

/// Rank r of `ranks` comes with a probability in proportion to 1 / (r + 1).
class Zipf {
public:
  explicit Zipf(std::size_t ranks) {
    double sum = 0;
    for (std::size_t rank = 0; rank != ranks; ++rank)
      sums_.push_back(sum += 1.0 / static_cast<double>(rank + 1));
  }

  [[nodiscard]] std::size_t operator()(Random& random) const {
    const auto place =
        std::lower_bound(sums_.begin(), sums_.end(), random.fraction() * sums_.back());
    return std::min(static_cast<std::size_t>(place - sums_.begin()), sums_.size() - 1);
  }

private:
  std::vector<double> sums_;
};

} // namespace bench
#endif // PORTKIT_BENCH_RANDOM_HPP
