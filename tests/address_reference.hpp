// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_ADDRESS_REFERENCE_HPP
#define PORTKIT_TESTS_ADDRESS_REFERENCE_HPP

#include <portkit/result.hpp>

#include "reference.hpp"
#include "texts.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The texts of addresses and endpoints, written down a second time from RFC 4291, RFC 4007, RFC 5952
// and RFC 3986: slowly, plainly, by cutting the text into fields, and with none of the library's code
// but the names of its errors.  Of several faults the leftmost field's is reported, and of one field
// the one that stands first here.

namespace reference {

using portkit::ParseErrc;
using portkit::ParseError;

/// Either `error` is empty and the rest says the value, or `error` says what was refused.
struct Address {
  std::optional<ParseError> error;
  bool is_v6 = false;
  std::vector<unsigned> bytes{}; ///< 4 or 16
  unsigned scope = 0;
};

struct Endpoint {
  std::optional<ParseError> error;
  Address address{};
  unsigned port = 0;
  unsigned protocol = 0; ///< IANA protocol number
};

[[nodiscard]] inline ParseError fault(ParseErrc code, std::size_t position, std::size_t length) {
  return {code, static_cast<std::uint32_t>(position), static_cast<std::uint32_t>(length)};
}

/// The same fault, or none, in a text in which this one starts at byte `by`.
[[nodiscard]] inline std::optional<ParseError> moved(std::optional<ParseError> error,
                                                     std::size_t by) {
  if (error) error = fault(error->code, error->position + by, error->length);
  return error;
}

struct Field {
  std::string_view text;
  std::size_t position;
};

/// What stands between the separators: one field more than there are separators.
[[nodiscard]] inline std::vector<Field> split(std::string_view text, char separator) {
  std::vector<Field> fields{{{}, 0}};
  for (std::size_t i = 0; i != text.size(); ++i) {
    if (text[i] == separator)
      fields.push_back({{}, i + 1});
    else
      fields.back().text = text.substr(fields.back().position, i + 1 - fields.back().position);
  }
  return fields;
}

/// True for a decimal number without leading zeros that is greater than this one.
[[nodiscard]] inline bool is_above(std::string_view number, std::string_view limit) {
  return number.size() > limit.size() || (number.size() == limit.size() && number > limit);
}

[[nodiscard]] inline unsigned value_of(std::string_view digits, unsigned base) {
  unsigned value = 0;
  for (const char c : digits) {
    std::size_t digit = std::string_view{"0123456789abcdef"}.find(c);
    if (digit == std::string_view::npos) digit = std::string_view{"0123456789ABCDEF"}.find(c);
    value = value * base + static_cast<unsigned>(digit);
  }
  return value;
}

// ---- reading ------------------------------------------------------------------------------------

/// The fault of one part of an IPv4 address, if it has one.
[[nodiscard]] inline std::optional<ParseError> fault_of_octet(const Field& octet) {
  const std::size_t stranger = octet.text.find_first_not_of("0123456789");
  if (stranger != std::string_view::npos)
    return fault(ParseErrc::not_an_address_character, octet.position + stranger, 1);
  if (octet.text.empty()) return fault(ParseErrc::missing_octet, octet.position, 0);
  std::string_view significant = octet.text;
  while (significant.size() > 1 && significant.front() == '0') significant.remove_prefix(1);
  const std::size_t needless = octet.text.size() - significant.size();
  if (needless > 0) return fault(ParseErrc::octet_leading_zero, octet.position, needless);
  if (is_above(octet.text, "255"))
    return fault(ParseErrc::octet_out_of_range, octet.position, octet.text.size());
  return std::nullopt;
}

/// Four decimal parts.  Source: RFC 3986 section 3.2.2, IPv4address.
[[nodiscard]] inline Address read_ipv4(std::string_view text) {
  if (text.empty()) return {fault(ParseErrc::empty, 0, 0)};
  const std::vector<Field> octets = split(text, '.');
  Address address;
  for (std::size_t i = 0; i != 4; ++i) {
    if (i == octets.size()) return {fault(ParseErrc::missing_octet, text.size(), 0)};
    if (const auto error = fault_of_octet(octets[i])) return {error};
    address.bytes.push_back(value_of(octets[i].text, 10));
  }
  if (octets.size() > 4) { // from the full stop in front of the fifth
    const std::size_t excess = octets[4].position - 1;
    return {fault(ParseErrc::too_many_octets, excess, text.size() - excess)};
  }
  return address;
}

/// A number behind a %.  Source: RFC 4007 section 11.2; the names of zones are the host's.
[[nodiscard]] inline std::optional<ParseError> fault_of_scope(const Field& scope) {
  const bool has_leading_zero = scope.text.size() > 1 && scope.text.front() == '0';
  const bool has_stranger = scope.text.find_first_not_of("0123456789") != std::string_view::npos;
  if (scope.text.empty() || has_leading_zero || has_stranger)
    return fault(ParseErrc::scope_not_a_number, scope.position, scope.text.size());
  if (is_above(scope.text, "4294967295"))
    return fault(ParseErrc::scope_out_of_range, scope.position, scope.text.size());
  return std::nullopt;
}

/// Eight groups, or :: for one or more of zeros; the last two also as an IPv4 address.
/// Source: RFC 4291 section 2.2.
[[nodiscard]] inline Address read_ipv6(std::string_view text) {
  if (text.empty()) return {fault(ParseErrc::empty, 0, 0)};
  const std::size_t percent = text.find('%');
  const std::string_view whole = text.substr(0, percent);
  const std::vector<Field> fields = split(whole, ':');

  std::vector<unsigned> groups;
  std::optional<std::size_t> gap; // the number of groups before the ::
  const auto room = [&] { return std::size_t{8} - (gap ? 1 : 0) - groups.size(); };

  for (std::size_t i = 0; i != fields.size(); ++i) {
    const Field& field = fields[i];
    const bool is_first = i == 0;
    const bool is_last = i + 1 == fields.size();
    const bool is_behind_gap = !is_first && gap == groups.size() && fields[i - 1].text.empty();
    const std::size_t rest = whole.size() - field.position;

    if (field.text.empty() && is_first) { // nothing, or a colon: then a second one must follow
      if (fields.size() < 3 || !fields[1].text.empty())
        return {fault(ParseErrc::missing_group, 0, 0)};
      continue;
    }
    if (field.text.empty() && is_last) { // the colon before it belongs to a ::, or to nothing
      if (!is_behind_gap) return {fault(ParseErrc::missing_group, field.position, 0)};
      continue;
    }
    if (field.text.empty()) { // the two colons around it are a ::
      if (gap) return {fault(ParseErrc::second_double_colon, field.position - 1, 2)};
      if (room() == 0) return {fault(ParseErrc::too_many_groups, field.position - 1, rest + 1)};
      gap = groups.size();
      continue;
    }

    const std::size_t stranger = field.text.find_first_not_of("0123456789abcdefABCDEF");
    if (stranger != std::string_view::npos && stranger != 0 && field.text[stranger] == '.') {
      if (room() < 2) return {fault(ParseErrc::too_many_groups, field.position, rest)};
      if (!gap && groups.size() < 6) return {fault(ParseErrc::missing_group, field.position, 0)};
      const Address tail = read_ipv4(whole.substr(field.position));
      if (tail.error) return {moved(tail.error, field.position)};
      groups.push_back(tail.bytes[0] * 256 + tail.bytes[1]);
      groups.push_back(tail.bytes[2] * 256 + tail.bytes[3]);
      break;
    }
    if (stranger != std::string_view::npos)
      return {fault(ParseErrc::not_an_address_character, field.position + stranger, 1)};
    if (field.text.size() > 4)
      return {fault(ParseErrc::group_too_long, field.position, field.text.size())};
    if (room() == 0) return {fault(ParseErrc::too_many_groups, field.position, rest)};
    groups.push_back(value_of(field.text, 16));
  }
  if (!gap && groups.size() < 8) return {fault(ParseErrc::missing_group, whole.size(), 0)};

  Address address{std::nullopt, true};
  if (percent != std::string_view::npos) {
    const Field scope{text.substr(percent + 1), percent + 1};
    if (const auto error = fault_of_scope(scope)) return {error};
    address.scope = value_of(scope.text, 10);
  }
  while (groups.size() < 8) groups.insert(groups.begin() + static_cast<std::ptrdiff_t>(*gap), 0);
  for (const unsigned group : groups) {
    address.bytes.push_back(group / 256);
    address.bytes.push_back(group % 256);
  }
  return address;
}

/// The version whose separator comes first; without one the text is taken for IPv4.
[[nodiscard]] inline Address read_address(std::string_view text) {
  for (const char c : text) {
    if (c == ':') return read_ipv6(text);
    if (c == '.') break;
  }
  return read_ipv4(text);
}

/// An address, a colon and a port.  Source: RFC 3986 section 3.2.2 for the brackets.
[[nodiscard]] inline Endpoint read_endpoint(std::string_view text, bool leading_zeros_allowed,
                                            bool zero_refused) {
  if (text.empty()) return {fault(ParseErrc::empty, 0, 0), {}};
  Endpoint endpoint;
  std::size_t colon = std::string_view::npos;
  if (text.front() == '[') {
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) return {fault(ParseErrc::unclosed_bracket, 0, 1), {}};
    const std::string_view inside = text.substr(1, close - 1);
    if (inside.find(':') == std::string_view::npos)
      return {fault(ParseErrc::not_ipv6_in_brackets, 1, inside.size()), {}};
    endpoint.address = read_ipv6(inside);
    if (endpoint.address.error) return {moved(endpoint.address.error, 1), {}};
    colon = close + 1;
    if (colon != text.size() && text[colon] != ':')
      return {fault(ParseErrc::text_after_bracket, colon, 1), {}};
  } else {
    const std::vector<Field> fields = split(text, ':');
    // Two colons, and no full stop before the first: an IPv6 address, whatever it ends in.
    if (fields.size() > 2 && fields[0].text.find('.') == std::string_view::npos)
      return {fault(ParseErrc::missing_brackets, 0, text.size()), {}};
    endpoint.address = read_ipv4(fields[0].text);
    if (endpoint.address.error) return {endpoint.address.error, {}};
    colon = fields[0].text.size();
  }
  if (colon + 1 >= text.size()) return {fault(ParseErrc::missing_port, text.size(), 0), {}};
  const Reading port = read_port(text.substr(colon + 1), leading_zeros_allowed, zero_refused);
  if (port.error) return {moved(port.error, colon + 1), {}};
  endpoint.port = port.port;
  return endpoint;
}

/// An endpoint, a slash and the name of a protocol.
[[nodiscard]] inline Endpoint
read_transport_endpoint(std::string_view text, bool leading_zeros_allowed, bool zero_refused) {
  const std::size_t slash = text.find('/');
  Endpoint endpoint = read_endpoint(text.substr(0, slash), leading_zeros_allowed, zero_refused);
  if (endpoint.error) return endpoint;
  // What is wrong with the protocol is the same for any port before it.
  const std::size_t before = slash == std::string_view::npos ? text.size() : slash;
  const Reading protocol = read_transport_port(joined({"1", text.substr(before)}), false, false);
  if (protocol.error) return {moved(protocol.error, before - 1), {}};
  endpoint.protocol = protocol.protocol;
  return endpoint;
}

// ---- what is an IPv6 address, a third time --------------------------------------------------------

/// h16 *( ":" h16 ), the last two perhaps as dec-octet "." ...: how many groups these are; no number
/// for any other text.
[[nodiscard]] inline std::optional<std::size_t> count_groups(std::string_view list,
                                                             bool is_end_of_address) {
  if (list.empty()) return 0;
  const std::vector<Field> fields = split(list, ':');
  std::size_t count = 0;
  for (const Field& field : fields) {
    const bool is_last = &field == &fields.back();
    const bool is_h16 =
        !field.text.empty() && field.text.size() <= 4 &&
        field.text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    if (!is_h16 && !(is_last && is_end_of_address && !read_ipv4(field.text).error))
      return std::nullopt;
    count += is_h16 ? 1 : 2;
  }
  return count;
}

/// True for an IPv6address as RFC 3986 section 3.2.2 has it: its nine alternatives are eight groups,
/// or at most seven around one "::".  Says yes or no only, by another way than read_ipv6.
[[nodiscard]] inline bool is_ipv6_of_rfc3986(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) return count_groups(text, true) == std::size_t{8};
  const auto before = count_groups(text.substr(0, gap), false);
  const auto behind = count_groups(text.substr(gap + 2), true);
  return before && behind && *before + *behind <= 7;
}

// ---- writing ------------------------------------------------------------------------------------

[[nodiscard]] inline std::string write_ipv4(const std::vector<unsigned>& bytes,
                                            std::size_t first = 0) {
  std::string text;
  for (std::size_t i = first; i != first + 4; ++i)
    text += joined({i == first ? "" : ".", write_port(bytes[i])});
  return text;
}

/// RFC 5952 section 4; section 5 for the v4-mapped addresses.
[[nodiscard]] inline std::string write_ipv6(const std::vector<unsigned>& bytes, unsigned scope) {
  const std::string zone = scope == 0 ? "" : joined({"%", write_port(scope)});
  const std::vector<unsigned> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255};
  if (std::vector<unsigned>(bytes.begin(), bytes.begin() + 12) == mapped)
    return joined({"::ffff:", write_ipv4(bytes, 12), zone});

  // 4.1 and 4.3: each group without leading zeros, in lower case.
  std::vector<std::string> groups;
  for (std::size_t i = 0; i != 16; i += 2) {
    std::string group;
    for (const unsigned byte : {bytes[i], bytes[i + 1]}) {
      group += "0123456789abcdef"[byte / 16];
      group += "0123456789abcdef"[byte % 16];
    }
    while (group.size() > 1 && group.front() == '0') group.erase(0, 1);
    groups.push_back(group);
  }
  const auto listed = [&](std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i != last; ++i) text += joined({i == first ? "" : ":", groups[i]});
    return text;
  };
  // 4.2: the longest run of zeros as ::, the first of several, but not a single group.
  for (std::size_t length = 8; length != 1; --length)
    for (std::size_t first = 0; first + length <= 8; ++first) {
      std::size_t zeros = 0;
      while (zeros != length && groups[first + zeros] == "0") ++zeros;
      if (zeros == length) return joined({listed(0, first), "::", listed(first + length, 8), zone});
    }
  return listed(0, 8) + zone;
}

[[nodiscard]] inline std::string write_address(const Address& address) {
  return address.is_v6 ? write_ipv6(address.bytes, address.scope) : write_ipv4(address.bytes);
}

/// The protocol is left out if it is 0.
[[nodiscard]] inline std::string write_endpoint(const Endpoint& endpoint) {
  const std::string address = write_address(endpoint.address);
  std::string text = endpoint.address.is_v6 ? joined({"[", address, "]"}) : address;
  text += joined({":", write_port(endpoint.port)});
  for (const NamedProtocol& protocol : protocols)
    if (protocol.number == endpoint.protocol) text += joined({"/", protocol.name});
  return text;
}

} // namespace reference

#endif // PORTKIT_TESTS_ADDRESS_REFERENCE_HPP
