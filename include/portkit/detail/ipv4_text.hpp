// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_IPV4_TEXT_HPP
#define PORTKIT_DETAIL_IPV4_TEXT_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/detail/octet_texts.hpp>
#include <portkit/detail/plain_ipv4.hpp>
#include <portkit/detail/plain_ipv4_vector.hpp>
#include <portkit/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace portkit::inline v0::detail {

/// The longest IPv4 address is 255.255.255.255.
inline constexpr std::size_t max_ipv4_text = 15;

/// An IPv4 address as a number, the first part highest, or the reason why there is none.
struct Ipv4Reading {
  bool is_valid;
  std::uint32_t value;
  ParseError error;
};

/// The whole text as four decimal parts, of 0 to 255 each, without leading zeros: the path that
/// explains.  Positions as in `text`, which has less than 4 GiB.
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

/// The address that a text starts with: the fast path, which says yes or no.
[[nodiscard]] constexpr PlainIpv4 read_plain_ipv4(std::string_view text) noexcept {
  if (std::is_constant_evaluated() || text.size() <= 8) return read_plain_ipv4_by_bytes(text);
  return read_plain_ipv4_by_vector(text);
}

/// Writes a part and the full stop behind it into room for four bytes: the end of both.
template <class Char>
constexpr Char* write_octet(Char* to, std::size_t octet) noexcept {
  std::char_traits<Char>::copy(to, octet_texts<Char> + 4 * octet, 4);
  return to + octet_sizes<Char>[octet];
}

/// Writes an address into room for max_ipv4_text bytes.
template <class Char>
constexpr Char* write_ipv4(Char* to, std::uint32_t address) noexcept {
  to = write_octet(to, address >> 24); // not a loop, which GCC would keep
  to = write_octet(to, address >> 16 & 0xFF);
  to = write_octet(to, address >> 8 & 0xFF);
  const std::size_t octet = address & 0xFF; // behind which there may be no room
  std::char_traits<Char>::copy(to, octet_texts<Char> + 4 * octet, 3);
  return to + (octet_sizes<Char>[octet] - 1);
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_IPV4_TEXT_HPP
