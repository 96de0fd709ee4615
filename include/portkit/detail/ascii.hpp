// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_ASCII_HPP
#define PORTKIT_DETAIL_ASCII_HPP

#include <portkit/version.hpp>

#include <cstddef>
#include <string_view>

namespace portkit::inline v0::detail {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

[[nodiscard]] constexpr char to_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

[[nodiscard]] constexpr bool is_letter(char c) noexcept {
  return to_lower(c) >= 'a' && to_lower(c) <= 'z';
}

/// ASCII letters compare in any case; every other byte, also of UTF-8, only with itself.
[[nodiscard]] constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i != a.size(); ++i)
    if (to_lower(a[i]) != to_lower(b[i])) return false;
  return true;
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_ASCII_HPP
