// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_ENDPOINT_TEXT_HPP
#define PORTKIT_DETAIL_ENDPOINT_TEXT_HPP

#include <portkit/address.hpp>
#include <portkit/detail/hash.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/result.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portkit::inline v0::detail {

/// An address and a port, or the reason why there is none.
struct EndpointReading {
  bool is_valid;
  IpAddress address;
  Port port;
  ParseError error;
};

[[nodiscard]] constexpr EndpointReading refuse_endpoint(const ParseError& error) noexcept {
  return {false, {}, {}, error};
}

/// The port behind the colon at this place.
[[nodiscard]] constexpr EndpointReading read_port_behind(std::string_view text, std::size_t colon,
                                                         const IpAddress& address,
                                                         ParseOptions options) noexcept {
  const std::size_t start = colon + 1;
  if (start >= text.size())
    return refuse_endpoint({ParseErrc::missing_port, static_cast<std::uint32_t>(text.size()), 0});
  const PortReading port = read_port(text.substr(start), options);
  if (!port.is_valid) return refuse_endpoint(port.error.shifted(start));
  return {true, address, Port{port.value}, {}};
}

/// "[address]:port"
[[nodiscard]] constexpr EndpointReading read_bracketed(std::string_view text,
                                                       ParseOptions options) noexcept {
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos) return refuse_endpoint({ParseErrc::unclosed_bracket, 0, 1});
  const std::string_view inside = text.substr(1, close - 1);
  if (inside.find(':') == std::string_view::npos)
    return refuse_endpoint(
        {ParseErrc::not_ipv6_in_brackets, 1, static_cast<std::uint32_t>(inside.size())});
  const Result<Ipv6Address> address = parse<Ipv6Address>(inside);
  if (!address) return refuse_endpoint(address.error().shifted(1));
  if (close + 1 != text.size() && text[close + 1] != ':')
    return refuse_endpoint(
        {ParseErrc::text_after_bracket, static_cast<std::uint32_t>(close + 1), 1});
  return read_port_behind(text, close + 1, *address, options);
}

/// The whole text as "address:port".  Source: RFC 3986 section 3.2.2 for the brackets.
[[nodiscard]] constexpr EndpointReading read_endpoint(std::string_view text,
                                                      ParseOptions options) noexcept {
  if (text.empty()) return refuse_endpoint({ParseErrc::empty, 0, 0});
  if (text.size() > 0xFFFF'FFFF) return refuse_endpoint({ParseErrc::too_long, 0, 0});
  if (text[0] == '[') return read_bracketed(text, options);

  const std::size_t colon = text.find(':');
  const std::string_view before = text.substr(0, colon);
  const bool looks_like_ipv6 = colon != std::string_view::npos &&
                               before.find('.') == std::string_view::npos &&
                               text.find(':', colon + 1) != std::string_view::npos;
  if (looks_like_ipv6)
    return refuse_endpoint(
        {ParseErrc::missing_brackets, 0, static_cast<std::uint32_t>(text.size())});
  const Result<Ipv4Address> address = parse<Ipv4Address>(before);
  if (!address) return refuse_endpoint(address.error());
  return read_port_behind(text, before.size(), *address, options);
}

/// Address, colon and port, the address in brackets if its version needs them.
[[nodiscard]] constexpr std::to_chars_result
write_endpoint(char* first, char* last, const IpAddress& address, auto port) noexcept {
  const bool is_v6 = address.is_v6();
  std::to_chars_result place = copy_text(first, last, is_v6 ? "[" : "");
  if (place.ec == std::errc{}) place = to_chars(place.ptr, last, address);
  if (place.ec == std::errc{}) place = copy_text(place.ptr, last, is_v6 ? "]:" : ":");
  if (place.ec == std::errc{}) place = to_chars(place.ptr, last, port);
  return place;
}

/// The key is that of a TransportPort.
[[nodiscard]] constexpr std::size_t hash_endpoint(const IpAddress& address,
                                                  std::uint32_t key) noexcept {
  return hash_append(hash_value(address), key);
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_ENDPOINT_TEXT_HPP
