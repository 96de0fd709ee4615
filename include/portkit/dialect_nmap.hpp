// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DIALECT_NMAP_HPP
#define PORTKIT_DIALECT_NMAP_HPP

#include <portkit/detail/nmap_text.hpp>
#include <portkit/dialect_text.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/plain_port_set.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/transport_port_set.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <system_error>

namespace portkit::inline v0 {

namespace dialect {

/// What nmap's option -p takes, for TransportPortSet.
///
/// Text:  "T:1-1024,U:53,S:2905": a prefix of an item holds for those behind it too, and one within
///        brackets only there.  An item is a port, a range whose ends may be left out ("-100" from
///        1 on, "60000-", "-"), or, in any ASCII case, the name of a service, or a mask of several
///        with * and ? ("http*", see services_matching).  "[1-1024]" are those of the range for
///        which the registry has a name.  No blanks, no comma at the end and no DCCP, which nmap
///        has not.  Printed in numbers.
/// Error: missing_protocol for an item before any prefix; unknown_prefix, also for P:, which stands
///        for IP protocols; unknown_service and wrong_protocol for names and masks.
/// Source: nmap(1), "PORT SPECIFICATION AND SCAN ORDER".
class Nmap {
public:
  /// The dialect in which items before any prefix are of this protocol.
  [[nodiscard]] constexpr Nmap with_default(Protocol protocol) const noexcept {
    Nmap nmap;
    nmap.default_protocol_ = protocol;
    return nmap;
  }

private:
  template <class, class>
  friend struct detail::Syntax;

  Protocol default_protocol_{}; ///< no enumerator if there is none
};
inline constexpr Nmap nmap{};

} // namespace dialect

namespace detail {

template <std::same_as<TransportPortSet> Set>
struct Syntax<dialect::Nmap, Set> {
  [[nodiscard]] static constexpr bool read(ListItem list, ParseOptions options,
                                           dialect::Nmap dialect, Set& set,
                                           ParseError& error) noexcept {
    NmapReader<Set> reader{list.text, options, set, error};
    return reader.read(0, list.text.size(), {dialect.default_protocol_, false});
  }
  [[nodiscard]] static constexpr std::errc refusal(const Set& set) noexcept {
    const bool has_text = !set.is_empty() && set.ports(Protocol::dccp).is_empty();
    return has_text ? std::errc{} : std::errc::invalid_argument;
  }
  static constexpr void write(const Set& set, auto& out) noexcept {
    std::string_view separator;
    for (const NmapPrefix prefix : nmap_prefixes) {
      const PortSet& ports = set.ports(prefix.protocol);
      if (ports.is_empty()) continue;
      out.add_text(separator);
      out.add_text(std::string_view(&prefix.letter, 1));
      separator = ":";
      for (const PortRange range : ports.ranges()) {
        out.add_text(separator);
        out.add(range);
        separator = ",";
      }
    }
  }
};

} // namespace detail

} // namespace portkit::inline v0
#endif // PORTKIT_DIALECT_NMAP_HPP
