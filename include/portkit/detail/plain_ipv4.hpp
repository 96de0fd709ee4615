// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_PLAIN_IPV4_HPP
#define PORTKIT_DETAIL_PLAIN_IPV4_HPP

#include <portkit/detail/ascii.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portkit::inline v0::detail {

/// The IPv4 address that a text starts with.
struct PlainIpv4 {
  std::uint32_t address; ///< as a number, the first part highest
  std::uint32_t size;    ///< in bytes; 0 if the text does not start with an address
};

/// Four decimal parts, of 0 to 255 each, without leading zeros; behind them stands no digit.
[[nodiscard]] constexpr PlainIpv4 read_plain_ipv4_by_bytes(std::string_view text) noexcept {
  std::uint32_t address = 0;
  std::size_t place = 0;
  for (int part = 0; part != 4; ++part) {
    if (part != 0) {
      if (place == text.size() || text[place] != '.') return {};
      ++place;
    }
    const std::size_t start = place;
    std::uint32_t octet = 0;
    for (; place != text.size() && is_digit(text[place]) && octet <= 255; ++place)
      octet = octet * 10 + static_cast<std::uint32_t>(text[place] - '0');
    const bool has_leading_zero = place - start > 1 && text[start] == '0';
    if (place == start || octet > 255 || has_leading_zero) return {};
    address = address << 8 | octet;
  }
  return {address, static_cast<std::uint32_t>(place)};
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_PLAIN_IPV4_HPP
