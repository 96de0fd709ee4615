// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PROTOCOL_HPP
#define PORTKIT_PROTOCOL_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/result.hpp>

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portkit::inline v0 {

/// A transport protocol that has ports; its value is the IANA protocol number.
///
/// Text:   "tcp", "udp", "dccp", "sctp"; read in any ASCII case.
/// Shape:  1 byte.
/// Source: RFC 6335 section 3; IANA "Assigned Internet Protocol Numbers".
enum class Protocol : std::uint8_t { tcp = 6, udp = 17, dccp = 33, sctp = 132 };

/// Every transport protocol that has ports, by protocol number.
inline constexpr std::array all_protocols{Protocol::tcp, Protocol::udp, Protocol::dccp,
                                          Protocol::sctp};

/// The protocol's name in lower case, NUL-terminated; empty for a value that is no enumerator.
[[nodiscard]] constexpr std::string_view name(Protocol protocol) noexcept {
  switch (protocol) {
    case Protocol::tcp: return "tcp";
    case Protocol::udp: return "udp";
    case Protocol::dccp: return "dccp";
    case Protocol::sctp: return "sctp";
  }
  return "";
}

/// Room in bytes that holds every text of a T, without a terminating NUL.
template <class T>
inline constexpr std::size_t max_text_size = T::no_text_form;
template <>
inline constexpr std::size_t max_text_size<Protocol> = 4;

namespace detail {

[[nodiscard]] constexpr bool is_enumerator(Protocol protocol) noexcept {
  return !name(protocol).empty();
}

/// 0 for tcp, 1 for udp, 2 for dccp, 3 for sctp, without a branch; always below 4.
[[nodiscard]] constexpr std::size_t protocol_index(Protocol protocol) noexcept {
  const auto number = static_cast<unsigned>(protocol);
  return number * 13 >> 4 & 3;
}

/// Copies text to [first, last): where it ends, or value_too_large and last.
[[nodiscard]] constexpr std::to_chars_result copy_text(char* first, char* last,
                                                       std::string_view text) noexcept {
  if (last - first < static_cast<std::ptrdiff_t>(text.size()))
    return {last, std::errc::value_too_large};
  for (const char c : text) *first++ = c;
  return {first, std::errc{}};
}

/// The protocol of this name, or a value that is no enumerator.
[[nodiscard]] constexpr Protocol find_protocol(std::string_view text) noexcept {
  for (const Protocol protocol : all_protocols)
    if (equal_ignoring_case(text, name(protocol))) return protocol;
  return Protocol{};
}

template <std::same_as<Protocol> T>
struct Parser<T> {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text, ParseOptions) noexcept {
    if (text.empty()) return ParseError{ParseErrc::empty, 0, 0};
    if (text.size() > 0xFFFF'FFFF) return ParseError{ParseErrc::too_long, 0, 0};
    const T protocol = find_protocol(text);
    if (!is_enumerator(protocol))
      return ParseError{ParseErrc::unknown_protocol, 0, static_cast<std::uint32_t>(text.size())};
    return protocol;
  }
};

} // namespace detail

/// Writes the protocol's name, without a NUL.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<Protocol> always does.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      Protocol protocol) noexcept {
  return detail::copy_text(first, last, name(protocol));
}

} // namespace portkit::inline v0
#endif // PORTKIT_PROTOCOL_HPP
