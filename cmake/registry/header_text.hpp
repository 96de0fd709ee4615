// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_HEADER_TEXT_HPP
#define PORTKIT_REGISTRY_HEADER_TEXT_HPP

#include "literal.hpp"
#include "text.hpp"

#include <string>
#include <string_view>
#include <utility>

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
  /// `inline constexpr DECLARATION = LITERAL;`
  void table(std::string_view declaration, const std::string& literal);

  [[nodiscard]] std::string finish() &&;

private:
  std::string guard_;
  std::string text_;
};

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_HEADER_TEXT_HPP
