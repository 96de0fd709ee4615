// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DIALECT_TEXT_HPP
#define PORTKIT_DIALECT_TEXT_HPP

#include <portkit/detail/list_text.hpp>
#include <portkit/result.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <system_error>

// The verbs of all dialects: parse<Set>(text, dialect) and format_as(set, dialect).

namespace portkit::inline v0 {

namespace detail {

/// How a Dialect reads and writes a Set.  Each pair for which there is a way specialises it, as a
/// template, so that a program pays only for those it uses.  All static:
/// read(list, options, dialect, set, error) adds to the empty set what the text says, which is not
/// empty; refusal(set) is why the set has no text, or std::errc{}; write(set, out) writes it.
template <class Dialect, class Set>
struct Syntax;

/// Adds to the empty set what the whole text says.
template <class Set, class Dialect>
[[nodiscard]] constexpr bool read_set(std::string_view text, ParseOptions options, Dialect dialect,
                                      Set& set, ParseError& error) noexcept {
  if (text.empty()) return refuse(error, ParseErrc::empty, 0, 0);
  if (text.size() > 0xFFFF'FFFF) return refuse(error, ParseErrc::too_long, 0, 0);
  return Syntax<Dialect, Set>::read({text, 0}, options, dialect, set, error);
}

} // namespace detail

/// A dialect that has a text for this kind of set.
template <class Dialect, class Set>
concept DialectOf = requires { sizeof(detail::Syntax<Dialect, Set>); };

/// Reads the whole text, in this dialect, as a set of ports: the set, or the rule that the text
/// breaks and where.
/// Error: as of parse<PortRange> for an item; empty_item; too_many_ranges if a SmallPortSet has no
///        room for the ranges as they come; and those given at the dialect.
template <class Set, class Dialect>
  requires DialectOf<Dialect, Set>
[[nodiscard]] constexpr Result<Set> parse(std::string_view text, Dialect dialect,
                                          ParseOptions options = ParseOptions::strict) noexcept {
  Result<Set> result{Set{}};
  ParseError error{};
  // Filled in its place, since a copy of 8 KiB takes longer than the reading.  The result is no
  // constant, so that the cast is sound.
  Set& set = const_cast<Set&>(*result);
  if (!detail::read_set(text, options, dialect, set, error)) result = Result<Set>{error};
  return result;
}
/// A null pointer is no text.
template <class Set, std::same_as<std::nullptr_t> Null, class Dialect>
  requires DialectOf<Dialect, Set>
Result<Set> parse(Null, Dialect, ParseOptions = ParseOptions::strict) = delete;

/// True if the dialect has a text for this very set: iptables takes no more than 15 slots, and only
/// list has a word for the empty set.
template <class Set, class Dialect>
  requires DialectOf<Dialect, Set>
[[nodiscard]] constexpr bool is_expressible(const Set& set, Dialect) noexcept {
  return detail::Syntax<Dialect, Set>::refusal(set) == std::errc{};
}

/// A set to be printed in a dialect; format_as makes it.
///
/// Text:  that of the dialect, which parse reads back in it; none if the set is not expressible:
///        then to_chars says why, and to_string and formatters give nothing.
/// Shape: trivially copyable, a view of the set, which must outlive it.
template <class Set, class Dialect>
class FormattedSet {
public:
  explicit constexpr FormattedSet(const Set& set) noexcept : set_{&set} {}

  [[nodiscard]] constexpr const Set& set() const noexcept { return *set_; }

private:
  const Set* set_;
};

/// The set, to be printed in this dialect by to_chars, to_string, a formatter or a stream.
template <class Set, class Dialect>
  requires DialectOf<Dialect, Set>
[[nodiscard]] constexpr FormattedSet<Set, Dialect> format_as(const Set& set, Dialect) noexcept {
  return FormattedSet<Set, Dialect>{set};
}
/// It would outlive the set.
template <class Set, class Dialect>
  requires DialectOf<Dialect, Set>
void format_as(const Set&& set, Dialect) = delete;

/// A type that has a text, read back not as itself but as the set.
template <class Set, class Dialect>
struct detail::Parser<FormattedSet<Set, Dialect>> {};

/// Writes the set in the dialect, without a NUL; bytes of [ptr, last) may be used as scratch.
/// Error: ptr == last, and value_too_large if it does not fit, text_size(value) always does; or why
///        the set is not expressible: argument_list_too_long for more items than the dialect takes,
///        invalid_argument for a set that it cannot name, such as the empty one.
template <class Set, class Dialect>
[[nodiscard]] constexpr std::to_chars_result
to_chars(char* first, char* last, const FormattedSet<Set, Dialect>& value) noexcept {
  using Syntax = detail::Syntax<Dialect, Set>;
  const std::errc refusal = Syntax::refusal(value.set());
  if (refusal != std::errc{}) return {last, refusal};
  detail::ListWriter out{first, last};
  Syntax::write(value.set(), out);
  return out.result();
}

/// The size in bytes of the text that to_chars writes; 0 if the set is not expressible.
template <class Set, class Dialect>
[[nodiscard]] constexpr std::size_t text_size(const FormattedSet<Set, Dialect>& value) noexcept {
  using Syntax = detail::Syntax<Dialect, Set>;
  if (Syntax::refusal(value.set()) != std::errc{}) return 0;
  detail::ListSizer out;
  Syntax::write(value.set(), out);
  return out.result();
}

} // namespace portkit::inline v0
#endif // PORTKIT_DIALECT_TEXT_HPP
