// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_STRING_HPP
#define PORTKIT_STRING_HPP

#include <portkit/port.hpp>
#include <portkit/protocol.hpp>

#include <charconv>
#include <concepts>
#include <string>

namespace portkit::inline v0 {

/// The value's one canonical text, which parse reads back; every type that to_chars writes.
template <class T>
  requires requires(char* place, const T& value) {
    { to_chars(place, place, value) } -> std::same_as<std::to_chars_result>;
    max_text_size<T>;
  }
[[nodiscard]] std::string to_string(const T& value) {
  char buffer[max_text_size<T>];
  return std::string(buffer, to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

} // namespace portkit::inline v0
#endif // PORTKIT_STRING_HPP
