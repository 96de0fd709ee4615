// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_TEXT_HPP
#define PORTKIT_REGISTRY_TEXT_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace portkit_registry {

/// What a user reads when an input is wrong or a file cannot be read.
class Error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// Joins text and numbers: a message without a stream.
[[nodiscard]] inline std::string text_of(std::string_view s) { return std::string(s); }
[[nodiscard]] inline std::string text_of(std::size_t n) { return std::to_string(n); }
template <class... Parts>
[[nodiscard]] std::string join(const Parts&... parts) {
  return (std::string() + ... + text_of(parts));
}

/// Services are looked up in any ASCII case; no locale takes part.
[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] bool contains(std::string_view text, std::string_view part);
[[nodiscard]] bool starts_with_any_case(std::string_view text, std::string_view lower_case_prefix);

/// Decimal, 0 to 65535, nothing else.
[[nodiscard]] std::optional<std::uint16_t> parse_port(std::string_view text);

struct PortSpan {
  std::uint16_t first = 0;
  std::uint16_t last = 0;
};
/// "6000" or "6000-6063".
[[nodiscard]] std::optional<PortSpan> parse_ports(std::string_view text);

/// YYYY-MM-DD.
[[nodiscard]] bool is_date(std::string_view text);
/// 1 to 15 characters of those that the registry's names are made of, historic ones too.
[[nodiscard]] bool is_registry_name(std::string_view text);

/// One line of a hand-kept file that is neither empty nor a comment.
struct Line {
  std::size_t number = 0;
  std::string_view text;
};
/// Every line with its number from 1; a carriage return before the line's end is no part of it.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);
/// Takes the next word, separated by blanks, off the text; empty at the end.
[[nodiscard]] std::string_view take_word(std::string_view& text);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_TEXT_HPP
