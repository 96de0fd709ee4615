// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_LITERAL_HPP
#define PORTKIT_REGISTRY_LITERAL_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portkit_registry {

/// Tables are string literals, which compilers digest an order of magnitude faster than lists of
/// numbers, and long lines faster than short ones. Each of these is the literal's lines, without an
/// end. They throw Error above 65,535 bytes with the NUL, where MSVC gives up.
[[nodiscard]] std::string text_literal(std::string_view text); ///< "abc\000", 1,024 bytes a line
[[nodiscard]] std::string byte_literal(const std::vector<std::uint8_t>& values);    ///< "\x1\x84"
[[nodiscard]] std::string char16_literal(const std::vector<std::uint16_t>& values); ///< u"\x1"
[[nodiscard]] std::string char32_literal(const std::vector<std::uint32_t>& values); ///< U"\x1"

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_LITERAL_HPP
