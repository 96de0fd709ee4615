// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TYPED_PORT_SET_HPP
#define PORTKIT_TYPED_PORT_SET_HPP

#include <portkit/detail/bitmap_port_set.hpp>
#include <portkit/detail/port_bits.hpp>
#include <portkit/detail/port_set_algebra.hpp>
#include <portkit/detail/port_source.hpp>
#include <portkit/plain_port_set.hpp>
#include <portkit/protocol.hpp>
#include <portkit/typed_port.hpp>
#include <portkit/typed_port_range.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional> // also declares std::hash

namespace portkit::inline v0 {

/// Any set of ports of one protocol; a forward range of TypedPort<P>, ascending.
///
/// Everything said of PortSet holds.  Sets of different protocols do not compare, convert or mix in
/// an operator.
template <Protocol P>
class TypedPortSet
    : public detail::BitmapPortSet<TypedPortSet<P>, TypedPort<P>, TypedPortRange<P>> {
public:
  static constexpr Protocol protocol = P;

  /// The empty set.
  TypedPortSet() = default;
  constexpr TypedPortSet(std::initializer_list<TypedPort<P>> ports) noexcept {
    static_cast<void>(detail::insert_each(*this, ports));
  }
  explicit constexpr TypedPortSet(TypedPortRange<P> range) noexcept { this->insert(range); }
  /// From numbers that the caller says are ports of this protocol.
  explicit constexpr TypedPortSet(const PortSet& ports) noexcept : ports_{ports} {}
  /// From a collection of ports or of port ranges of this protocol.
  template <detail::PortsFor<TypedPort<P>, TypedPortRange<P>> Ports>
  explicit constexpr TypedPortSet(const Ports& ports) noexcept {
    static_cast<void>(detail::insert_each(*this, ports));
  }

  /// Every port, 0 and 65535 included.
  [[nodiscard]] static constexpr TypedPortSet all() noexcept {
    return TypedPortSet{PortSet::all()};
  }

  /// The numbers without their protocol.
  [[nodiscard]] constexpr PortSet& ports() noexcept { return ports_; }
  [[nodiscard]] constexpr const PortSet& ports() const noexcept { return ports_; }

  /// How the set keeps its members, for portkit's own use.
  [[nodiscard]] constexpr detail::PortBits& storage() noexcept { return ports_.storage(); }
  [[nodiscard]] constexpr const detail::PortBits& storage() const noexcept {
    return ports_.storage();
  }

  PortSet ports_{}; ///< public only because a structural type must be; read ports()

private:
  template <class, class>
  friend class detail::PortSetAlgebra;

  // What PortSetAlgebra asks for.
  constexpr TypedPortSet(const TypedPortSet& a, const TypedPortSet& b, auto operation) noexcept
      : ports_{a.ports_, b.ports_, operation} {}
  constexpr void assign(const TypedPortSet& a, const TypedPortSet& b, auto operation) noexcept {
    ports_.assign(a.ports_, b.ports_, operation);
  }
  [[nodiscard]] static constexpr bool any(const TypedPortSet& a, const TypedPortSet& b,
                                          auto operation) noexcept {
    return PortSet::any(a.ports_, b.ports_, operation);
  }
};

using TcpPortSet = TypedPortSet<Protocol::tcp>;
using UdpPortSet = TypedPortSet<Protocol::udp>;
using DccpPortSet = TypedPortSet<Protocol::dccp>;
using SctpPortSet = TypedPortSet<Protocol::sctp>;

} // namespace portkit::inline v0

template <portkit::Protocol P>
struct std::hash<portkit::TypedPortSet<P>> {
  [[nodiscard]] constexpr std::size_t
  operator()(const portkit::TypedPortSet<P>& set) const noexcept {
    return hash_value(set);
  }
};

#endif // PORTKIT_TYPED_PORT_SET_HPP
