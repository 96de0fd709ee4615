// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_ENDPOINT_HPP
#define PORTKIT_ENDPOINT_HPP

#include <portkit/address.hpp>
#include <portkit/detail/endpoint_text.hpp>
#include <portkit/detail/hash.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/typed_port.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional> // also declares std::hash
#include <string_view>
#include <utility>

namespace portkit::inline v0 {

/// What a socket of one protocol binds or connects: an IP address and a port.
///
/// Text:  "192.0.2.1:443", "[2001:db8::1]:443", "[fe80::1%3]:53"; an IPv6 address without brackets
///        is refused, since ::1:80 is an address too.
/// Order: by address, then by port.  Endpoints of different protocols do not compare.
/// Shape: regular, structural, trivially copyable, 28 bytes.
template <Protocol P>
class Endpoint {
public:
  static constexpr Protocol protocol = P;

  /// 0.0.0.0:0
  Endpoint() = default;
  constexpr Endpoint(const IpAddress& address, TypedPort<P> port) noexcept
      : address_{address}, port_{port} {}

  /// From a constant text.  Error: a text that parse refuses does not compile.
  [[nodiscard]] static consteval Endpoint of(std::string_view text) {
    return detail::parse_constant<Endpoint>(text);
  }

  [[nodiscard]] constexpr const IpAddress& address() const noexcept { return address_; }
  [[nodiscard]] constexpr TypedPort<P> port() const noexcept { return port_; }
  /// The same address with another port.
  [[nodiscard]] constexpr Endpoint with_port(TypedPort<P> port) const noexcept {
    return {address_, port};
  }

  [[nodiscard]] friend constexpr bool operator==(const Endpoint&,
                                                 const Endpoint&) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(const Endpoint&,
                                                  const Endpoint&) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(const Endpoint& endpoint) noexcept {
    return detail::hash_endpoint(endpoint.address_, endpoint.port_.key());
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, const Endpoint& endpoint) {
    return H::combine(std::move(state), endpoint.address_, endpoint.port_);
  }

  IpAddress address_{}; ///< public only because a structural type must be; read address()
  TypedPort<P> port_{}; ///< public only because a structural type must be; read port()
};

using TcpEndpoint = Endpoint<Protocol::tcp>;
using UdpEndpoint = Endpoint<Protocol::udp>;
using DccpEndpoint = Endpoint<Protocol::dccp>;
using SctpEndpoint = Endpoint<Protocol::sctp>;

/// An endpoint whose protocol is known at run time only.
///
/// Text:  "192.0.2.1:443/tcp", "[2001:db8::1]:443/tcp".
/// Order: by address, then as of TransportPort; an Endpoint converts to it and compares with it.
/// Shape: structural, trivially copyable, 28 bytes.  No default: there is no neutral protocol.
class TransportEndpoint {
public:
  constexpr TransportEndpoint(const IpAddress& address, TransportPort port) noexcept
      : address_{address}, port_{port} {}
  template <Protocol P>
  constexpr TransportEndpoint(const Endpoint<P>& endpoint) noexcept
      : address_{endpoint.address()}, port_{endpoint.port()} {}

  /// From a constant text.  Error: a text that parse refuses does not compile.
  /// Self is a parameter since the grammar stands below.
  template <class Self = TransportEndpoint>
  [[nodiscard]] static consteval Self of(std::string_view text) {
    return detail::parse_constant<Self>(text);
  }

  [[nodiscard]] constexpr const IpAddress& address() const noexcept { return address_; }
  [[nodiscard]] constexpr TransportPort port() const noexcept { return port_; }
  [[nodiscard]] constexpr Protocol protocol() const noexcept { return port_.protocol(); }
  /// The same address with another port, and perhaps another protocol.
  [[nodiscard]] constexpr TransportEndpoint with_port(TransportPort port) const noexcept {
    return {address_, port};
  }

  /// The endpoint as one of protocol P.  Error: empty if its protocol is another.
  template <Protocol P>
  [[nodiscard]] constexpr std::optional<Endpoint<P>> as() const noexcept {
    if (protocol() != P) return std::nullopt;
    return Endpoint<P>{address_, TypedPort<P>{port_.port()}};
  }
  /// f(TcpEndpoint) or f(UdpEndpoint) ...: the step back to typed endpoints.  All four return the
  /// same type.
  constexpr decltype(auto) visit(auto&& f) const {
    return port_.visit([&]<Protocol P>(TypedPort<P> port) -> decltype(auto) {
      return std::forward<decltype(f)>(f)(Endpoint<P>{address_, port});
    });
  }

  [[nodiscard]] friend constexpr bool operator==(const TransportEndpoint&,
                                                 const TransportEndpoint&) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(const TransportEndpoint&,
                                                  const TransportEndpoint&) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same, and that of the same Endpoint.
  [[nodiscard]] friend constexpr std::size_t
  hash_value(const TransportEndpoint& endpoint) noexcept {
    return detail::hash_endpoint(endpoint.address_, endpoint.port_.key());
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, const TransportEndpoint& endpoint) {
    return H::combine(std::move(state), endpoint.address_, endpoint.port_);
  }

  IpAddress address_;  ///< public only because a structural type must be; read address()
  TransportPort port_; ///< public only because a structural type must be; read port()
};

// An IPv6 address in brackets, a colon and the port.
template <Protocol P>
inline constexpr std::size_t max_text_size<Endpoint<P>> =
    max_text_size<IpAddress> + 3 + max_text_size<Port>;
template <>
inline constexpr std::size_t max_text_size<TransportEndpoint> =
    max_text_size<IpAddress> + 3 + max_text_size<TransportPort>;

namespace detail {

template <Protocol P>
struct Parser<Endpoint<P>> {
  [[nodiscard]] static constexpr Result<Endpoint<P>> parse(std::string_view text,
                                                           ParseOptions options) noexcept {
    const PlainEndpoint plain = read_plain_endpoint(text);
    if (plain.is_valid(options)) [[likely]] // as read_endpoint, whose result goes through memory
      return Endpoint<P>{plain.address, TypedPort<P>{static_cast<std::uint16_t>(plain.port)}};
    const EndpointReading reading = explain_endpoint(text, options);
    if (!reading.is_valid) return reading.error;
    return Endpoint<P>{reading.address, TypedPort<P>{reading.port}};
  }
};

template <std::same_as<TransportEndpoint> T>
struct Parser<T> {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text,
                                                 ParseOptions options) noexcept {
    if (text.size() > 0xFFFF'FFFF) return ParseError{ParseErrc::too_long, 0, 0};
    const std::size_t slash = text.find('/');
    const EndpointReading reading = read_endpoint(text.substr(0, slash), options);
    if (!reading.is_valid) return reading.error;
    const ProtocolReading protocol = read_protocol_behind(text, slash);
    if (!protocol.is_valid) return protocol.error;
    return T{reading.address, TransportPort{protocol.protocol, reading.port}};
  }
};

} // namespace detail

/// Writes "192.0.2.1:443" or "[2001:db8::1]:443", without a NUL; bytes of [ptr, last) may be used
/// as scratch.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<Endpoint<P>> does.
template <Protocol P>
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      const Endpoint<P>& endpoint) noexcept {
  return detail::write_endpoint(first, last, endpoint.address(), endpoint.port());
}
/// Writes "192.0.2.1:443/tcp" or "[2001:db8::1]:443/tcp", otherwise as above.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      const TransportEndpoint& endpoint) noexcept {
  return detail::write_endpoint(first, last, endpoint.address(), endpoint.port());
}

} // namespace portkit::inline v0

/// As of the same TransportEndpoint, so that either finds the other in a table.
template <portkit::Protocol P>
struct std::hash<portkit::Endpoint<P>> {
  [[nodiscard]] constexpr std::size_t
  operator()(const portkit::Endpoint<P>& endpoint) const noexcept {
    return hash_value(endpoint);
  }
};
template <>
struct std::hash<portkit::TransportEndpoint> {
  [[nodiscard]] constexpr std::size_t
  operator()(const portkit::TransportEndpoint& endpoint) const noexcept {
    return hash_value(endpoint);
  }
};

#endif // PORTKIT_ENDPOINT_HPP
