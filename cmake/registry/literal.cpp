// SPDX-License-Identifier: BSL-1.0
#include "literal.hpp"

#include "text.hpp"

#include <utility>

namespace portkit_registry {
namespace {

constexpr std::size_t line_size = 100;
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

std::string escape(unsigned value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  do hex.insert(hex.begin(), digits[value % 16]);
  while ((value /= 16) != 0);
  return "\\x" + hex;
}

} // namespace

std::string text_literal(std::string_view text) {
  check_size(text.size(), 1);
  Lines lines("\"");
  for (std::size_t i = 0; i != text.size(); ++i) lines.add(text.substr(i, 1));
  return std::move(lines).finish();
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

} // namespace portkit_registry
