// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_HAS_TEXT_HPP
#define PORTKIT_DETAIL_HAS_TEXT_HPP

#include <portkit/protocol.hpp>
#include <portkit/result.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>

// What the headers that print have in common.

namespace portkit::inline v0::detail {

/// A type of portkit that has a text.
///
/// Every such type has a Parser, and no type of anybody else has one.  So a foreign type, of which
/// formatters and streams ask this for each in the program, is asked nothing more; neither is one
/// that merely converts to a type of ours.
template <class T>
concept HasText = requires { sizeof(Parser<T>); } && requires(char* place, const T& value) {
  { to_chars(place, place, value) } -> std::same_as<std::to_chars_result>;
};

/// A type whose text has no useful bound, and which therefore tells the size of each.
template <class T>
concept HasTextSize = requires(const T& value) {
  { text_size(value) } -> std::same_as<std::size_t>;
};

/// The text of a value: in place, or in a string if it may be of any length.
template <HasText T>
class Text {
public:
  explicit constexpr Text(const T& value) noexcept
      : size_{static_cast<std::size_t>(to_chars(text_, text_ + sizeof text_, value).ptr - text_)} {}

  [[nodiscard]] constexpr const char* data() const noexcept { return text_; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

private:
  char text_[max_text_size<T>];
  std::size_t size_;
};
template <HasText T>
  requires HasTextSize<T>
class Text<T> {
public:
  explicit Text(const T& value) : text_(text_size(value), '\0') {
    (void)to_chars(text_.data(), text_.data() + text_.size(), value);
  }

  [[nodiscard]] const char* data() const noexcept { return text_.data(); }
  [[nodiscard]] std::size_t size() const noexcept { return text_.size(); }

private:
  std::string text_;
};

/// A formatter of std or {fmt}, made from its library's formatter of string views.
///
/// A member, not a base: else a formatter of ranges would take over how strings in ranges are
/// written, and print ["443", "53"].
template <class T, class ViewFormatter, class View>
class TextFormatter {
public:
  /// Fill, align and width.  A precision would cut a port short and so print another one: it is not
  /// read, and the library refuses the rest of the specification.
  constexpr auto parse(auto& context) {
    auto place = context.begin();
    const auto end = view_formatter_.parse(context);
    for (auto i = place; i != end; ++i) // a full stop before the align is the fill
      if (*i == '<' || *i == '^' || *i == '>') place = i;
    while (place != end && *place != '.') ++place;
    return place;
  }

  auto format(const T& value, auto& context) const {
    const Text<T> text{value};
    return view_formatter_.format(View(text.data(), text.size()), context);
  }

private:
  ViewFormatter view_formatter_;
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_HAS_TEXT_HPP
