// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_MAPPING_TEXT_HPP
#define PORTKIT_DETAIL_MAPPING_TEXT_HPP

#include <portkit/address.hpp>
#include <portkit/detail/list_text.hpp>
#include <portkit/detail/range_text.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/transport_port.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace portkit::inline v0::detail {

/// What a PortMapping is made of, by name.
struct MappingParts {
  std::optional<IpAddress> address{};
  std::optional<PortRange> host{};
  PortRange container;
  Protocol protocol = Protocol::tcp; ///< as docker has it
};

[[nodiscard]] constexpr bool read_mapping_range(ListItem item, ParseOptions options,
                                                std::optional<PortRange>& range,
                                                ParseError& error) noexcept {
  const RangeReading reading = read_range(item.text, options);
  if (!reading.is_valid) return refuse(error, reading.error, item.position);
  range = PortRange::from(reading.first, reading.last);
  return true;
}

/// "[::1]:" at the beginning, which is passed over.
[[nodiscard]] constexpr bool read_mapping_ipv6(ListItem& text, std::optional<IpAddress>& address,
                                               ParseError& error) noexcept {
  const std::size_t close = text.text.find(']');
  if (close == text.text.npos) return refuse(error, ParseErrc::unclosed_bracket, 0, 1);
  const ListItem inside = text.part(1, close);
  if (inside.text.find(':') == inside.text.npos)
    return inside.refuse(error, ParseErrc::not_ipv6_in_brackets);
  const Result<Ipv6Address> ipv6 = parse<Ipv6Address>(inside.text);
  if (!ipv6) return refuse(error, ipv6.error(), inside.position);
  address = *ipv6;

  const std::size_t end = close + 1;
  if (end == text.text.size()) return refuse(error, ParseErrc::missing_port, end, 0);
  if (text.text[end] != ':') return refuse(error, ParseErrc::text_after_bracket, end, 1);
  text = text.part(end + 1, text.text.size());
  return true;
}

/// "192.0.2.1:" before two other colons at most, which is passed over; or nothing.
[[nodiscard]] constexpr bool read_mapping_ipv4(ListItem& text, std::optional<IpAddress>& address,
                                               ParseError& error) noexcept {
  const std::size_t last = text.text.rfind(':');
  if (last == text.text.npos || last == 0) return true;
  const std::size_t colon = text.text.rfind(':', last - 1);
  if (colon == text.text.npos) return true;
  const ListItem before = text.part(0, colon);
  if (before.text.find(':') < before.text.find('.'))
    return before.refuse(error, ParseErrc::missing_brackets);
  const Result<Ipv4Address> ipv4 = parse<Ipv4Address>(before.text);
  if (!ipv4) return refuse(error, ipv4.error(), 0);
  address = *ipv4;
  text = text.part(colon + 1, text.text.size());
  return true;
}

/// "[host:]container", of which behind an address the host's part may be empty.
[[nodiscard]] constexpr bool read_mapping_ports(ListItem ports, ParseOptions options,
                                                MappingParts& parts, ParseError& error) noexcept {
  const std::size_t size = ports.text.size();
  const std::size_t colon = ports.text.find(':');
  const bool has_colon = colon != ports.text.npos;
  if (parts.address && !has_colon)
    return refuse(error, ParseErrc::missing_port, ports.position + size, 0);
  const bool is_any_port = parts.address && colon == 0;
  if (has_colon && !is_any_port &&
      !read_mapping_range(ports.part(0, colon), options, parts.host, error))
    return false;

  std::optional<PortRange> container;
  const ListItem behind = ports.part(has_colon ? colon + 1 : 0, size);
  if (!read_mapping_range(behind, options, container, error)) return false;
  parts.container = *container;
  const bool is_equal = !parts.host || parts.host->size() == container->size();
  return is_equal || ports.refuse(error, ParseErrc::unequal_ranges);
}

/// The whole text as "[address:][host:]container[/protocol]".
[[nodiscard]] constexpr bool read_mapping(std::string_view text, ParseOptions options,
                                          MappingParts& parts, ParseError& error) noexcept {
  if (text.empty()) return refuse(error, ParseErrc::empty, 0, 0);
  if (text.size() > 0xFFFF'FFFF) return refuse(error, ParseErrc::too_long, 0, 0);
  const std::size_t slash = text.find('/');
  ListItem ports{text.substr(0, slash), 0};
  const bool is_read = text[0] == '[' ? read_mapping_ipv6(ports, parts.address, error)
                                      : read_mapping_ipv4(ports, parts.address, error);
  if (!is_read || !read_mapping_ports(ports, options, parts, error)) return false;
  if (slash == text.npos) return true;
  const ProtocolReading protocol = read_protocol_behind(text, slash);
  if (!protocol.is_valid) return refuse(error, protocol.error, 0);
  parts.protocol = protocol.protocol;
  return true;
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_MAPPING_TEXT_HPP
