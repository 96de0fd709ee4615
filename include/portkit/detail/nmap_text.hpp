// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_NMAP_TEXT_HPP
#define PORTKIT_DETAIL_NMAP_TEXT_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/detail/list_text.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/service.hpp>
#include <portkit/service_matching.hpp>
#include <portkit/service_table.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/transport_port_range.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portkit::inline v0::detail {

struct NmapPrefix {
  char letter;
  Protocol protocol;
};
inline constexpr NmapPrefix nmap_prefixes[]{
    {'T', Protocol::tcp}, {'U', Protocol::udp}, {'S', Protocol::sctp}};

/// Reads the list of ports of nmap's option -p.  Found is a parameter, so that only callers build
/// the registry's tables.
template <class Set, class Found = Service>
class NmapReader {
public:
  /// What holds for the items at some place.
  struct Scope {
    Protocol protocol; ///< no enumerator if none was said
    bool is_in_brackets;
  };

  constexpr NmapReader(std::string_view text, ParseOptions options, Set& set,
                       ParseError& error) noexcept
      : text_{text}, options_{options}, set_{set}, error_{error} {}

  /// The items from one place to another.
  [[nodiscard]] constexpr bool read(std::size_t place, std::size_t end, Scope scope) noexcept {
    for (;; ++place) { // behind a comma
      if (!read_prefix(place, end, scope) || !read_item(place, end, scope)) return false;
      if (place == end) return true;
      if (text_[place] != ',') return refuse(error_, ParseErrc::missing_comma, place, 0);
    }
  }

private:
  /// Where the first of these characters stands, or the end.
  [[nodiscard]] constexpr std::size_t find(std::string_view characters, std::size_t from,
                                           std::size_t end) const noexcept {
    while (from != end && characters.find(text_[from]) == characters.npos) ++from;
    return from;
  }

  /// Passes over "T:" and sets its protocol.
  [[nodiscard]] constexpr bool read_prefix(std::size_t& place, std::size_t end,
                                           Scope& scope) noexcept {
    const std::size_t colon = find(":,[", place, end);
    if (colon == end || text_[colon] != ':') return true;
    for (const NmapPrefix prefix : nmap_prefixes) {
      if (colon != place + 1 || text_[place] != prefix.letter) continue;
      scope.protocol = prefix.protocol;
      place = colon + 1;
      return true;
    }
    return refuse(error_, ParseErrc::unknown_prefix, place, colon - place);
  }

  /// Passes over one item, or the items in brackets.
  [[nodiscard]] constexpr bool read_item(std::size_t& place, std::size_t end,
                                         Scope scope) noexcept {
    if (place != end && text_[place] == '[' && !scope.is_in_brackets) {
      const std::size_t close = find("]", place, end);
      if (close == end) return refuse(error_, ParseErrc::unclosed_bracket, place, 1);
      const std::size_t open = place;
      place = close + 1;
      return read(open + 1, close, {scope.protocol, true});
    }
    const std::size_t item_end = find(",", place, end);
    const ListItem item{text_.substr(place, item_end - place), place};
    place = item_end;
    if (item.text.empty()) return item.refuse(error_, ParseErrc::empty_item);
    if (!is_enumerator(scope.protocol))
      return refuse(error_, ParseErrc::missing_protocol, item.position, 0);
    const char first = item.text.front();
    if (is_digit(first) || first == '-') return read_range(item, scope);
    if (is_letter(first) || first == '*' || first == '?')
      return read_services(item, scope.protocol);
    return refuse(error_, ParseErrc::not_a_digit, item.position, 1);
  }

  /// "80", "80-90", "-90", "80-" or "-".
  [[nodiscard]] constexpr bool read_range(ListItem item, Scope scope) noexcept {
    const std::size_t dash = item.text.find('-');
    const bool is_range = dash != item.text.npos;
    const ListItem from = item.part(0, is_range ? dash : item.text.size());
    const ListItem to = is_range ? item.part(dash + 1, item.text.size()) : from;
    const PortReading first = read_end(from, 1);
    if (!first.is_valid) return refuse(error_, first.error, from.position);
    const PortReading last = read_end(to, 65535);
    if (!last.is_valid) return refuse(error_, last.error, to.position);
    if (last.value < first.value) return item.refuse(error_, ParseErrc::reversed_range);
    insert(*PortRange::from(Port{first.value}, Port{last.value}), scope);
    return true;
  }
  [[nodiscard]] constexpr PortReading read_end(ListItem number,
                                               std::uint16_t if_empty) const noexcept {
    if (number.text.empty()) return {true, if_empty, {}};
    return read_port(number.text, options_);
  }
  constexpr void insert(PortRange range, Scope scope) noexcept {
    if (!scope.is_in_brackets) {
      set_.insert(TransportPortRange{scope.protocol, range});
      return;
    }
    for (const TransportPort port : TransportPortRange{scope.protocol, range})
      if (!find_service_name<Found>(port).empty()) set_.insert(port);
  }

  /// "http", "http*"
  [[nodiscard]] constexpr bool read_services(ListItem item, Protocol protocol) noexcept {
    bool is_known = false; // for some protocol
    bool is_right = false; // for this one
    if (item.text.find_first_of("*?") != item.text.npos) {
      for (const TransportPort port : services_matching<Found>(item.text).ports()) {
        is_known = true;
        is_right = take(port, protocol) || is_right;
      }
    } else {
      for (const Protocol other : all_protocols)
        for (const TransportPort port : find_ports<NamedPorts>(item.text, other)) {
          is_known = true;
          is_right = take(port, protocol) || is_right;
        }
    }
    return is_right || refuse_services(item, is_known);
  }
  constexpr bool take(TransportPort port, Protocol protocol) noexcept {
    return port.protocol() == protocol && set_.insert(port);
  }
  [[nodiscard]] constexpr bool refuse_services(ListItem item, bool is_known) noexcept {
    for (std::size_t i = 0; i != item.text.size(); ++i)
      if (!is_name_character(item.text[i]) && item.text[i] != '?')
        return refuse(error_, ParseErrc::not_a_name_character, item.position + i, 1);
    return item.refuse(error_, is_known ? ParseErrc::wrong_protocol : ParseErrc::unknown_service);
  }

  std::string_view text_;
  ParseOptions options_;
  Set& set_;
  ParseError& error_;
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_NMAP_TEXT_HPP
