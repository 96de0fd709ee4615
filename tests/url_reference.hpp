// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_URL_REFERENCE_HPP
#define PORTKIT_TESTS_URL_REFERENCE_HPP

#include <portkit/result.hpp>

#include "address_reference.hpp"
#include "reference.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The texts of HostPort and UrlAuthority, written down a second time from RFC 3986: slowly,
// plainly, and with none of the library's code but the names of its errors.  Of several faults the
// one that stands first in a function is reported.

namespace reference {

struct UrlOptions {
  bool leading_zeros_allowed = false;
  bool zero_refused = false;
  bool empty_port_allowed = false;
  bool userinfo_skipped = false;
};

struct HostPort {
  std::optional<ParseError> error{};
  std::string host{};
  std::optional<unsigned> port{};
  std::string canonical{}; ///< the whole text as it is to be printed
  bool is_address = false;
};

struct Url {
  std::optional<ParseError> error{};
  std::string scheme{};
  HostPort host_port{};
};

inline constexpr std::string_view hexadecimal = "0123456789abcdefABCDEF";
inline constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
inline constexpr std::string_view unreserved_marks = "-._~";
inline constexpr std::string_view sub_delims = "!$&'()*+,;=";

[[nodiscard]] inline bool holds(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

[[nodiscard]] inline bool is_made_of(std::string_view text, std::string_view set) {
  return text.find_first_not_of(set) == std::string_view::npos;
}

/// A byte of RFC 3986's reg-name that stands for itself.
[[nodiscard]] inline bool is_plain_in_host(char c) {
  return holds(letters, c) || holds("0123456789", c) || holds(unreserved_marks, c) ||
         holds(sub_delims, c);
}

[[nodiscard]] inline bool is_encoded(std::string_view text) {
  return text.size() == 3 && text[0] == '%' && holds(hexadecimal, text[1]) &&
         holds(hexadecimal, text[2]);
}

/// The first byte that is neither one of a reg-name, nor of the others, nor of a whole %41.
[[nodiscard]] inline std::optional<ParseError> fault_of_characters(std::string_view text,
                                                                   std::string_view others) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_encoded(text.substr(i, 3)))
      i += 3;
    else if (is_plain_in_host(text[i]) || holds(others, text[i]))
      i += 1;
    else
      return fault(ParseErrc::not_a_host_character, i, 1);
  }
  return std::nullopt;
}

[[nodiscard]] inline std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (is_encoded(text.substr(i, 3))) {
      out += static_cast<char>(static_cast<unsigned char>(value_of(text.substr(i + 1, 2), 16)));
      i += 3;
    } else {
      out += text[i++];
    }
  }
  return out;
}

/// The rule for names that look like addresses: without the dots at its end the decoded name ends
/// in a label that is a number of base 10 or, behind 0x, of base 16; or nothing is left.
[[nodiscard]] inline bool looks_like_ipv4(std::string_view host) {
  std::string name = decoded(host);
  while (!name.empty() && name.back() == '.') name.pop_back();
  const std::string label = name.substr(name.rfind('.') + 1);
  if (is_made_of(label, "0123456789")) return true;
  return (label.starts_with("0x") || label.starts_with("0X")) &&
         is_made_of(label.substr(2), hexadecimal);
}

/// Small letters, but capitals behind a %.
[[nodiscard]] inline std::string write_name(std::string_view name) {
  constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::string out;
  for (std::size_t i = 0; i != name.size(); ++i) {
    const bool is_digit_of_byte = (i >= 1 && name[i - 1] == '%') || (i >= 2 && name[i - 2] == '%');
    const std::size_t letter = holds(letters, name[i]) ? letters.find(name[i]) % 26 : 26;
    if (letter == 26)
      out += name[i];
    else
      out += is_digit_of_byte ? capitals[letter] : letters[letter];
  }
  return out;
}

/// host[:port], where at least one of the two is there.
[[nodiscard]] inline HostPort read_host_port(std::string_view text, UrlOptions options) {
  if (text.empty()) return {fault(ParseErrc::empty, 0, 0)};
  HostPort read;
  std::string_view rest;
  if (text.front() == '[') {
    const std::vector<Field> parts = split(text, ']');
    if (parts.size() == 1) return {fault(ParseErrc::unclosed_bracket, 0, 1)};
    const std::string_view inside = parts[0].text.substr(1);
    if (!holds(inside, ':')) return {fault(ParseErrc::not_ipv6_in_brackets, 1, inside.size())};
    const Address address = read_ipv6(inside);
    if (address.error) return {moved(address.error, 1)};
    rest = text.substr(parts[1].position);
    if (!rest.empty() && rest.front() != ':')
      return {fault(ParseErrc::text_after_bracket, parts[1].position, 1)};
    read.host = inside;
    read.is_address = true;
    read.canonical = "[" + write_address(address) + "]";
  } else {
    const std::vector<Field> parts = split(text, ':');
    const std::string_view host = parts[0].text;
    if (parts.size() > 2 && is_made_of(host, hexadecimal))
      return {fault(ParseErrc::missing_brackets, 0, text.size())};
    if (const auto error = fault_of_characters(host, "")) return {error};
    if (!host.empty() && looks_like_ipv4(host)) {
      const Address address = read_ipv4(host);
      if (address.error) return {address.error};
      read.is_address = true;
    }
    rest = text.substr(host.size());
    read.host = host;
    read.canonical = write_name(host);
  }
  if (rest.empty()) return read;
  if (rest == ":") {
    if (!options.empty_port_allowed) return {fault(ParseErrc::missing_port, text.size(), 0)};
    if (read.host.empty()) return {fault(ParseErrc::missing_host, 0, 0)};
    return read;
  }
  const Reading port =
      read_port(rest.substr(1), options.leading_zeros_allowed, options.zero_refused);
  if (port.error) return {moved(port.error, text.size() - rest.size() + 1)};
  read.port = port.port;
  read.canonical += ":" + write_port(port.port);
  return read;
}

/// scheme://[userinfo@]host[:port], then nothing or what begins with / ? or #.
[[nodiscard]] inline Url read_url(std::string_view text, UrlOptions options,
                                  bool (*has_default_port)(std::string_view scheme)) {
  if (text.empty()) return {fault(ParseErrc::empty, 0, 0)};

  // A scheme is what stands before a colon, unless a path, a query or a fragment begins earlier.
  const std::string_view scheme =
      text.substr(0, text.find_first_of("/?#")).substr(0, text.find(':'));
  const bool has_scheme = !scheme.empty() && text.substr(scheme.size()).starts_with(':');
  if (!has_scheme) return {fault(ParseErrc::missing_scheme, 0, 0)};
  for (std::size_t i = 0; i != scheme.size(); ++i)
    if (!holds(letters, scheme[i]) && (i == 0 || !holds("0123456789+-.", scheme[i])))
      return {fault(ParseErrc::not_a_scheme_character, i, 1)};

  std::string_view rest = text.substr(scheme.size() + 1);
  if (!rest.starts_with("//")) return {fault(ParseErrc::missing_authority, scheme.size() + 1, 0)};
  rest.remove_prefix(2);
  std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  std::size_t start = scheme.size() + 3;
  if (authority.empty() && !has_default_port(scheme)) return {std::nullopt, std::string{scheme}};

  if (holds(authority, '@')) {
    const std::string_view userinfo = split(authority, '@')[0].text;
    if (!options.userinfo_skipped)
      return {fault(ParseErrc::userinfo_not_allowed, start, userinfo.size() + 1)};
    if (const auto error = fault_of_characters(userinfo, ":")) return {moved(error, start)};
    authority.remove_prefix(userinfo.size() + 1);
    start += userinfo.size() + 1;
  }
  if (authority.empty() || (authority.front() == ':' && split(authority, ':').size() == 2))
    return {fault(ParseErrc::missing_host, start, 0)};
  if (authority.front() == '[') {
    const std::string_view inside = split(authority, ']')[0].text;
    if (holds(inside, '%'))
      return {fault(ParseErrc::not_an_address_character, start + inside.find('%'), 1)};
  }
  HostPort host_port = read_host_port(authority, options);
  if (host_port.error) return {moved(host_port.error, start)};
  return {std::nullopt, std::string{scheme}, host_port};
}

} // namespace reference

#endif // PORTKIT_TESTS_URL_REFERENCE_HPP
