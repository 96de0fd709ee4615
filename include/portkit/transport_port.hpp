// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TRANSPORT_PORT_HPP
#define PORTKIT_TRANSPORT_PORT_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/typed_port.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace portkit::inline v0 {

namespace detail {
// As in port_number.hpp, the name is the error message.
[[noreturn]] inline void not_a_transport_protocol_that_has_ports() noexcept {
  result_holds_the_other_alternative();
}
} // namespace detail

/// The pair (protocol, port), where the protocol is known at run time only.
///
/// Text:  "443/tcp", the protocol in any ASCII case.
/// Order: by port, then by protocol number; a TypedPort converts to it and compares with it.
/// Shape: structural, trivially copyable, 4 bytes.  No default: there is no neutral protocol.
class TransportPort {
public:
  /// Precondition: the protocol is an enumerator, which a cast or braces can get round; a constant
  /// that is none does not compile.
  constexpr TransportPort(Protocol protocol, Port port) noexcept
      : key_{std::uint32_t{port.value()} << 8 | static_cast<std::uint32_t>(protocol)} {
    if (std::is_constant_evaluated() && !detail::is_enumerator(protocol))
      detail::not_a_transport_protocol_that_has_ports();
  }
  template <Protocol P>
  constexpr TransportPort(TypedPort<P> port) noexcept : key_{port.key()} {}

  /// From key().  Error: empty for a number that is no key.
  /// Self is a parameter so that only callers instantiate std::optional.
  template <class Self = TransportPort>
  [[nodiscard]] static constexpr std::optional<Self> from_key(detail::Integer auto key) noexcept {
    if (!std::in_range<std::uint32_t>(key)) return std::nullopt;
    const auto number = static_cast<std::uint32_t>(key) >> 8;
    const auto protocol = static_cast<Protocol>(key & 0xFF);
    if (number > 65535 || !detail::is_enumerator(protocol)) return std::nullopt;
    return Self{protocol, Port{static_cast<std::uint16_t>(number)}};
  }

  [[nodiscard]] constexpr Protocol protocol() const noexcept {
    return static_cast<Protocol>(key_ & 0xFF);
  }
  [[nodiscard]] constexpr Port port() const noexcept {
    return Port{static_cast<std::uint16_t>(key_ >> 8)};
  }
  /// (port << 8) | protocol number: lossless, in the order of the values, a `case` label in
  /// `switch (t.key()) { case (443_tcp).key(): ... }`.
  [[nodiscard]] constexpr std::uint32_t key() const noexcept { return key_; }

  /// The port as one of protocol P.  Error: empty if its protocol is another.
  template <Protocol P>
  [[nodiscard]] constexpr std::optional<TypedPort<P>> as() const noexcept {
    if (protocol() != P) return std::nullopt;
    return TypedPort<P>{port()};
  }
  /// f(TcpPort) or f(UdpPort) ...: the step back to typed ports.  All four return the same type.
  constexpr decltype(auto) visit(auto&& f) const {
    switch (protocol()) {
      case Protocol::tcp: return std::forward<decltype(f)>(f)(TcpPort{port()});
      case Protocol::udp: return std::forward<decltype(f)>(f)(UdpPort{port()});
      case Protocol::dccp: return std::forward<decltype(f)>(f)(DccpPort{port()});
      case Protocol::sctp: break;
    }
    return std::forward<decltype(f)>(f)(SctpPort{port()});
  }

  [[nodiscard]] friend constexpr bool operator==(TransportPort, TransportPort) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(TransportPort, TransportPort) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(TransportPort port) noexcept {
    return detail::hash_key(port.key());
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, TransportPort port) {
    return H::combine(std::move(state), port.key());
  }

  std::uint32_t key_; ///< public only because a structural type must be; read key()
};

template <>
inline constexpr std::size_t max_text_size<TransportPort> =
    max_text_size<Port> + 1 + max_text_size<Protocol>;

namespace detail {

/// A protocol, or the reason why there is none.
struct ProtocolReading {
  bool is_valid;
  Protocol protocol;
  ParseError error;
};

/// The protocol behind the slash at this place, or npos, of a text below 4 GiB.
[[nodiscard]] constexpr ProtocolReading read_protocol_behind(std::string_view text,
                                                             std::size_t slash) noexcept {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (slash >= size - std::size_t{1}) return {false, {}, {ParseErrc::missing_protocol, size, 0}};
  const auto start = static_cast<std::uint32_t>(slash + 1);
  const Protocol protocol = find_protocol(text.substr(start));
  return {is_enumerator(protocol), protocol, {ParseErrc::unknown_protocol, start, size - start}};
}

template <std::same_as<TransportPort> T>
struct Parser<T> {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text,
                                                 ParseOptions options) noexcept {
    if (text.size() > 0xFFFF'FFFF) return ParseError{ParseErrc::too_long, 0, 0};
    const std::size_t slash = text.find('/');
    const PortReading port = read_port(text.substr(0, slash), options);
    if (!port.is_valid) return port.error;
    const ProtocolReading protocol = read_protocol_behind(text, slash);
    if (!protocol.is_valid) return protocol.error;
    return T{protocol.protocol, Port{port.value}};
  }
};

} // namespace detail

/// Writes "443/tcp", without a NUL; bytes of [ptr, last) may be used as scratch.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<TransportPort> does.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      TransportPort port) noexcept {
  const std::to_chars_result number = to_chars(first, last, port.port());
  if (number.ec != std::errc{} || number.ptr == last) return {last, std::errc::value_too_large};
  *number.ptr = '/';
  return to_chars(number.ptr + 1, last, port.protocol());
}

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::TransportPort> {
  [[nodiscard]] constexpr std::size_t operator()(portkit::TransportPort port) const noexcept {
    return hash_value(port);
  }
};

#endif // PORTKIT_TRANSPORT_PORT_HPP
