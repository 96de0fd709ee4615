// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_ZONE_HPP
#define PORTKIT_ZONE_HPP

// The names of zones, as in fe80::1%eth0: only the host they belong to knows their scope ids.
// On Windows include this header before <windows.h>, and link with iphlpapi, whose header declares
// an Ipv4Address and an Ipv6Address of its own: there write portkit::Ipv6Address.

#include <portkit/address.hpp>
#include <portkit/detail/ascii.hpp>
#include <portkit/detail/endpoint_text.hpp>
#include <portkit/endpoint.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/typed_port.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <system_error>

#if defined(_WIN32)
#include <winsock2.h> // each before the next

#include <ws2tcpip.h>

#include <iphlpapi.h>
#else
#include <net/if.h>
#endif

namespace portkit::inline v0 {

namespace detail {

/// Ipv6Address, IpAddress, Endpoint<P>, TransportEndpoint.
template <class T>
concept HasZone =
    std::same_as<T, Ipv6Address> || std::same_as<T, IpAddress> || requires(const T& endpoint) {
      { endpoint.address() } -> std::same_as<const IpAddress&>;
    };

/// The longest name of an interface, without a NUL.
#if defined(_WIN32)
inline constexpr std::size_t max_zone_name = IF_MAX_STRING_SIZE;
#else
inline constexpr std::size_t max_zone_name = IF_NAMESIZE - 1;
#endif

[[nodiscard]] constexpr bool is_zone_number(std::string_view zone) noexcept {
  return zone.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Not so for bytes at which the system would end a name, as Linux does at a colon, or the text of
/// an endpoint its zone.
[[nodiscard]] constexpr bool is_zone_name(std::string_view zone) noexcept {
  for (const char c : zone)
    if (static_cast<unsigned char>(c) <= ' ' || c == ':' || c == '/' || c == ']') return false;
  return zone.size() <= max_zone_name && !is_zone_number(zone);
}

/// The scope id of the interface of this name, or 0.
[[nodiscard]] inline std::uint32_t find_scope(std::string_view zone) noexcept {
  if (!is_zone_name(zone)) return 0;
  char name[max_zone_name + 1] = {};
  std::memcpy(name, zone.data(), zone.size());
  return if_nametoindex(name);
}

/// The address before a zone that was refused, if only the zone is wrong, and the zone's scope id.
[[nodiscard]] inline Result<Ipv6Address> read_zone(std::string_view text,
                                                   const ParseError& refused) noexcept {
  const std::string_view zone = text.substr(refused.position, refused.length);
  if (refused.code != ParseErrc::scope_not_a_number || is_zone_number(zone)) return refused;
  const std::uint32_t scope = find_scope(zone);
  if (scope == 0) return ParseError{ParseErrc::unknown_zone, refused.position, refused.length};
  const std::size_t start = text[0] == '[';
  return parse<Ipv6Address>(text.substr(start, refused.position - 1 - start))->with_scope(scope);
}

/// The port behind the bracket at this place, with which a zone ends.
[[nodiscard]] constexpr EndpointReading read_behind_zone(std::string_view text, std::size_t close,
                                                         const Ipv6Address& address,
                                                         ParseOptions options) noexcept {
  const std::size_t colon = close + 1;
  if (colon != text.size() && text[colon] != ':')
    return refuse_endpoint({ParseErrc::text_after_bracket, static_cast<std::uint32_t>(colon), 1});
  return read_port_behind(text, colon, address, options);
}

/// Puts a T together from its address and what stands in its text behind the zone: nothing, if it
/// is an address.
template <class T>
struct ZoneParser {
  [[nodiscard]] static constexpr Result<T> join(std::string_view, std::size_t,
                                                const Ipv6Address& address, ParseOptions) noexcept {
    return T{address};
  }
};
template <Protocol P>
struct ZoneParser<Endpoint<P>> {
  [[nodiscard]] static constexpr Result<Endpoint<P>> join(std::string_view text, std::size_t close,
                                                          const Ipv6Address& address,
                                                          ParseOptions options) noexcept {
    const EndpointReading reading = read_behind_zone(text, close, address, options);
    if (!reading.is_valid) return reading.error;
    return Endpoint<P>{reading.address, TypedPort<P>{reading.port}};
  }
};
template <std::same_as<TransportEndpoint> T>
struct ZoneParser<T> {
  [[nodiscard]] static constexpr Result<T> join(std::string_view text, std::size_t close,
                                                const Ipv6Address& address,
                                                ParseOptions options) noexcept {
    const std::size_t slash = text.find('/');
    const EndpointReading reading =
        read_behind_zone(text.substr(0, slash), close, address, options);
    if (!reading.is_valid) return reading.error;
    const ProtocolReading protocol = read_protocol_behind(text, slash);
    if (!protocol.is_valid) return protocol.error;
    return T{reading.address, TransportPort{protocol.protocol, reading.port}};
  }
};

} // namespace detail

/// As parse, and a zone may also be the name of a network interface of this host: "fe80::1%eth0",
/// "[fe80::1%eth0]:53".  Each call asks the system; a zone of digits is a scope id.
/// Error: as of parse, or unknown_zone, which marks the name.
template <detail::HasZone T>
[[nodiscard]] Result<T> parse_with_zone(std::string_view text,
                                        ParseOptions options = ParseOptions::strict) noexcept {
  const Result<T> plain = parse<T>(text, options);
  if (plain) return plain;
  const ParseError zone = plain.error();
  const Result<Ipv6Address> address = detail::read_zone(text, zone);
  if (!address) return address.error();
  return detail::ZoneParser<T>::join(text, zone.position + zone.length, *address, options);
}

/// An address or endpoint to be printed with the name of its zone; with_zone makes it.
///
/// Text:  "fe80::1%eth0" for "fe80::1%2"; the number stays where no interface has it and where the
///        name would not be read back, as of one made of digits.  Read by parse_with_zone<T>.
/// Shape: trivially copyable.
template <detail::HasZone T>
class WithZone {
public:
  explicit WithZone(const T& value) noexcept : value_{value} {
    const std::uint32_t scope = scope_of(value);
    const bool is_named = scope != 0 && if_indextoname(scope, name_) != nullptr;
    if (!is_named || !detail::is_zone_name(name_)) *name_ = '\0';
  }

  [[nodiscard]] const T& value() const noexcept { return value_; }
  /// The name, or an empty text where the number is printed.
  [[nodiscard]] std::string_view name() const noexcept { return name_; }

private:
  [[nodiscard]] static std::uint32_t scope_of(const Ipv6Address& address) noexcept {
    return address.scope_id();
  }
  [[nodiscard]] static std::uint32_t scope_of(const IpAddress& address) noexcept {
    return address.is_v6() ? address.v6()->scope_id() : 0;
  }
  [[nodiscard]] static std::uint32_t scope_of(const auto& endpoint) noexcept {
    return scope_of(endpoint.address());
  }

  T value_;
  char name_[detail::max_zone_name + 1] = {};
};

/// The value, to be printed with the name of its zone: to_string(with_zone(endpoint)).  Asks the
/// system now, not when it is printed.
template <detail::HasZone T>
[[nodiscard]] WithZone<T> with_zone(const T& value) noexcept {
  return WithZone<T>{value};
}

template <class T>
inline constexpr std::size_t max_text_size<WithZone<T>> = max_text_size<T> + detail::max_zone_name;

/// A type that has a text; what reads it is parse_with_zone<T>.
template <class T>
struct detail::Parser<WithZone<T>> {};

/// Writes the text of the value with the name of its zone, without a NUL.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<WithZone<T>> does.
template <class T>
[[nodiscard]] std::to_chars_result to_chars(char* first, char* last,
                                            const WithZone<T>& with) noexcept {
  char buffer[max_text_size<T>];
  const char* const end = to_chars(buffer, buffer + sizeof buffer, with.value()).ptr;
  std::string_view rest{buffer, static_cast<std::size_t>(end - buffer)};
  std::to_chars_result place{first, std::errc{}};
  if (!with.name().empty()) {
    const std::size_t zone = rest.find('%') + 1;
    place = detail::copy_text(place.ptr, last, rest.substr(0, zone));
    if (place.ec == std::errc{}) place = detail::copy_text(place.ptr, last, with.name());
    rest.remove_prefix(zone);
    while (!rest.empty() && detail::is_digit(rest[0])) rest.remove_prefix(1); // the number
  }
  return place.ec == std::errc{} ? detail::copy_text(place.ptr, last, rest) : place;
}

} // namespace portkit::inline v0
#endif // PORTKIT_ZONE_HPP
