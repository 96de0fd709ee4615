// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_HEADER_TEXT_HPP
#define PORTKIT_REGISTRY_HEADER_TEXT_HPP

#include "literal.hpp"
#include "text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace portkit_registry {

/// The text of one generated header: the frame, and declarations in the order they are added.
class HeaderText {
public:
  /// `name` is the file's, without its end; `contents` says in a line what the tables hold.
  HeaderText(std::string_view name, std::string_view contents);

  /// A comment before what follows; each line starts with "/// ".
  void comment(std::string_view text);
  /// `inline constexpr DECLARATION;`
  void constant(std::string_view declaration);
  // A table is a variable template of its element type, Char, Char16 or Char32:
  //   template <class Char> inline constexpr Char NAME[SIZE] = LITERAL;
  // Before a look-up names the type, compilers keep the literal and no array of its elements.
  void text_table(std::string_view name, std::string_view text);
  void byte_table(std::string_view name, const std::vector<std::uint8_t>& values);
  void char16_table(std::string_view name, const std::vector<std::uint16_t>& values);
  void char32_table(std::string_view name, const std::vector<std::uint32_t>& values);
  /// `declaration` is a name with its bounds.
  void char_table(std::string_view declaration, const std::string& literal);

  [[nodiscard]] std::string finish() &&;

private:
  std::string guard_;
  std::string text_;
};

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_HEADER_TEXT_HPP
