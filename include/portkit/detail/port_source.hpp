// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_PORT_SOURCE_HPP
#define PORTKIT_DETAIL_PORT_SOURCE_HPP

#include <portkit/version.hpp>

#include <concepts>

namespace portkit::inline v0::detail {

/// A collection of what a set of these ports takes one by one: its ports, or ranges of them.
template <class T, class Value, class Range>
concept PortsFor = !std::convertible_to<T, Range> && requires(const T& ports) {
  ports.begin() != ports.end();
  requires std::convertible_to<decltype(*ports.begin()), Value> ||
               std::convertible_to<decltype(*ports.begin()), Range>;
};

/// Inserts all of them, as ranges where the collection has them.
/// Error: false at the first that the set refuses, with those before it inserted.
[[nodiscard]] constexpr bool insert_each(auto& set, const auto& ports) noexcept {
  if constexpr (requires { ports.ranges(); }) {
    for (const auto range : ports.ranges())
      if (!set.insert(range)) return false;
  } else {
    for (const auto item : ports)
      if (!set.insert(item)) return false;
  }
  return true;
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_PORT_SOURCE_HPP
