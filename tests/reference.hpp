// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_REFERENCE_HPP
#define PORTKIT_TESTS_REFERENCE_HPP

#include <portkit/port.hpp>
#include <portkit/result.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What the library is to do, written down a second time: slowly, plainly, and with none of its code
// but the names of its types.  The tests hold the fast code to this.

namespace reference {

/// Either `error` is empty and the numbers say the value, or `error` says what was refused.
struct Reading {
  std::optional<portkit::ParseError> error;
  unsigned port = 0;
  unsigned protocol = 0; ///< IANA protocol number
};

[[nodiscard]] inline Reading refused(portkit::ParseErrc code, std::size_t position,
                                     std::size_t length) {
  return {portkit::ParseError{code, static_cast<std::uint32_t>(position),
                              static_cast<std::uint32_t>(length)}};
}

/// The port grammar.  Of several faults the one that stands first in this function is reported.
[[nodiscard]] inline Reading read_port(std::string_view text, bool leading_zeros_allowed,
                                       bool zero_refused) {
  // There is a text.
  if (text.empty()) return refused(portkit::ParseErrc::empty, 0, 0);

  // It is made of digits; the first byte that is none is at fault, alone.
  const std::size_t stranger = text.find_first_not_of("0123456789");
  if (stranger != std::string_view::npos)
    return refused(portkit::ParseErrc::not_a_digit, stranger, 1);

  // It has no zero that could be left away; all those that could are at fault.
  std::string_view significant = text;
  while (significant.size() > 1 && significant.front() == '0') significant.remove_prefix(1);
  const std::size_t needless = text.size() - significant.size();
  if (needless > 0 && !leading_zeros_allowed)
    return refused(portkit::ParseErrc::leading_zero, 0, needless);

  // It is at most 65535: shorter, or as long and not later in the dictionary.
  constexpr std::string_view limit = "65535";
  if (significant.size() > limit.size() ||
      (significant.size() == limit.size() && significant > limit))
    return refused(portkit::ParseErrc::out_of_range, 0, text.size());

  unsigned value = 0;
  for (const char digit : significant) value = value * 10 + static_cast<unsigned>(digit - '0');

  // It is not zero where that is asked for.
  if (value == 0 && zero_refused) return refused(portkit::ParseErrc::zero_port, 0, text.size());
  return {std::nullopt, value};
}

struct NamedProtocol {
  unsigned number;
  std::string_view name;
};
inline constexpr std::array<NamedProtocol, 4> protocols{
    {{6, "tcp"}, {17, "udp"}, {33, "dccp"}, {132, "sctp"}}};

/// True if `text` is `lower` but for the case of ASCII letters, one byte at a time.
[[nodiscard]] inline bool is_in_any_case(std::string_view text, std::string_view lower) {
  constexpr std::string_view small_letters = "abcdefghijklmnopqrstuvwxyz";
  constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i != text.size(); ++i) {
    const std::size_t letter = small_letters.find(lower[i]);
    const bool is_same = text[i] == lower[i];
    const bool is_capital = letter != std::string_view::npos && text[i] == capitals[letter];
    if (!is_same && !is_capital) return false;
  }
  return true;
}

/// The grammar of a port with its protocol: a port, a slash, a protocol's name.
[[nodiscard]] inline Reading read_transport_port(std::string_view text, bool leading_zeros_allowed,
                                                 bool zero_refused) {
  const std::size_t slash = text.find('/');
  const std::string_view number = slash == std::string_view::npos ? text : text.substr(0, slash);
  Reading reading = read_port(number, leading_zeros_allowed, zero_refused);
  if (reading.error) return reading;

  // The place where the protocol is missing: behind the number, or behind the slash.
  if (slash == std::string_view::npos)
    return refused(portkit::ParseErrc::missing_protocol, text.size(), 0);
  const std::string_view word = text.substr(slash + 1);
  if (word.empty()) return refused(portkit::ParseErrc::missing_protocol, slash + 1, 0);

  for (const NamedProtocol& protocol : protocols) {
    if (!is_in_any_case(word, protocol.name)) continue;
    reading.protocol = protocol.number;
    return reading;
  }
  return refused(portkit::ParseErrc::unknown_protocol, slash + 1, word.size());
}

/// The canonical text of a number.
[[nodiscard]] inline std::string write_port(unsigned number) {
  std::string text;
  do {
    text.insert(text.begin(), "0123456789"[number % 10]);
    number /= 10;
  } while (number != 0);
  return text;
}

/// RFC 6335 section 6.
[[nodiscard]] inline portkit::PortClass classify(unsigned number) {
  if (number <= 1023) return portkit::PortClass::well_known;
  if (number <= 49151) return portkit::PortClass::registered;
  return portkit::PortClass::dynamic;
}

/// The one order: by port, then by protocol number.
[[nodiscard]] inline bool is_before(unsigned port, unsigned protocol, unsigned other_port,
                                    unsigned other_protocol) {
  if (port != other_port) return port < other_port;
  return protocol < other_protocol;
}

} // namespace reference

#endif // PORTKIT_TESTS_REFERENCE_HPP
