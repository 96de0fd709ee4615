// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_LIST_SAMPLES_HPP
#define PORTKIT_TESTS_LIST_SAMPLES_HPP

#include <portkit/port_set.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

// Random sets and random damage to texts: the same in every run.

namespace list_samples {

using Random = std::mt19937;

[[nodiscard]] inline std::uint32_t below(Random& random, std::uint32_t end) {
  return static_cast<std::uint32_t>(random() % end);
}

/// A number near the edges of what code gets wrong as often as any other.
[[nodiscard]] inline std::uint16_t number(Random& random) {
  constexpr std::uint16_t edges[]{0,    1,    9,    10,    63,    64,    99,    100,   1023,
                                  1024, 9999, 9000, 10000, 32767, 32768, 49151, 65534, 65535};
  if (below(random, 3) == 0) return edges[below(random, std::size(edges))];
  return static_cast<std::uint16_t>(below(random, 65536) >> below(random, 16));
}

[[nodiscard]] inline portkit::PortRange range(Random& random) {
  const portkit::Port first{number(random)};
  const portkit::Port other = below(random, 2) == 0 ? first : portkit::Port{number(random)};
  return *portkit::PortRange::from(std::min(first, other), std::max(first, other));
}

/// Fewer than `end` ranges, half of them single ports, some touching or overlapping.
template <class Set>
[[nodiscard]] Set set(Random& random, std::uint32_t end) {
  Set result;
  for (std::uint32_t count = below(random, end); count != 0; --count) {
    if constexpr (std::same_as<Set, portkit::TransportPortSet>)
      result.insert({portkit::all_protocols[below(random, 4)], range(random)});
    else // what has no room is left out
      (void)result.insert(typename Set::range_type{range(random)});
  }
  return result;
}

/// The text with one byte changed, removed or added.
[[nodiscard]] inline std::string damaged(Random& random, std::string text,
                                         std::string_view alphabet) {
  const char byte = alphabet[below(random, static_cast<std::uint32_t>(alphabet.size()))];
  const std::size_t place = below(random, static_cast<std::uint32_t>(text.size() + 1));
  if (place == text.size() || below(random, 3) == 0) return text.insert(place, 1, byte);
  if (below(random, 2) == 0) return text.erase(place, 1);
  text[place] = byte;
  return text;
}

} // namespace list_samples

#endif // PORTKIT_TESTS_LIST_SAMPLES_HPP
