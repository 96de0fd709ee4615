// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_ANY_PORT_SET_HPP
#define PORTKIT_ANY_PORT_SET_HPP

#include <portkit/version.hpp>

#include <concepts>
#include <cstdint>

namespace portkit::inline v0 {

/// What every kind of port set has: PortSet, SmallPortSet, TypedPortSet and TransportPortSet.  A
/// template that asks for no more takes them all, and must heed the answers of insert and erase:
/// false says that a SmallPortSet has no room, and has not changed.
template <class Set>
concept AnyPortSet =
    std::regular<Set> && requires(Set& set, const Set& constant, typename Set::value_type port,
                                  typename Set::range_type range) {
      { set.insert(port) } noexcept -> std::same_as<bool>;
      { set.insert(range) } noexcept -> std::same_as<bool>;
      { set.erase(port) } noexcept -> std::same_as<bool>;
      { set.erase(range) } noexcept -> std::same_as<bool>;
      { constant.contains(port) } noexcept -> std::same_as<bool>;
      { constant.size() } noexcept -> std::same_as<std::uint32_t>;
      { constant.is_empty() } noexcept -> std::same_as<bool>;
      { *constant.begin() } noexcept -> std::same_as<typename Set::value_type>;
      { *constant.ranges().begin() } noexcept -> std::same_as<typename Set::range_type>;
    };

} // namespace portkit::inline v0
#endif // PORTKIT_ANY_PORT_SET_HPP
