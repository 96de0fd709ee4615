// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_LIST_TEXT_HPP
#define PORTKIT_DETAIL_LIST_TEXT_HPP

#include <portkit/detail/port_number.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>

// What the syntaxes of lists of ports have in common.  A reader returns false and says why in the
// ParseError that it was given.

namespace portkit::inline v0::detail {

[[nodiscard]] constexpr bool refuse(ParseError& error, ParseErrc code, std::size_t position,
                                    std::size_t length) noexcept {
  error = {code, static_cast<std::uint32_t>(position), static_cast<std::uint32_t>(length)};
  return false;
}
[[nodiscard]] constexpr bool refuse(ParseError& error, const ParseError& reason,
                                    std::size_t by) noexcept {
  error = reason.shifted(by);
  return false;
}

/// A part of a longer text, which knows where it stands there.
struct ListItem {
  std::string_view text{};
  std::size_t position = 0;

  [[nodiscard]] constexpr ListItem part(std::size_t from, std::size_t to) const noexcept {
    return {text.substr(from, to - from), position + from};
  }
  [[nodiscard]] constexpr bool refuse(ParseError& error, ParseErrc code) const noexcept {
    return detail::refuse(error, code, position, text.size());
  }
};

/// The items of a list, which commas separate; an empty list is one empty item.
class ListItems {
public:
  explicit constexpr ListItems(ListItem list) noexcept : list_{list} {}

  /// Goes on to the next item.  False if there is none.
  [[nodiscard]] constexpr bool next(ListItem& item) noexcept {
    const std::size_t size = list_.text.size();
    if (start_ > size) return false;
    std::size_t end = start_;
    while (end != size && list_.text[end] != ',') ++end; // find is a call, and items are short
    item = list_.part(start_, end);
    start_ = end + 1;
    return true;
  }

private:
  ListItem list_;
  std::size_t start_ = 0;
};

/// Adds what was read from the item.
[[nodiscard]] constexpr bool insert_item(ListItem item, const auto& ports, auto& set,
                                         ParseError& error) noexcept {
  return set.insert(ports) || item.refuse(error, ParseErrc::too_many_ranges);
}

/// Writes texts one behind the other, as long as there is room.
class ListWriter {
public:
  constexpr ListWriter(char* first, char* last) noexcept : place_{first, {}}, last_{last} {}

  constexpr void add_text(std::string_view text) noexcept {
    if (place_.ec == std::errc{}) place_ = copy_text(place_.ptr, last_, text);
  }
  template <class T>
  constexpr void add(const T& value) noexcept {
    if (place_.ec == std::errc{}) place_ = to_chars(place_.ptr, last_, value);
  }
  [[nodiscard]] constexpr std::to_chars_result result() const noexcept { return place_; }

private:
  std::to_chars_result place_;
  char* last_;
};

/// Counts the bytes that a ListWriter would write.
class ListSizer {
public:
  constexpr void add_text(std::string_view text) noexcept { size_ += text.size(); }
  template <class T>
  constexpr void add(const T& value) noexcept {
    char text[max_text_size<T>] = {};
    size_ += static_cast<std::size_t>(to_chars(text, text + sizeof text, value).ptr - text);
  }
  [[nodiscard]] constexpr std::size_t result() const noexcept { return size_; }

private:
  std::size_t size_ = 0;
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_LIST_TEXT_HPP
