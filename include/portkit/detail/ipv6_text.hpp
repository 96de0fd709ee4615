// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_IPV6_TEXT_HPP
#define PORTKIT_DETAIL_IPV6_TEXT_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/detail/ipv4_text.hpp>
#include <portkit/detail/load_store.hpp>
#include <portkit/detail/plain_ipv6.hpp>
#include <portkit/result.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portkit::inline v0::detail {

/// The longest canonical text is ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295.
inline constexpr std::size_t max_ipv6_text = 50;

/// An IPv6 address, or the reason why there is none.
struct Ipv6Reading {
  bool is_valid;
  Ipv6Words value;
  ParseError error;
};

[[nodiscard]] constexpr Ipv6Reading refuse_ipv6(ParseErrc code, std::size_t first,
                                                std::size_t last) noexcept {
  return {false,
          {},
          {code, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last - first)}};
}

/// Reads the scope id that stands behind the % at this place.  Source: RFC 4007 section 11.2.
[[nodiscard]] constexpr Ipv6Reading read_scope(std::string_view text,
                                               std::size_t percent) noexcept {
  const std::size_t start = percent + 1;
  std::uint64_t scope = 0;
  bool is_number = start != text.size() && (text[start] != '0' || start + 1 == text.size());
  for (std::size_t i = start; i != text.size(); ++i) {
    is_number = is_number && is_digit(text[i]);
    if (is_number && scope <= 0xFFFF'FFFF)
      scope = scope * 10 + static_cast<std::uint64_t>(text[i] - '0');
  }
  if (!is_number) return refuse_ipv6(ParseErrc::scope_not_a_number, start, text.size());
  if (scope > 0xFFFF'FFFF) return refuse_ipv6(ParseErrc::scope_out_of_range, start, text.size());
  return {true, {{}, static_cast<std::uint32_t>(scope)}, {}};
}

/// Groups of an address as they are read.
struct Ipv6Groups {
  std::uint16_t groups[8] = {};
  std::size_t count = 0;
  std::size_t gap = 9; ///< how many groups stand before the ::, or 9 if there is none

  constexpr void append(std::uint32_t group) noexcept {
    groups[count++] = static_cast<std::uint16_t>(group);
  }
  [[nodiscard]] constexpr bool has_gap() const noexcept { return gap != 9; }

  /// The address, zeros in the gap.
  [[nodiscard]] constexpr Ipv6Words words(std::uint32_t scope) const noexcept {
    Ipv6Words address{{}, scope};
    const std::size_t zeros = 8 - count;
    for (std::size_t i = 0; i != count; ++i) {
      const std::size_t place = i < gap ? i : i + zeros;
      address.words[place / 2] |= std::uint32_t{groups[i]} << (place % 2 == 0 ? 16 : 0);
    }
    return address;
  }
};

/// RFC 4291 section 2.2: eight groups of one to four hexadecimal digits, one run of zero groups as
/// ::, the last two groups also as an IPv4 address; then, behind a %, a scope id.  Positions as in
/// `text`, which has less than 4 GiB.
[[nodiscard]] constexpr Ipv6Reading read_ipv6(std::string_view text) noexcept {
  const std::size_t percent = text.find('%');
  const std::string_view address = text.substr(0, percent);
  const std::size_t size = address.size();
  Ipv6Groups read;
  std::size_t place = 0;
  if (size >= 2 && address[0] == ':' && address[1] == ':') {
    read.gap = 0;
    place = 2;
  }
  while (place != size || !read.has_gap()) {
    const std::size_t start = place;
    std::uint32_t group = 0;
    for (; place != size && hex_digit(address[place]) < 16; ++place)
      group = (group & 0xFFFF) << 4 | hex_digit(address[place]);

    if (place == start) {
      if (place == size) return refuse_ipv6(ParseErrc::missing_group, place, place);
      if (address[place] != ':')
        return refuse_ipv6(ParseErrc::not_an_address_character, place, place + 1);
      if (read.gap == read.count && place != 0) // as in :::
        return refuse_ipv6(ParseErrc::second_double_colon, place - 1, place + 1);
      return refuse_ipv6(ParseErrc::missing_group, place, place);
    }
    if (place != size && address[place] == '.') {
      if (read.count + 2 > 8 - std::size_t{read.has_gap()})
        return refuse_ipv6(ParseErrc::too_many_groups, start, size);
      if (read.count < 6 && !read.has_gap())
        return refuse_ipv6(ParseErrc::missing_group, start, start);
      const Ipv4Reading ipv4 = read_ipv4(address.substr(start));
      if (!ipv4.is_valid) return {false, {}, ipv4.error.shifted(start)};
      read.append(ipv4.value >> 16);
      read.append(ipv4.value & 0xFFFF);
      place = size;
      break;
    }
    if (place != size && address[place] != ':')
      return refuse_ipv6(ParseErrc::not_an_address_character, place, place + 1);
    if (place - start > 4) return refuse_ipv6(ParseErrc::group_too_long, start, place);
    if (read.count + 1 > 8 - std::size_t{read.has_gap()})
      return refuse_ipv6(ParseErrc::too_many_groups, start, size);
    read.append(group);
    if (place == size) break;

    ++place;
    if (place == size) return refuse_ipv6(ParseErrc::missing_group, place, place);
    if (address[place] == ':') {
      if (read.has_gap()) return refuse_ipv6(ParseErrc::second_double_colon, place - 1, place + 1);
      if (read.count == 8) return refuse_ipv6(ParseErrc::too_many_groups, place - 1, size);
      read.gap = read.count;
      ++place;
    }
  }
  if (read.count < 8 && !read.has_gap()) return refuse_ipv6(ParseErrc::missing_group, size, size);

  if (percent == std::string_view::npos) return {true, read.words(0), {}};
  const Ipv6Reading scope = read_scope(text, percent);
  return scope.is_valid ? Ipv6Reading{true, read.words(scope.value.scope), {}} : scope;
}

/// Writes a number in hexadecimal, without leading zeros, into room for four bytes.
constexpr char* write_group(char* to, std::uint32_t group) noexcept {
  // A digit in each byte, the first lowest.
  const std::uint32_t bytes = (group >> 8 & 0xFF) | (group & 0xFF) << 16;
  const std::uint32_t digits = (bytes >> 4 & 0x000F'000F) | (bytes & 0x000F'000F) << 8;
  const std::uint32_t letters = (digits + 0x0606'0606) >> 4 & 0x0101'0101;
  const unsigned zeros =
      unsigned{group < 0x1000} + unsigned{group < 0x100} + unsigned{group < 0x10};
  const std::uint32_t text = (digits + 0x3030'3030 + letters * ('a' - '0' - 10)) >> (8 * zeros);
  store_four(to, text);
  return to + (4 - zeros);
}

/// Writes a number in decimal.
constexpr char* write_scope(char* to, std::uint32_t scope) noexcept {
  std::uint32_t power = 1;
  while (scope / power >= 10) power *= 10;
  for (; power != 0; power /= 10) *to++ = static_cast<char>('0' + scope / power % 10);
  return to;
}

/// Writes the canonical text; there is room for max_ipv6_text bytes.  Source: RFC 5952 section 4,
/// and section 5 for ::ffff:192.0.2.1; RFC 4007 section 11.2 for the scope id, left out if 0.
constexpr char* write_ipv6(char* to, const Ipv6Words& address) noexcept {
  const auto& words = address.words;
  if (words[0] == 0 && words[1] == 0 && words[2] == 0xFFFF) {
    for (const char c : std::string_view{"::ffff:"}) *to++ = c;
    to = write_ipv4(to, words[3]);
  } else {
    std::uint32_t groups[8] = {};
    for (std::size_t i = 0; i != 8; ++i) groups[i] = words[i / 2] >> (i % 2 == 0 ? 16 : 0) & 0xFFFF;

    // The first of the longest runs of zeros, if it has two groups or more.
    std::uint32_t runs = 0; // bit i: at group i starts a run of gap_size zeros
    for (std::size_t i = 0; i != 8; ++i) runs |= std::uint32_t{groups[i] == 0} << i;
    const std::uint32_t zeros = runs;
    std::size_t gap_size = 1;
    for (; (runs & zeros >> gap_size) != 0; ++gap_size) runs &= zeros >> gap_size;
    const std::size_t gap = gap_size == 1 ? 8 : static_cast<std::size_t>(std::countr_zero(runs));
    for (std::size_t i = 0; i != 8; ++i) {
      if (i == gap) {
        *to++ = ':';
        *to++ = ':';
        i += gap_size - 1;
        continue;
      }
      if (i != 0 && i != gap + gap_size) *to++ = ':';
      to = write_group(to, groups[i]);
    }
  }
  if (address.scope == 0) return to;
  *to++ = '%';
  return write_scope(to, address.scope);
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_IPV6_TEXT_HPP
