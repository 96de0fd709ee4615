// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_IPV4_TEXT_HPP
#define PORTKIT_DETAIL_IPV4_TEXT_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portkit::inline v0::detail {

/// The longest IPv4 address is 255.255.255.255.
inline constexpr std::size_t max_ipv4_text = 15;

/// An IPv4 address as a number, the first part highest, or the reason why there is none.
struct Ipv4Reading {
  bool is_valid;
  std::uint32_t value;
  ParseError error;
};

/// Four decimal parts, of 0 to 255 each, without leading zeros.  Positions as in `text`, which has
/// less than 4 GiB.
[[nodiscard]] constexpr Ipv4Reading read_ipv4(std::string_view text) noexcept {
  const auto refuse = [](ParseErrc code, std::size_t first, std::size_t last) noexcept {
    return Ipv4Reading{
        false,
        0,
        {code, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last - first)}};
  };
  std::uint32_t address = 0;
  std::size_t place = 0;
  for (int part = 0; part != 4; ++part) {
    const std::size_t start = place;
    std::uint32_t octet = 0;
    for (; place != text.size() && is_digit(text[place]); ++place)
      if (octet <= 255) octet = octet * 10 + static_cast<std::uint32_t>(text[place] - '0');
    const bool is_last = part == 3;
    if (place != text.size() && text[place] != '.')
      return refuse(ParseErrc::not_an_address_character, place, place + 1);
    if (place == start) return refuse(ParseErrc::missing_octet, place, place);
    if (text[start] == '0' && place - start > 1) {
      std::size_t zeros = start;
      while (zeros != place - 1 && text[zeros] == '0') ++zeros;
      return refuse(ParseErrc::octet_leading_zero, start, zeros);
    }
    if (octet > 255) return refuse(ParseErrc::octet_out_of_range, start, place);
    if (is_last && place != text.size())
      return refuse(ParseErrc::too_many_octets, place, text.size());
    if (!is_last && place == text.size()) return refuse(ParseErrc::missing_octet, place, place);
    address = address << 8 | octet;
    ++place;
  }
  return {true, address, {}};
}

/// Writes a part, 0 to 255.
constexpr char* write_octet(char* to, std::uint32_t octet) noexcept {
  if (octet >= 100) *to++ = static_cast<char>('0' + octet / 100);
  if (octet >= 10) *to++ = static_cast<char>('0' + octet / 10 % 10);
  *to++ = static_cast<char>('0' + octet % 10);
  return to;
}

/// Writes an address; there is room for max_ipv4_text bytes.
constexpr char* write_ipv4(char* to, std::uint32_t address) noexcept {
  to = write_octet(to, address >> 24);
  *to++ = '.';
  to = write_octet(to, address >> 16 & 0xFF);
  *to++ = '.';
  to = write_octet(to, address >> 8 & 0xFF);
  *to++ = '.';
  return write_octet(to, address & 0xFF);
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_IPV4_TEXT_HPP
