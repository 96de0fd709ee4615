// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_HOST_PORT_HPP
#define PORTKIT_HOST_PORT_HPP

#include <portkit/address.hpp>
#include <portkit/detail/ascii.hpp>
#include <portkit/detail/endpoint_text.hpp>
#include <portkit/detail/host_text.hpp>
#include <portkit/endpoint.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/typed_port.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace portkit::inline v0 {

/// A host and perhaps a port: a view of the text it was parsed from, which must outlive it
/// unchanged.
///
/// Text:   "example.com:3000", "192.0.2.1", "[2001:db8::1]:443", ":8080", which has an empty host.
///         Read are names of RFC 3986 (letters, digits, -._~!$&'()*+,;= and %41, which is not
///         decoded), IPv4 addresses, and IPv6 addresses in brackets.  A name whose last label is a
///         number, 0x7f too, is refused as the address it is not: others read 1.2.3 as 1.2.0.3.
///         Written in lower case, an IPv6 address as its type writes it.
/// Range:  a name has no limit but the 4 GiB of every text.
/// Order:  equality only: names in any ASCII case, addresses by value, with the same port or none.
/// Shape:  trivially copyable, does not own its text.
/// Source: RFC 3986 sections 3.2.2 and 3.2.3.
class HostPort {
public:
  /// From a constant text.  Error: a text that parse refuses does not compile.
  /// Self is a parameter since the grammar stands below.
  template <class Self = HostPort>
  [[nodiscard]] static consteval Self of(std::string_view text) {
    return detail::parse_constant<Self>(text);
  }

  /// The host as it stands in the text, without brackets.
  [[nodiscard]] constexpr std::string_view host() const noexcept { return host_; }
  /// The port.  Error: empty if the text has none.
  /// Found is a parameter here and below so that only callers instantiate std::optional.
  template <class Found = Port>
  [[nodiscard]] constexpr std::optional<Found> port() const noexcept {
    if (!has_port_) return std::nullopt;
    return port_;
  }
  /// The host as an IP address.  Error: empty if it is a name, or empty itself.
  template <class Found = IpAddress>
  [[nodiscard]] constexpr std::optional<Found> address() const noexcept {
    if (is_v6()) return v6();
    const Result<Ipv4Address> v4 = parse<Ipv4Address>(host_);
    if (!v4) return std::nullopt;
    return *v4;
  }
  /// True if the host must be looked up to get an address.
  [[nodiscard]] constexpr bool is_name() const noexcept {
    return !host_.empty() && !is_v6() && !parse<Ipv4Address>(host_);
  }

  /// The port, or this one if the text has none.
  [[nodiscard]] constexpr Port port_or(Port fallback) const noexcept {
    return has_port_ ? port_ : fallback;
  }
  /// The same as a port of the fallback's protocol.
  template <Protocol P>
  [[nodiscard]] constexpr TypedPort<P> port_or(TypedPort<P> fallback) const noexcept {
    return TypedPort<P>{port_or(fallback.port())};
  }
  [[nodiscard]] constexpr TransportPort port_or(TransportPort fallback) const noexcept {
    return {fallback.protocol(), port_or(fallback.port())};
  }
  /// The address with the port, or with this one if the text has none.
  /// Error: empty if the host is a name, or empty.
  template <Protocol P>
  [[nodiscard]] constexpr std::optional<Endpoint<P>>
  endpoint(TypedPort<P> default_port) const noexcept {
    const std::optional<IpAddress> found = address();
    if (!found) return std::nullopt;
    return Endpoint<P>{*found, port_or(default_port)};
  }
  template <class Found = TransportEndpoint>
  [[nodiscard]] constexpr std::optional<Found> endpoint(TransportPort default_port) const noexcept {
    const std::optional<IpAddress> found = address();
    if (!found) return std::nullopt;
    return Found{*found, port_or(default_port)};
  }

  /// The same host with this port.
  [[nodiscard]] constexpr HostPort with_port(Port port) const noexcept { return {host_, port}; }
  /// The same host alone.  An empty one has no text then.
  [[nodiscard]] constexpr HostPort without_port() const noexcept { return HostPort{host_}; }

  [[nodiscard]] friend constexpr bool operator==(const HostPort& a, const HostPort& b) noexcept {
    if (a.has_port_ != b.has_port_ || a.port_ != b.port_) return false;
    if (a.is_v6() && b.is_v6()) return a.v6() == b.v6();
    return detail::equal_ignoring_case(a.host_, b.host_); // of IPv4 there is one spelling
  }

private:
  template <class>
  friend struct detail::Parser;
  friend constexpr std::to_chars_result to_chars(char* first, char* last,
                                                 const HostPort& host_port) noexcept;
  friend constexpr std::size_t text_size(const HostPort& host_port) noexcept;

  explicit constexpr HostPort(std::string_view host) noexcept : host_{host} {}
  constexpr HostPort(std::string_view host, Port port) noexcept
      : host_{host}, port_{port}, has_port_{true} {}

  [[nodiscard]] constexpr bool is_v6() const noexcept {
    return host_.find(':') != std::string_view::npos;
  }
  /// Precondition: is_v6().
  [[nodiscard]] constexpr Ipv6Address v6() const noexcept { return *parse<Ipv6Address>(host_); }

  std::string_view host_;
  Port port_{};
  bool has_port_ = false;
};

namespace detail {

/// True for the types that point into the text they are parsed from.
template <class T>
inline constexpr bool views_its_text = false;
template <>
inline constexpr bool views_its_text<HostPort> = true;

template <std::same_as<HostPort> T>
struct Parser<T> {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text,
                                                 ParseOptions options) noexcept {
    if (text.empty()) return ParseError{ParseErrc::empty, 0, 0};
    if (text.size() > 0xFFFF'FFFF) return ParseError{ParseErrc::too_long, 0, 0};
    if (text[0] == '[')
      return with_port(text.substr(1, text.find(']') - 1), text, read_bracketed(text, options),
                       options);
    if (looks_like_ipv6(text))
      return ParseError{ParseErrc::missing_brackets, 0, static_cast<std::uint32_t>(text.size())};
    const std::string_view host = text.substr(0, text.find(':'));
    if (!host.empty()) {
      const HostReading reading = read_host(host);
      if (!reading.is_valid) return reading.error;
    }
    return with_port(host, text, read_port_behind(text, host.size(), {}, options), options);
  }

private:
  /// The host with what was read behind it, where the port may be missing.
  [[nodiscard]] static constexpr Result<T> with_port(std::string_view host, std::string_view text,
                                                     const EndpointReading& reading,
                                                     ParseOptions options) noexcept {
    if (reading.is_valid) return T{host, reading.port};
    const bool has_colon = text.back() == ':';
    if (reading.error.code != ParseErrc::missing_port ||
        (has_colon && !has_option(options, ParseOptions::empty_port_allowed)))
      return reading.error;
    if (host.empty()) return ParseError{ParseErrc::missing_host, 0, 0};
    return T{host};
  }
};

} // namespace detail

/// A view of a temporary string would dangle: name the string, then parse it.
template <class T, class Owner>
  requires(detail::views_its_text<T> && !std::is_reference_v<Owner> &&
           !std::is_trivially_destructible_v<Owner>)
Result<T> parse(Owner&&, ParseOptions = ParseOptions::strict) = delete;

/// Writes "example.com:3000" or "[2001:db8::1]:443", without a NUL; bytes of [ptr, last) may be
/// used as scratch.
/// Error: value_too_large with ptr == last if it does not fit; text_size(host_port) bytes do.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      const HostPort& host_port) noexcept {
  std::to_chars_result place{first, std::errc{}};
  if (host_port.is_v6()) {
    place = detail::copy_text(first, last, "[");
    if (place.ec == std::errc{}) place = to_chars(place.ptr, last, host_port.v6());
    if (place.ec == std::errc{}) place = detail::copy_text(place.ptr, last, "]");
  } else {
    place = detail::write_name(first, last, host_port.host_);
  }
  if (!host_port.has_port_) return place;
  if (place.ec == std::errc{}) place = detail::copy_text(place.ptr, last, ":");
  if (place.ec == std::errc{}) place = to_chars(place.ptr, last, host_port.port_);
  return place;
}

/// The size in bytes of the text that to_chars writes; no max_text_size holds every name.
[[nodiscard]] constexpr std::size_t text_size(const HostPort& host_port) noexcept {
  // All but a name has a bound.
  char text[max_text_size<TcpEndpoint>] = {};
  const std::size_t name_size = host_port.is_v6() ? 0 : host_port.host_.size();
  HostPort rest = host_port;
  rest.host_.remove_prefix(name_size);
  const char* const end = to_chars(text, text + sizeof text, rest).ptr;
  return name_size + static_cast<std::size_t>(end - text);
}

} // namespace portkit::inline v0
#endif // PORTKIT_HOST_PORT_HPP
