// SPDX-License-Identifier: BSL-1.0
#ifndef PORTINFO_STYLE_HPP
#define PORTINFO_STYLE_HPP

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

/// Escape sequences of a terminal; each ends where the text does.
enum class Style { plain, bold, dim, red };

/// True if this stream shows colours and the user (https://no-color.org) does not mind.
inline bool has_colour(std::FILE* stream) {
#if __has_include(<unistd.h>)
  const char* const no_color = std::getenv("NO_COLOR");
  return (no_color == nullptr || *no_color == '\0') && isatty(fileno(stream)) != 0;
#else
  static_cast<void>(stream);
  return false;
#endif
}

inline std::string paint(Style style, std::string_view text, bool is_coloured) {
  if (!is_coloured || style == Style::plain || text.empty()) return std::string(text);
  const char* const start = style == Style::bold  ? "\x1B[1m"
                            : style == Style::dim ? "\x1B[2m"
                                                  : "\x1B[1;31m";
  return start + std::string(text) + "\x1B[0m";
}

inline std::string paint(Style style, std::string_view text) {
  static const bool is_coloured = has_colour(stdout);
  return paint(style, text, is_coloured);
}

/// The text with blanks behind it, up to this many columns.
inline std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  if (result.size() < width) result.append(width - result.size(), ' ');
  return result;
}

/// One fact: a label in a column of its own, then the text.
inline void print_fact(std::string_view label, std::string_view text) {
  std::cout << "  " << paint(Style::dim, padded(label, 11)) << text << '\n';
}

#endif // PORTINFO_STYLE_HPP
