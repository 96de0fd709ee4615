// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_PLAIN_IPV6_HPP
#define PORTKIT_DETAIL_PLAIN_IPV6_HPP

#include <portkit/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portkit::inline v0::detail {

/// An IPv6 address as four numbers, the first groups highest, and its scope id.
struct Ipv6Words {
  std::uint32_t words[4];
  std::uint32_t scope;
};

/// By byte: 0 to 15, or 16 for one that is no hexadecimal digit.  Sixteen of them in a line.
inline constexpr char hex_digits[] = "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\0\1\2\3\4\5\6\7\10\11\20\20\20\20\20\20"
                                     "\20\12\13\14\15\16\17\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\12\13\14\15\16\17\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"
                                     "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20";

[[nodiscard]] constexpr std::uint32_t hex_digit(char c) noexcept {
  return static_cast<std::uint32_t>(hex_digits[static_cast<unsigned char>(c)]);
}

/// The IPv6 address that a text starts with.
struct PlainIpv6 {
  Ipv6Words address;
  std::size_t size; ///< in bytes; 0 if the text does not start with an address
};

/// Groups of one to four hexadecimal digits and at most one ::; no IPv4 address, no scope id.
[[nodiscard]] constexpr PlainIpv6 read_plain_ipv6(std::string_view text) noexcept {
  constexpr std::size_t none = 9; // no number of groups
  std::uint32_t groups[8] = {};
  std::size_t count = 0;
  std::size_t gap = none; // how many groups stand before the ::
  const char* place = text.data();
  const char* const end = place + text.size();
  if (text.size() > 1 && place[0] == ':' && place[1] == ':') {
    gap = 0;
    place += 2;
  }
  for (;;) {
    std::uint32_t group = place != end ? hex_digit(*place) : 16;
    if (group > 15) {
      if (gap != count) return {};
      break;
    }
    if (count == 8) return {};
    ++place;
    for (const char* const limit = end - place < 3 ? end : place + 3; place != limit; ++place) {
      const std::uint32_t digit = hex_digit(*place);
      if (digit > 15) break;
      group = group << 4 | digit;
    }
    groups[count++] = group;
    if (place == end || *place != ':') break;
    ++place;
    if (place == end || *place != ':') continue;
    if (gap != none) return {};
    gap = count;
    ++place;
  }
  if ((count == 8) != (gap == none)) return {};

  for (std::size_t i = 1; i <= count - (gap == none ? count : gap); ++i) { // those behind the gap
    groups[8 - i] = groups[count - i];
    groups[count - i] = 0;
  }
  return {{{groups[0] << 16 | groups[1], groups[2] << 16 | groups[3], groups[4] << 16 | groups[5],
            groups[6] << 16 | groups[7]},
           0},
          static_cast<std::size_t>(place - text.data())};
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_PLAIN_IPV6_HPP
