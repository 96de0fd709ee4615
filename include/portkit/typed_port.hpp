// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TYPED_PORT_HPP
#define PORTKIT_TYPED_PORT_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/network_port.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace portkit::inline v0 {

/// A port whose protocol is part of its type: TCP/80 and UDP/80 are values of different types.
///
/// Everything said of Port holds.  Types of different protocols do not compare, assign or convert;
/// the step between them is by name: UdpPort{tcp_port.port()}.
/// Source: RFC 6335 section 6 (each transport protocol has a number space of its own).
template <Protocol P>
class TypedPort {
  static_assert(detail::is_enumerator(P), "portkit: this is no transport protocol that has ports");

public:
  static constexpr Protocol protocol = P;

  /// Port 0, by which bind() asks the system to choose.
  TypedPort() = default;
  /// From a port number that the caller says is one of this protocol.
  explicit constexpr TypedPort(Port port) noexcept : port_{port} {}
  /// From a value of the exact width, which no number can fall out of.
  explicit constexpr TypedPort(std::same_as<std::uint16_t> auto number) noexcept : port_{number} {}
  /// Write TcpPort::of(443) or 443_tcp for a constant, TcpPort::from(n) for a run-time number.
  template <class T>
    requires(std::is_arithmetic_v<T> && !std::same_as<T, std::uint16_t>)
  explicit TypedPort(T) = delete;

  /// From an integer constant.  Error: does not compile outside 0..65535.
  [[nodiscard]] static consteval TypedPort of(detail::Integer auto number) {
    return TypedPort{Port::of(number)};
  }
  /// From an integer known at run time only.  Error: empty outside 0..65535.
  [[nodiscard]] static constexpr std::optional<TypedPort>
  from(detail::Integer auto number) noexcept {
    if (!std::in_range<std::uint16_t>(number)) return std::nullopt;
    return TypedPort{static_cast<std::uint16_t>(number)};
  }
  [[nodiscard]] static constexpr TypedPort from_network(NetworkPort port) noexcept {
    return TypedPort{Port::from_network(port)};
  }

  /// The number in host byte order.
  [[nodiscard]] constexpr std::uint16_t value() const noexcept { return port_.value(); }
  /// True for port 0, which can be bound but not connected to.
  [[nodiscard]] constexpr bool is_zero() const noexcept { return port_.is_zero(); }
  /// The number without its protocol.
  [[nodiscard]] constexpr Port port() const noexcept { return port_; }
  /// The key of the same TransportPort.
  [[nodiscard]] constexpr std::uint32_t key() const noexcept {
    return std::uint32_t{value()} << 8 | static_cast<std::uint32_t>(P);
  }

  /// The port `by` numbers further on, or back.  Error: empty outside 0..65535, it never wraps.
  [[nodiscard]] constexpr std::optional<TypedPort> offset(detail::Integer auto by) const noexcept {
    const auto port = port_.offset(by);
    if (!port) return std::nullopt;
    return TypedPort{*port};
  }
  [[nodiscard]] constexpr NetworkPort to_network() const noexcept { return port_.to_network(); }

  [[nodiscard]] friend constexpr bool operator==(TypedPort, TypedPort) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(TypedPort, TypedPort) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(TypedPort port) noexcept {
    return detail::hash_key(port.key());
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, TypedPort port) {
    return H::combine(std::move(state), port.key());
  }

  Port port_{}; ///< public only because a structural type must be; read port()
};

using TcpPort = TypedPort<Protocol::tcp>;
using UdpPort = TypedPort<Protocol::udp>;
using DccpPort = TypedPort<Protocol::dccp>;
using SctpPort = TypedPort<Protocol::sctp>;

template <Protocol P>
inline constexpr std::size_t max_text_size<TypedPort<P>> = max_text_size<Port>;

template <Protocol P>
struct detail::Parser<TypedPort<P>> : detail::PortNumberParser<TypedPort<P>> {};

/// As of Port: the number alone, since the type says the protocol.
template <Protocol P>
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      TypedPort<P> port) noexcept {
  return to_chars(first, last, port.port());
}
/// As of Port.
template <Protocol P>
[[nodiscard]] constexpr std::from_chars_result from_chars(const char* first, const char* last,
                                                          TypedPort<P>& port) noexcept {
  return from_chars(first, last, port.port_);
}

inline namespace literals {

/// 443_tcp: decimal, digit separators allowed, no leading zero (C++ would read 0443 as octal 291).
/// Error: a number above 65535 does not compile.  Members need parentheses: (443_tcp).value().
[[nodiscard]] consteval TcpPort operator""_tcp(const char* spelling) noexcept {
  return TcpPort{detail::read_port_literal(spelling)};
}
[[nodiscard]] consteval UdpPort operator""_udp(const char* spelling) noexcept {
  return UdpPort{detail::read_port_literal(spelling)};
}
[[nodiscard]] consteval DccpPort operator""_dccp(const char* spelling) noexcept {
  return DccpPort{detail::read_port_literal(spelling)};
}
[[nodiscard]] consteval SctpPort operator""_sctp(const char* spelling) noexcept {
  return SctpPort{detail::read_port_literal(spelling)};
}

} // namespace literals

} // namespace portkit::inline v0

/// As of the same TransportPort, so that either finds the other in a table.
template <portkit::Protocol P>
struct std::hash<portkit::TypedPort<P>> {
  [[nodiscard]] constexpr std::size_t operator()(portkit::TypedPort<P> port) const noexcept {
    return hash_value(port);
  }
};

#endif // PORTKIT_TYPED_PORT_HPP
