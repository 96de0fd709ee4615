// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_RANGE_TEXT_HPP
#define PORTKIT_DETAIL_RANGE_TEXT_HPP

#include <portkit/detail/port_number.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/result.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portkit::inline v0::detail {

/// Two ports, the first not above the last, or the reason why there are none.
struct RangeReading {
  bool is_valid;
  Port first;
  Port last;
  ParseError error;
};

/// The whole text as "port" or "port-port", where the dash may be another character.
[[nodiscard]] constexpr RangeReading read_range(std::string_view text, ParseOptions options,
                                                char dash = '-') noexcept {
  const std::size_t place = text.size() > 0xFFFF'FFFF ? text.npos : text.find(dash);
  const PortReading first = read_port(text.substr(0, place), options);
  if (!first.is_valid) return {false, {}, {}, first.error};
  if (place == text.npos) return {true, Port{first.value}, Port{first.value}, {}};

  const PortReading last = read_port(text.substr(place + 1), options);
  if (!last.is_valid) return {false, {}, {}, last.error.shifted(place + 1)};
  if (last.value < first.value)
    return {false, {}, {}, {ParseErrc::reversed_range, 0, static_cast<std::uint32_t>(text.size())}};
  return {true, Port{first.value}, Port{last.value}, {}};
}

/// Writes "first-last", or "first" if they are equal.
[[nodiscard]] constexpr std::to_chars_result write_range(char* to, char* end, Port first, Port last,
                                                         char dash = '-') noexcept {
  const std::to_chars_result head = to_chars(to, end, first);
  if (head.ec != std::errc{} || first == last) return head;
  if (head.ptr == end) return {end, std::errc::value_too_large};
  *head.ptr = dash;
  return to_chars(head.ptr + 1, end, last);
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_RANGE_TEXT_HPP
