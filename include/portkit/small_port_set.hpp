// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_SMALL_PORT_SET_HPP
#define PORTKIT_SMALL_PORT_SET_HPP

#include <portkit/any_port_set.hpp> // for the user
#include <portkit/detail/hash.hpp>
#include <portkit/detail/inline_ranges.hpp>
#include <portkit/detail/port_set_interface.hpp>
#include <portkit/detail/port_source.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/plain_port_range.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional> // also declares std::hash
#include <utility>

namespace portkit::inline v0 {

template <std::size_t N>
class SmallPortSet;

namespace detail {
/// The most ranges that a set of ports can need: every second port.
inline constexpr std::size_t max_ranges = 32768;

// As in port_number.hpp, the name is the error message.
[[noreturn]] inline void more_ranges_than_the_set_has_room_for() noexcept {
  result_holds_the_other_alternative();
}

template <std::size_t N>
using RoomFor = SmallPortSet<(N < max_ranges ? N : max_ranges)>;
} // namespace detail

/// A set of port numbers that keeps at most N ranges, in itself; a forward range of Port, ascending.
///
/// Reads like a PortSet.  What would take more ranges is refused, and never lost: insert and erase
/// return false and change nothing; the operators give a set with room for every answer.
/// Shape: regular, structural, trivially copyable, 4N + 4 bytes; contains bisects its ranges.
template <std::size_t N>
class SmallPortSet : public detail::PortSetInterface<SmallPortSet<N>, Port, PortRange> {
  static_assert(N >= 1 && N <= detail::max_ranges,
                "portkit: a set of ports is at most 32,768 ranges");

public:
  /// How many ranges there is room for.
  static constexpr std::size_t max_ranges = N;

  /// The empty set.
  SmallPortSet() = default;
  /// From ports known to fit.  Error: traps, and does not compile as a constant, if in their order
  /// they need more than N ranges on the way.
  constexpr SmallPortSet(std::initializer_list<Port> ports) noexcept {
    if (!detail::insert_each(*this, ports)) detail::more_ranges_than_the_set_has_room_for();
  }
  explicit constexpr SmallPortSet(PortRange range) noexcept {
    static_cast<void>(insert(range)); // there is room for one
  }

  /// From another kind of set, or any collection of ports or port ranges.
  /// Error: empty if in their order they need more than N ranges on the way.
  template <detail::PortsFor<Port, PortRange> Ports>
  [[nodiscard]] static constexpr std::optional<SmallPortSet> from(const Ports& ports) noexcept {
    SmallPortSet set;
    if (!detail::insert_each(set, ports)) return std::nullopt;
    return set;
  }

  /// Error: false, and the set stays as it was, if it had to keep more than N ranges.
  [[nodiscard]] constexpr bool insert(Port port) noexcept { return insert(PortRange{port}); }
  [[nodiscard]] constexpr bool insert(PortRange range) noexcept {
    return ranges_.insert(range.first().value(), range.last().value());
  }
  /// Error: false, and the set stays as it was, if it had to keep more than N ranges.
  [[nodiscard]] constexpr bool erase(Port port) noexcept { return erase(PortRange{port}); }
  [[nodiscard]] constexpr bool erase(PortRange range) noexcept {
    return ranges_.erase(range.first().value(), range.last().value());
  }

  /// True if every member of the other set is in this one.
  template <std::size_t M>
  [[nodiscard]] constexpr bool includes(const SmallPortSet<M>& other) const noexcept {
    return (other - *this).is_empty();
  }
  /// True if some port is in both.
  template <std::size_t M>
  [[nodiscard]] constexpr bool intersects(const SmallPortSet<M>& other) const noexcept {
    return !(*this & other).is_empty();
  }

  /// The ports in a, in b or in both.
  template <std::size_t M>
  [[nodiscard]] friend constexpr detail::RoomFor<N + M>
  operator|(const SmallPortSet& a, const SmallPortSet<M>& b) noexcept {
    return combine<detail::RoomFor<N + M>>(a, b, [](bool in_a, bool in_b) { return in_a || in_b; });
  }
  /// The ports in both.
  template <std::size_t M>
  [[nodiscard]] friend constexpr detail::RoomFor<N + M>
  operator&(const SmallPortSet& a, const SmallPortSet<M>& b) noexcept {
    return combine<detail::RoomFor<N + M>>(a, b, [](bool in_a, bool in_b) { return in_a && in_b; });
  }
  /// The ports in a that are not in b.
  template <std::size_t M>
  [[nodiscard]] friend constexpr detail::RoomFor<N + M>
  operator-(const SmallPortSet& a, const SmallPortSet<M>& b) noexcept {
    return combine<detail::RoomFor<N + M>>(a, b,
                                           [](bool in_a, bool in_b) { return in_a && !in_b; });
  }
  /// The ports in a or in b but not in both.
  template <std::size_t M>
  [[nodiscard]] friend constexpr detail::RoomFor<N + M>
  operator^(const SmallPortSet& a, const SmallPortSet<M>& b) noexcept {
    return combine<detail::RoomFor<N + M>>(a, b, [](bool in_a, bool in_b) { return in_a != in_b; });
  }
  /// The ports that are not in a.
  [[nodiscard]] friend constexpr detail::RoomFor<N + 1> operator~(const SmallPortSet& a) noexcept {
    return combine<detail::RoomFor<N + 1>>(a, a, [](bool in_a, bool) { return !in_a; });
  }

  /// Sets of the same ports are equal, whatever they have room for, and hash alike.
  template <std::size_t M>
  [[nodiscard]] friend constexpr bool operator==(const SmallPortSet& a,
                                                 const SmallPortSet<M>& b) noexcept {
    return a.storage().equals(b.storage());
  }

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(const SmallPortSet& set) noexcept {
    std::size_t hash = 0;
    for (const PortRange range : set.ranges()) hash = detail::hash_append(hash, hash_value(range));
    return hash;
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, const SmallPortSet& set) {
    for (const PortRange range : set.ranges()) state = H::combine(std::move(state), range);
    return H::combine(std::move(state), set.ranges_.size);
  }

  /// How the set keeps its members, for portkit's own use.
  [[nodiscard]] constexpr const detail::InlineRanges<N>& storage() const noexcept {
    return ranges_;
  }

  detail::InlineRanges<N> ranges_{}; ///< public only because a structural type must be

private:
  /// The ports for which is_member(is in a, is in b) holds: it changes only where a or b does.
  template <class Answer, class B>
  [[nodiscard]] static constexpr Answer combine(const SmallPortSet& a, const B& b,
                                                auto is_member) noexcept {
    const auto next_change = [](const auto& ranges, std::uint32_t number) {
      return ranges.contains(number) ? ranges.next_absent(number) : ranges.next_member(number);
    };
    Answer result;
    for (std::uint32_t number = 0; number != detail::no_port;) {
      const std::uint32_t change_a = next_change(a.storage(), number);
      const std::uint32_t change_b = next_change(b.storage(), number);
      const std::uint32_t end = change_a < change_b ? change_a : change_b;
      if (is_member(a.storage().contains(number), b.storage().contains(number)) &&
          !result.ranges_.insert(number, end - 1))
        detail::more_ranges_than_the_set_has_room_for();
      number = end;
    }
    return result;
  }
};

} // namespace portkit::inline v0

template <std::size_t N>
struct std::hash<portkit::SmallPortSet<N>> {
  [[nodiscard]] constexpr std::size_t
  operator()(const portkit::SmallPortSet<N>& set) const noexcept {
    return hash_value(set);
  }
};

#endif // PORTKIT_SMALL_PORT_SET_HPP
