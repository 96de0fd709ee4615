// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_RANDOM_HPP
#define PORTKIT_TESTS_RANDOM_HPP

#include <cstdint>

/// Numbers from a fixed seed, the same on every system and in every run (SplitMix64).
class Random {
public:
  explicit Random(std::uint64_t seed) : state_{seed} {}

  [[nodiscard]] std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E37'79B9'7F4A'7C15;
    z = (z ^ z >> 30) * 0xBF58'476D'1CE4'E5B9;
    z = (z ^ z >> 27) * 0x94D0'49BB'1331'11EB;
    return z ^ z >> 31;
  }
  /// 0 to limit - 1.
  [[nodiscard]] unsigned below(unsigned limit) { return static_cast<unsigned>(next() % limit); }
  /// True once in `times`.
  [[nodiscard]] bool once_in(unsigned times) { return below(times) == 0; }

private:
  std::uint64_t state_;
};

#endif // PORTKIT_TESTS_RANDOM_HPP
