// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_STRING_HPP
#define PORTKIT_STRING_HPP

#include <portkit/detail/has_text.hpp>

#include <string>

namespace portkit::inline v0 {

/// The value's one canonical text, which parse reads back; every type that to_chars writes.
template <detail::HasText T>
[[nodiscard]] std::string to_string(const T& value) {
  const detail::Text<T> text{value};
  return std::string(text.data(), text.size());
}

} // namespace portkit::inline v0
#endif // PORTKIT_STRING_HPP
