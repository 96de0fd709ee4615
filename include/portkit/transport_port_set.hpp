// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TRANSPORT_PORT_SET_HPP
#define PORTKIT_TRANSPORT_PORT_SET_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/detail/merged_sets.hpp>
#include <portkit/detail/port_set_algebra.hpp>
#include <portkit/detail/port_source.hpp>
#include <portkit/plain_port_set.hpp>
#include <portkit/protocol.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/transport_port_range.hpp>
#include <portkit/typed_port_set.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional> // also declares std::hash
#include <utility>

namespace portkit::inline v0 {

/// Any set of ports of any protocols: a PortSet for each; a forward range of TransportPort, by port,
/// then by protocol number.
///
/// Shape: regular, structural, trivially copyable, 32 KiB aligned to 16: pass it by reference.
/// Limit: in constant expressions a quarter of what is said at PortSet.
class TransportPortSet : public detail::PortSetAlgebra<TransportPortSet> {
public:
  using value_type = TransportPort;
  using range_type = TransportPortRange;
  using iterator = detail::MergedIterator<TransportPort, PortSet::iterator>;
  using const_iterator = iterator;

  /// The empty set.
  TransportPortSet() = default;
  constexpr TransportPortSet(std::initializer_list<TransportPort> ports) noexcept {
    static_cast<void>(detail::insert_each(*this, ports));
  }
  template <Protocol P>
  constexpr TransportPortSet(const TypedPortSet<P>& set) noexcept {
    ports(P) = set.ports();
  }
  explicit constexpr TransportPortSet(TransportPortRange range) noexcept { insert(range); }
  /// From a collection of ports or of port ranges.
  template <detail::PortsFor<TransportPort, TransportPortRange> Ports>
  explicit constexpr TransportPortSet(const Ports& ports) noexcept {
    static_cast<void>(detail::insert_each(*this, ports));
  }

  /// The ports of one protocol.
  [[nodiscard]] constexpr PortSet& ports(Protocol protocol) noexcept {
    return sets_[detail::protocol_index(protocol)];
  }
  [[nodiscard]] constexpr const PortSet& ports(Protocol protocol) const noexcept {
    return sets_[detail::protocol_index(protocol)];
  }

  /// Always true, as of every kind of set: there is room for every port.
  constexpr bool insert(TransportPort port) noexcept {
    return ports(port.protocol()).insert(port.port());
  }
  constexpr bool insert(TransportPortRange range) noexcept {
    return ports(range.protocol()).insert(range.ports());
  }
  constexpr bool erase(TransportPort port) noexcept {
    return ports(port.protocol()).erase(port.port());
  }
  constexpr bool erase(TransportPortRange range) noexcept {
    return ports(range.protocol()).erase(range.ports());
  }

  [[nodiscard]] constexpr bool contains(TransportPort port) const noexcept {
    return ports(port.protocol()).contains(port.port());
  }
  /// How many ports: 0 to 262,144.
  [[nodiscard]] constexpr std::uint32_t size() const noexcept {
    std::uint32_t sum = 0;
    for (const PortSet& set : sets_) sum += set.size();
    return sum;
  }
  [[nodiscard]] constexpr bool is_empty() const noexcept {
    for (const PortSet& set : sets_)
      if (!set.is_empty()) return false;
    return true;
  }

  /// The ports, ascending.
  [[nodiscard]] constexpr iterator begin() const noexcept {
    return {{sets_[0].begin(), sets_[1].begin(), sets_[2].begin(), sets_[3].begin()},
            {sets_[0].end(), sets_[1].end(), sets_[2].end(), sets_[3].end()}};
  }
  [[nodiscard]] constexpr iterator end() const noexcept {
    return {{sets_[0].end(), sets_[1].end(), sets_[2].end(), sets_[3].end()},
            {sets_[0].end(), sets_[1].end(), sets_[2].end(), sets_[3].end()}};
  }
  /// The same ports as ranges, ascending, as few as possible.
  [[nodiscard]] constexpr detail::MergedRanges ranges() const& noexcept {
    return detail::MergedRanges{sets_};
  }
  [[nodiscard]] detail::MergedRanges ranges() const&& = delete; // it would outlive the set

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(const TransportPortSet& set) noexcept {
    std::size_t hash = 0;
    for (const PortSet& ports : set.sets_) hash = detail::hash_append(hash, hash_value(ports));
    return hash;
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, const TransportPortSet& set) {
    for (const PortSet& ports : set.sets_) state = H::combine(std::move(state), ports);
    return state;
  }

  PortSet sets_[4]{}; ///< public only because a structural type must be; read ports()

private:
  template <class, class>
  friend class detail::PortSetAlgebra;

  // What PortSetAlgebra asks for.
  constexpr TransportPortSet(const TransportPortSet& a, const TransportPortSet& b,
                             auto operation) noexcept
      : sets_{{a.sets_[0], b.sets_[0], operation},
              {a.sets_[1], b.sets_[1], operation},
              {a.sets_[2], b.sets_[2], operation},
              {a.sets_[3], b.sets_[3], operation}} {}
  constexpr void assign(const TransportPortSet& a, const TransportPortSet& b,
                        auto operation) noexcept {
    for (std::size_t i = 0; i != 4; ++i) sets_[i].assign(a.sets_[i], b.sets_[i], operation);
  }
  [[nodiscard]] static constexpr bool any(const TransportPortSet& a, const TransportPortSet& b,
                                          auto operation) noexcept {
    for (std::size_t i = 0; i != 4; ++i)
      if (PortSet::any(a.sets_[i], b.sets_[i], operation)) return true;
    return false;
  }
};

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::TransportPortSet> {
  [[nodiscard]] constexpr std::size_t
  operator()(const portkit::TransportPortSet& set) const noexcept {
    return hash_value(set);
  }
};

#endif // PORTKIT_TRANSPORT_PORT_SET_HPP
