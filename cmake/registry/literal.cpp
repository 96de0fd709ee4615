// SPDX-License-Identifier: BSL-1.0
#include "literal.hpp"

#include "text.hpp"

#include <utility>

namespace portkit_registry {
namespace {

constexpr std::size_t line_size = 1000;
constexpr std::size_t text_in_line = 1024;
constexpr std::size_t largest_literal = 65535;

void check_size(std::size_t elements, std::size_t element_size) {
  if ((elements + 1) * element_size > largest_literal)
    throw Error(join("a literal of ", elements, " elements is too large for MSVC"));
}

/// Wraps pieces into quoted lines.
class Lines {
public:
  explicit Lines(std::string_view open) : open_(open) {}

  void add(std::string_view piece) {
    if (line_.size() + piece.size() > line_size) flush();
    line_ += piece;
  }

  std::string finish() && {
    if (!line_.empty() || text_.empty()) flush();
    return std::move(text_);
  }

private:
  void flush() {
    text_ += join("\n    ", open_, line_, "\"");
    line_.clear();
  }

  std::string_view open_;
  std::string line_;
  std::string text_;
};

/// Needs no look at what follows: after a hexadecimal escape comes another, or the line's end.
std::string escape(std::uint32_t value) {
  if (value == 0) return "\\0";
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  do hex.insert(hex.begin(), digits[value % 16]);
  while ((value /= 16) != 0);
  return "\\x" + hex;
}

/// As it is, or with exactly three octal digits, which no digit behind them can join.
void append_character(std::string& line, char c) {
  if (c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '?') {
    line += c;
    return;
  }
  const auto value = static_cast<unsigned char>(c);
  line += '\\';
  for (unsigned shift : {6U, 3U, 0U}) line += static_cast<char>('0' + (value >> shift & 7U));
}

} // namespace

std::string text_literal(std::string_view text) {
  check_size(text.size(), 1);
  std::string lines;
  for (std::size_t first = 0; first < text.size(); first += text_in_line) {
    lines += "\n    \"";
    for (char c : text.substr(first, text_in_line)) append_character(lines, c);
    lines += '"';
  }
  return lines.empty() ? "\n    \"\"" : lines;
}

std::string byte_literal(const std::vector<std::uint8_t>& values) {
  check_size(values.size(), 1);
  Lines lines("\"");
  for (std::uint8_t value : values) lines.add(escape(value));
  return std::move(lines).finish();
}

std::string char16_literal(const std::vector<std::uint16_t>& values) {
  check_size(values.size(), 2);
  Lines lines("u\"");
  for (std::uint16_t value : values) lines.add(escape(value));
  return std::move(lines).finish();
}

std::string char32_literal(const std::vector<std::uint32_t>& values) {
  check_size(values.size(), 4);
  Lines lines("U\"");
  for (std::uint32_t value : values) lines.add(escape(value));
  return std::move(lines).finish();
}

} // namespace portkit_registry
