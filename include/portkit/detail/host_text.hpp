// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_HOST_TEXT_HPP
#define PORTKIT_DETAIL_HOST_TEXT_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/detail/ipv4_text.hpp>
#include <portkit/detail/ipv6_text.hpp>
#include <portkit/result.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace portkit::inline v0::detail {

/// Where a host is wrong, if it is.
struct HostReading {
  bool is_valid;
  ParseError error;
};

/// The unreserved characters and the sub-delims of RFC 3986 section 2.
[[nodiscard]] constexpr bool is_host_character(char c) noexcept {
  return is_letter(c) || is_digit(c) ||
         std::string_view{"-._~!$&'()*+,;="}.find(c) != std::string_view::npos;
}

/// Every byte is one of a reg-name or of `others`, every % followed by two hexadecimal digits.
/// Source: RFC 3986 sections 3.2.1 and 3.2.2.
[[nodiscard]] constexpr HostReading read_host_characters(std::string_view text,
                                                         std::string_view others) noexcept {
  for (std::size_t i = 0; i != text.size(); ++i) {
    if (is_host_character(text[i]) || others.find(text[i]) != std::string_view::npos) continue;
    const bool is_encoded = text[i] == '%' && text.size() - i > 2 && hex_digit(text[i + 1]) < 16 &&
                            hex_digit(text[i + 2]) < 16;
    if (!is_encoded)
      return {false, {ParseErrc::not_a_host_character, static_cast<std::uint32_t>(i), 1}};
  }
  return {true, {}};
}

/// True if the last label, dots at the end aside, is a number to readers of addresses: digits, or
/// 0x and hexadecimal digits, each plain or percent-encoded; also if there are dots only.
/// Precondition: read_host_characters takes the text.
/// Source: WHATWG URL Standard, "ends in a number checker", which "1.." gets past.
[[nodiscard]] constexpr bool ends_in_number(std::string_view host) noexcept {
  bool is_decimal = true;
  bool is_hexadecimal = true;
  std::size_t place = 0; // in the label
  bool is_behind_dot = false;
  for (std::size_t i = 0; i != host.size(); ++i) {
    char c = host[i];
    if (c == '%') {
      c = static_cast<char>(hex_digit(host[i + 1]) << 4 | hex_digit(host[i + 2]));
      i += 2;
    }
    if (c == '.') {
      is_behind_dot = true;
      continue;
    }
    if (is_behind_dot) {
      is_decimal = is_hexadecimal = true;
      place = 0;
      is_behind_dot = false;
    }
    is_decimal = is_decimal && is_digit(c);
    is_hexadecimal = is_hexadecimal && (place == 0   ? c == '0'
                                        : place == 1 ? to_lower(c) == 'x'
                                                     : hex_digit(c) < 16);
    ++place;
  }
  return is_decimal || is_hexadecimal;
}

/// A host that is not in brackets and not empty: a name or an IPv4 address.
[[nodiscard]] constexpr HostReading read_host(std::string_view host) noexcept {
  const HostReading characters = read_host_characters(host, "");
  if (!characters.is_valid || !ends_in_number(host)) return characters;
  const Ipv4Reading address = read_ipv4(host);
  return {address.is_valid, address.error};
}

/// True for an IPv6 address that lacks its brackets, whatever comes behind it: hexadecimal digits
/// or nothing before the first colon, and a second colon.
[[nodiscard]] constexpr bool looks_like_ipv6(std::string_view text) noexcept {
  std::size_t colon = 0;
  while (colon != text.size() && hex_digit(text[colon]) < 16) ++colon;
  return colon != text.size() && text[colon] == ':' &&
         text.find(':', colon + 1) != std::string_view::npos;
}

/// Writes a host name or a scheme in lower case, but the digits behind a % in upper case.
/// Source: RFC 3986 section 6.2.2.1.
[[nodiscard]] constexpr std::to_chars_result write_name(char* first, char* last,
                                                        std::string_view name) noexcept {
  if (last - first < static_cast<std::ptrdiff_t>(name.size()))
    return {last, std::errc::value_too_large};
  std::size_t encoded = 0; // how many digits of a percent-encoded byte are left
  for (const char c : name) {
    *first++ = encoded != 0 ? "0123456789ABCDEF"[hex_digit(c)] : to_lower(c);
    encoded = c == '%' ? 2 : encoded - (encoded != 0);
  }
  return {first, std::errc{}};
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_HOST_TEXT_HPP
