// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DIALECT_NFTABLES_HPP
#define PORTKIT_DIALECT_NFTABLES_HPP

#include <portkit/detail/list_text.hpp>
#include <portkit/detail/range_text.hpp>
#include <portkit/dialect_list.hpp>
#include <portkit/dialect_text.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/transport_port_range.hpp>
#include <portkit/transport_port_set.hpp>

#include <cstddef>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace portkit::inline v0 {

namespace dialect {

/// A set of nftables.
///
/// Text:  "{ 22, 80, 8000-8010 }", as behind `tcp dport`; of a TransportPortSet a concatenation,
///        "{ tcp . 22, udp . 53, tcp . 8000-8010 }", as behind `meta l4proto . th dport`.  Read
///        with or without blanks around braces, commas and dashes, and line ends around items; and
///        without braces if it is one port or range, but no concatenation.  There is no empty set,
///        no comma behind the last item and no name of a service.  Printed without overlaps, which
///        the kernel refuses in concatenations.
/// Error: missing_brace, and not_a_concatenation for an item without " . ".
/// Source: nft(8); nft 1.0.6 reads what is printed.
struct Nftables {};
inline constexpr Nftables nftables{};

} // namespace dialect

namespace detail {

inline constexpr std::string_view nft_blanks = " \t";
inline constexpr std::string_view nft_blanks_and_line_ends = " \t\n";

/// The item without these characters around it.
[[nodiscard]] constexpr ListItem trim_nft(ListItem item,
                                          std::string_view blanks = nft_blanks) noexcept {
  std::size_t from = 0;
  std::size_t to = item.text.size();
  while (from != to && blanks.find(item.text[from]) != blanks.npos) ++from;
  while (from != to && blanks.find(item.text[to - 1]) != blanks.npos) --to;
  return item.part(from, to);
}

/// A range with blanks perhaps around its dash.
[[nodiscard]] constexpr RangeReading read_nft_range(ListItem item, ParseOptions options) noexcept {
  const std::size_t dash = item.text.find('-');
  if (dash == item.text.npos) {
    RangeReading port = read_range(item.text, options);
    port.error = port.error.shifted(item.position);
    return port;
  }
  const ListItem ends[]{trim_nft(item.part(0, dash)),
                        trim_nft(item.part(dash + 1, item.text.size()))};
  PortReading ports[2]{};
  for (std::size_t i = 0; i != 2; ++i) {
    ports[i] = read_port(ends[i].text, options);
    if (!ports[i].is_valid) return {false, {}, {}, ports[i].error.shifted(ends[i].position)};
  }
  RangeReading range{true, Port{ports[0].value}, Port{ports[1].value}, {}};
  range.is_valid = range.first <= range.last || item.refuse(range.error, ParseErrc::reversed_range);
  return range;
}

/// The items between the braces; without them, all if it is a single one.
[[nodiscard]] constexpr bool open_nft_set(ListItem& list, bool needs_braces,
                                          ParseError& error) noexcept {
  const ListItem set = trim_nft(list);
  const bool is_open = set.text.starts_with('{');
  const bool is_closed = set.text.ends_with('}');
  list = set;
  if (!is_open) {
    const bool is_one = !needs_braces && !is_closed && set.text.find(',') == set.text.npos;
    return is_one || refuse(error, ParseErrc::missing_brace, set.position, 0);
  }
  if (!is_closed) return refuse(error, ParseErrc::missing_brace, set.position + set.text.size(), 0);
  list = set.part(1, set.text.size() - 1);
  return true;
}

/// What nftables says of the items of a set of one protocol.
template <class Set>
struct NftItems {
  static constexpr bool needs_braces = false;

  [[nodiscard]] static constexpr bool read(ListItem item, ParseOptions options, Set& set,
                                           ParseError& error) noexcept {
    const RangeReading range = read_nft_range(item, options);
    if (!range.is_valid) return refuse(error, range.error, 0);
    const PortRange ports = *PortRange::from(range.first, range.last);
    return insert_item(item, typename Set::range_type{ports}, set, error);
  }
  static constexpr void write(auto range, auto& out) noexcept { out.add(range); }
};

/// And of a TransportPortSet: "tcp . 8000-8010".
template <class Set>
struct NftConcatenations {
  static constexpr bool needs_braces = true;

  [[nodiscard]] static constexpr bool read(ListItem item, ParseOptions options, Set& set,
                                           ParseError& error) noexcept {
    const std::size_t size = item.text.size();
    const std::size_t dot = item.text.find('.');
    const bool is_concatenation = dot != item.text.npos && dot != 0 && dot + 1 != size &&
                                  nft_blanks.find(item.text[dot - 1]) != nft_blanks.npos &&
                                  nft_blanks.find(item.text[dot + 1]) != nft_blanks.npos;
    if (!is_concatenation) return item.refuse(error, ParseErrc::not_a_concatenation);
    const ListItem word = trim_nft(item.part(0, dot));
    const Protocol protocol = find_protocol(word.text);
    if (!is_enumerator(protocol)) return word.refuse(error, ParseErrc::unknown_protocol);
    const RangeReading range = read_nft_range(trim_nft(item.part(dot + 1, size)), options);
    if (!range.is_valid) return refuse(error, range.error, 0);
    const PortRange ports = *PortRange::from(range.first, range.last);
    return insert_item(item, TransportPortRange{protocol, ports}, set, error);
  }
  static constexpr void write(TransportPortRange range, auto& out) noexcept {
    out.add(range.protocol());
    out.add_text(" . ");
    out.add(range.ports());
  }
};

template <PortSetWithText Set>
struct Syntax<dialect::Nftables, Set> {
  using Items = std::conditional_t<std::is_same_v<Set, TransportPortSet>, NftConcatenations<Set>,
                                   NftItems<Set>>;

  [[nodiscard]] static constexpr bool read(ListItem list, ParseOptions options, dialect::Nftables,
                                           Set& set, ParseError& error) noexcept {
    // Line ends may stand within the braces only.
    const bool has_braces = trim_nft(list).text.starts_with('{');
    const std::string_view blanks = has_braces ? nft_blanks_and_line_ends : nft_blanks;
    if (!open_nft_set(list, Items::needs_braces, error)) return false;
    ListItems items{list};
    for (ListItem item; items.next(item);) {
      const ListItem trimmed = trim_nft(item, blanks);
      if (trimmed.text.empty()) return refuse(error, ParseErrc::empty_item, item.position, 0);
      if (!Items::read(trimmed, options, set, error)) return false;
    }
    return true;
  }
  [[nodiscard]] static constexpr std::errc refusal(const Set& set) noexcept {
    return set.is_empty() ? std::errc::invalid_argument : std::errc{};
  }
  static constexpr void write(const Set& set, auto& out) noexcept {
    std::string_view separator = "{ ";
    for (const auto range : set.ranges()) {
      out.add_text(separator);
      Items::write(range, out);
      separator = ", ";
    }
    out.add_text(" }");
  }
};

} // namespace detail

} // namespace portkit::inline v0
#endif // PORTKIT_DIALECT_NFTABLES_HPP
