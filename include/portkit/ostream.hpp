// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_OSTREAM_HPP
#define PORTKIT_OSTREAM_HPP

#include <portkit/detail/has_text.hpp>
#include <portkit/with_service.hpp>

#include <ostream>
#include <string_view>

namespace portkit::inline v0 {

/// Writes the value's one canonical text, with the stream's width, fill and adjustfield as they
/// work for strings; every type that to_chars writes.  No locale groups the digits.
template <class Traits, detail::HasText T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const T& value) {
  const detail::Text<T> text{value};
  return stream << std::basic_string_view<char, Traits>(text.data(), text.size());
}

} // namespace portkit::inline v0
#endif // PORTKIT_OSTREAM_HPP
