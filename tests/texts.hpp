// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_TEXTS_HPP
#define PORTKIT_TESTS_TEXTS_HPP

#include <initializer_list>
#include <string>
#include <string_view>

/// One text out of many.  (GCC 12 warns of what + makes of a literal and a temporary string.)
[[nodiscard]] inline std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

/// The text as C++ would spell it.
[[nodiscard]] inline std::string spelled(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      out += c;
    } else {
      out += "\\x";
      out += "0123456789ABCDEF"[byte / 16];
      out += "0123456789ABCDEF"[byte % 16];
    }
  }
  return out + "\"";
}

#endif // PORTKIT_TESTS_TEXTS_HPP
