// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_ENDPOINT_TEXT_HPP
#define PORTKIT_DETAIL_ENDPOINT_TEXT_HPP

#include <portkit/address.hpp>
#include <portkit/detail/hash.hpp>
#include <portkit/detail/load_store.hpp>
#include <portkit/detail/plain_ipv4.hpp>
#include <portkit/detail/plain_ipv6.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/detail/write_text.hpp>
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

/// An address and a port; the port is above 65535 if there are none.
struct PlainEndpoint {
  IpAddress address;
  std::uint32_t port = not_a_plain_port;

  [[nodiscard]] constexpr bool is_valid(ParseOptions options) const noexcept {
    return port <= 65535 && (port != 0 || !has_option(options, ParseOptions::nonzero_port));
  }
};

/// read_plain_port of the last `size` bytes of a text of eight bytes or more.
[[nodiscard]] constexpr std::uint32_t read_last_port(std::string_view text,
                                                     std::size_t size) noexcept {
  if (size - 1 >= max_port_digits) return not_a_plain_port; // also of 0, by wrap-around
  const std::size_t others = 64 - 8 * size;
  const std::uint64_t bytes = load_eight(text.data() + text.size() - 8) ^ 0x3030'3030'3030'3030;
  const std::uint64_t from_first = bytes >> others;
  const bool has_leading_zero = (from_first & 0xFF) == 0 && size != 1;
  // Eight decimal places, zeros before the port.
  const std::uint64_t places = from_first << others;
  const bool has_other = (((places + 0x7676'7676'7676'7676) | places) & 0x8080'8080'8080'8080) != 0;
  if (has_leading_zero || has_other) return not_a_plain_port;
  const std::uint64_t pairs = (places * (1 + (10 << 8))) >> 8 & 0x00FF'00FF'00FF'00FF;
  const std::uint64_t fours = (pairs * (1 + (100 << 16))) >> 16 & 0x0000'FFFF'0000'FFFF;
  return static_cast<std::uint32_t>((fours * (1 + (std::uint64_t{10'000} << 32))) >> 32);
}

/// The usual endpoint, without a scope id: the fast path, which says yes or no.
[[nodiscard]] constexpr PlainEndpoint read_plain_endpoint(std::string_view text) noexcept {
  if (text.size() < 8) return {};
  if (text[0] != '[') {
    const PlainIpv4 plain = read_plain_ipv4(text);
    if (plain.size == 0 || plain.size == text.size() || text[plain.size] != ':') return {};
    Ipv4Address address;
    address.number_ = plain.address;
    return {address, read_last_port(text, text.size() - plain.size - 1)};
  }
  const PlainIpv6 plain = read_plain_ipv6(text.substr(1));
  const std::size_t close = plain.size + 1;
  if (plain.size == 0 || text.size() - close < 2 || text[close] != ']' || text[close + 1] != ':')
    return {};
  return {make_ipv6(plain.address), read_last_port(text, text.size() - close - 2)};
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

/// The whole text as "address:port", and the reason of a refusal.
/// Source: RFC 3986 section 3.2.2 for the brackets.
[[nodiscard]] constexpr EndpointReading explain_endpoint(std::string_view text,
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

/// explain_endpoint, with the usual text on a fast path.
[[nodiscard]] constexpr EndpointReading read_endpoint(std::string_view text,
                                                      ParseOptions options) noexcept {
  const PlainEndpoint plain = read_plain_endpoint(text);
  if (plain.is_valid(options))
    return {true, plain.address, Port{static_cast<std::uint16_t>(plain.port)}, {}};
  return explain_endpoint(text, options);
}

/// Address, colon and port, the address in brackets if its version needs them, into enough room.
template <class Port>
constexpr char* write_endpoint(char* to, const IpAddress& address, Port port) noexcept {
  if (address.is_v6()) {
    *to++ = '[';
    to = write_ipv6(to, address.address_);
    *to++ = ']';
  } else {
    to = write_ipv4(to, address.address_.words_[3]);
  }
  *to++ = ':';
  return to_chars(to, to + max_text_size<Port>, port).ptr;
}

/// The same into any room: what to_chars gives.
template <class Port>
[[nodiscard]] constexpr std::to_chars_result
write_endpoint(char* first, char* last, const IpAddress& address, Port port) noexcept {
  constexpr std::size_t longest = max_text_size<IpAddress> + 3 + max_text_size<Port>;
  return write_text<longest>(first, last,
                             [&](char* to) { return write_endpoint(to, address, port); });
}

/// The key is that of a TransportPort.
[[nodiscard]] constexpr std::size_t hash_endpoint(const IpAddress& address,
                                                  std::uint32_t key) noexcept {
  return hash_append(hash_value(address), key);
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_ENDPOINT_TEXT_HPP
