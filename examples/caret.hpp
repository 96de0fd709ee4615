// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_EXAMPLES_CARET_HPP
#define PORTKIT_EXAMPLES_CARET_HPP

#include <cstddef>
#include <string>
#include <string_view>

/// A line, and under it `^~~~` at the place that is wrong:
///
///     80/tpc
///        ^~~
///
/// position and length are byte offsets into the line, as a portkit::ParseError gives them.
inline std::string point_at(std::string_view line, std::size_t position, std::size_t length) {
  std::string shown;
  std::string marks;
  for (std::size_t i = 0; i != line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    const bool is_control = (byte < 0x20 && byte != '\t') || byte == 0x7F;
    shown += is_control ? '?' : line[i]; // a hostile line must not drive the terminal
    if ((byte & 0xC0) == 0x80) continue; // the rest of a UTF-8 character takes no column
    if (i < position) marks += byte == '\t' ? '\t' : ' ';
    if (i > position && i < position + length) marks += '~';
    if (i == position) marks += '^';
  }
  if (position >= line.size()) marks += '^'; // something is missing behind the end
  return "  " + shown + "\n  " + marks + "\n";
}

#endif // PORTKIT_EXAMPLES_CARET_HPP
