// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PLAIN_PORT_SET_HPP
#define PORTKIT_PLAIN_PORT_SET_HPP

#include <portkit/any_port_set.hpp> // for the user
#include <portkit/detail/bitmap_port_set.hpp>
#include <portkit/detail/port_bits.hpp>
#include <portkit/detail/port_set_algebra.hpp>
#include <portkit/detail/port_source.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/protocol.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional> // also declares std::hash

namespace portkit::inline v0 {

/// Any set of port numbers, of no protocol yet; a forward range of Port, ascending.
///
/// Shape: regular, structural, trivially copyable, 8 KiB aligned to 16: pass it by reference, and
///        store many of them as SmallPortSet.  contains is one load.
/// Limit: within the default limits of GCC and Clang one constant expression can walk 8,192 members
///        or 4,096 ranges, or make 64 unions, which are whole-set work; GCC much more.
class PortSet : public detail::BitmapPortSet<PortSet, Port, PortRange> {
public:
  /// The empty set.
  PortSet() = default;
  constexpr PortSet(std::initializer_list<Port> ports) noexcept {
    static_cast<void>(detail::insert_each(*this, ports));
  }
  explicit constexpr PortSet(PortRange range) noexcept { insert(range); }
  /// From a collection of ports or of port ranges, such as another kind of set.
  template <detail::PortsFor<Port, PortRange> Ports>
  explicit constexpr PortSet(const Ports& ports) noexcept {
    static_cast<void>(detail::insert_each(*this, ports));
  }

  /// Every port, 0 and 65535 included.
  [[nodiscard]] static constexpr PortSet all() noexcept { return PortSet{PortRange::all()}; }

  /// How the set keeps its members, for portkit's own use.
  [[nodiscard]] constexpr detail::PortBits& storage() noexcept { return bits_; }
  [[nodiscard]] constexpr const detail::PortBits& storage() const noexcept { return bits_; }

  detail::PortBits bits_{}; ///< public only because a structural type must be

private:
  template <class, class>
  friend class detail::PortSetAlgebra;
  template <Protocol>
  friend class TypedPortSet;
  friend class TransportPortSet;

  // What PortSetAlgebra asks for.
  constexpr PortSet(const PortSet& a, const PortSet& b, auto operation) noexcept
      : bits_{a.bits_, b.bits_, operation} {}
  constexpr void assign(const PortSet& a, const PortSet& b, auto operation) noexcept {
    bits_.assign(a.bits_, b.bits_, operation);
  }
  [[nodiscard]] static constexpr bool any(const PortSet& a, const PortSet& b,
                                          auto operation) noexcept {
    return detail::PortBits::any(a.bits_, b.bits_, operation);
  }
};

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::PortSet> {
  [[nodiscard]] constexpr std::size_t operator()(const portkit::PortSet& set) const noexcept {
    return hash_value(set);
  }
};

#endif // PORTKIT_PLAIN_PORT_SET_HPP
