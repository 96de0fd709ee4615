// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DIALECT_LIST_HPP
#define PORTKIT_DIALECT_LIST_HPP

#include <portkit/detail/list_text.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/dialect_text.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/plain_port_set.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/small_port_set.hpp>
#include <portkit/transport_port_set.hpp>
#include <portkit/typed_port_set.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace portkit::inline v0 {

namespace dialect {

/// The text of a set where nothing else is asked for, read by every kind of set.
///
/// Text: "22,80,8000-8010", of a TransportPortSet "22/tcp,53/udp,8000-8010/tcp"; "none" for the
///       empty set.  Items in any order, also twice or overlapping; printed merged and ascending.
struct List {};
inline constexpr List list{};

} // namespace dialect

namespace detail {

template <class T>
inline constexpr bool is_port_set = false;
template <>
inline constexpr bool is_port_set<PortSet> = true;
template <std::size_t N>
inline constexpr bool is_port_set<SmallPortSet<N>> = true;
template <Protocol P>
inline constexpr bool is_port_set<TypedPortSet<P>> = true;
template <>
inline constexpr bool is_port_set<TransportPortSet> = true;

/// Portkit's own sets, and no others: what fits the concept AnyPortSet may have a text of its own.
template <class T>
concept PortSetWithText = is_port_set<T>;
/// A set whose text does not tell protocols apart.
template <class T>
concept PortSetOfOneProtocol = PortSetWithText<T> && !std::is_same_v<T, TransportPortSet>;

inline constexpr std::string_view empty_set_text = "none";

/// The usual item on a fast path.  False, and nothing is added, for another, right or wrong.
template <class Set>
[[nodiscard]] constexpr bool insert_plain_range(std::string_view text, Set& set) noexcept {
  std::size_t dash = 0;
  while (dash != text.size() && text[dash] != '-') ++dash;
  const std::uint32_t first = read_plain_port(text.substr(0, dash));
  const std::uint32_t last = dash == text.size() ? first : read_plain_port(text.substr(dash + 1));
  if (first > last || last > 65535) return false;
  const auto range = PortRange::from(Port{static_cast<std::uint16_t>(first)},
                                     Port{static_cast<std::uint16_t>(last)});
  return set.insert(typename Set::range_type{*range});
}

template <PortSetWithText Set>
struct Syntax<dialect::List, Set> {
  [[nodiscard]] static constexpr bool read(ListItem list, ParseOptions options, dialect::List,
                                           Set& set, ParseError& error) noexcept {
    if (list.text == empty_set_text) return true;
    ListItems items{list};
    for (ListItem item; items.next(item);)
      if (!read_item(item, options, set, error)) return false;
    return true;
  }
  [[nodiscard]] static constexpr bool read_item(ListItem item, ParseOptions options, Set& set,
                                                ParseError& error) noexcept {
    if (item.text.empty()) return item.refuse(error, ParseErrc::empty_item);
    if constexpr (PortSetOfOneProtocol<Set>)
      if (options == ParseOptions::strict && insert_plain_range(item.text, set)) return true;
    const auto range = portkit::parse<typename Set::range_type>(item.text, options);
    if (!range) return refuse(error, range.error(), item.position);
    return insert_item(item, *range, set, error);
  }
  [[nodiscard]] static constexpr std::errc refusal(const Set&) noexcept { return {}; }
  static constexpr void write(const Set& set, auto& out) noexcept {
    if (set.is_empty()) return out.add_text(empty_set_text);
    std::string_view separator;
    for (const auto range : set.ranges()) {
      out.add_text(separator);
      out.add(range);
      separator = ",";
    }
  }
};

template <PortSetWithText Set>
struct Parser<Set> {
  [[nodiscard]] static constexpr Result<Set> parse(std::string_view text,
                                                   ParseOptions options) noexcept {
    return portkit::parse<Set>(text, dialect::list, options);
  }
};

} // namespace detail

/// Writes the set as dialect::list does, without a NUL; bytes of [ptr, last) may be used as
/// scratch.
/// Error: value_too_large with ptr == last if it does not fit; text_size(set) does.
template <detail::PortSetWithText Set>
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      const Set& set) noexcept {
  return to_chars(first, last, format_as(set, dialect::list));
}

/// The size in bytes of the text that to_chars writes: at most 254,737, and 1,412,179 of a
/// TransportPortSet.
template <detail::PortSetWithText Set>
[[nodiscard]] constexpr std::size_t text_size(const Set& set) noexcept {
  return text_size(format_as(set, dialect::list));
}

inline namespace literals {

/// "22,80,8000-8010"_ports: the text of dialect::list.
/// Error: a text that parse refuses does not compile.
[[nodiscard]] consteval PortSet operator""_ports(const char* text, std::size_t size) {
  return detail::parse_constant<PortSet>({text, size});
}

} // namespace literals

} // namespace portkit::inline v0
#endif // PORTKIT_DIALECT_LIST_HPP
