// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_WRITE_TEXT_HPP
#define PORTKIT_DETAIL_WRITE_TEXT_HPP

#include <portkit/protocol.hpp>

#include <charconv>
#include <cstddef>
#include <string_view>

namespace portkit::inline v0::detail {

/// write(to), which needs room for Size bytes and gives the end of its text, in any room: what
/// to_chars gives.
template <std::size_t Size>
[[nodiscard]] constexpr std::to_chars_result write_text(char* first, char* last,
                                                        const auto& write) noexcept {
  char own[Size]; // nobody reads it before it is written
  const bool has_room = last - first >= static_cast<std::ptrdiff_t>(Size);
  char* const end = write(has_room ? first : own); // in one place, so that compilers inline it
  if (has_room) [[likely]]
    return {end, std::errc{}};
  // Exact argument types, or overload resolution instantiates the iterator constructor's concepts.
  const char* const start = own;
  return copy_text(first, last, std::string_view(start, static_cast<std::size_t>(end - start)));
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_WRITE_TEXT_HPP
