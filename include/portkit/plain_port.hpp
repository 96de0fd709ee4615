// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PLAIN_PORT_HPP
#define PORTKIT_PLAIN_PORT_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/network_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional> // also declares std::hash
#include <type_traits>
#include <utility>

namespace portkit::inline v0 {

/// A port number of no protocol yet.
///
/// Unit:   host byte order.  Range: 0..65535, every value is valid, also 0.
/// Text:   "443", see parse.  Shape: regular, structural, trivially copyable, 2 bytes.
/// Source: RFC 6335 section 6.
class Port {
public:
  /// Port 0, by which bind() asks the system to choose.
  Port() = default;
  /// From a value of the exact width, which no number can fall out of.
  explicit constexpr Port(std::same_as<std::uint16_t> auto number) noexcept : number_{number} {}
  /// Write Port::of(443) for a constant, Port::from(n) for a number known at run time only.
  template <class T>
    requires(std::is_arithmetic_v<T> && !std::same_as<T, std::uint16_t>)
  explicit Port(T) = delete;

  /// From an integer constant.  Error: does not compile outside 0..65535.
  [[nodiscard]] static consteval Port of(detail::Integer auto number) {
    if (!std::in_range<std::uint16_t>(number)) detail::port_number_outside_0_to_65535();
    return Port{static_cast<std::uint16_t>(number)};
  }
  /// From an integer known at run time only.  Error: empty outside 0..65535.
  /// Self is a parameter so that only callers instantiate std::optional.
  template <class Self = Port>
  [[nodiscard]] static constexpr std::optional<Self> from(detail::Integer auto number) noexcept {
    if (!std::in_range<std::uint16_t>(number)) return std::nullopt;
    return Self{static_cast<std::uint16_t>(number)};
  }
  [[nodiscard]] static constexpr Port from_network(NetworkPort port) noexcept {
    return Port{static_cast<std::uint16_t>(port.high_ << 8 | port.low_)};
  }

  /// The number in host byte order.
  [[nodiscard]] constexpr std::uint16_t value() const noexcept { return number_; }
  /// True for port 0, which can be bound but not connected to.
  [[nodiscard]] constexpr bool is_zero() const noexcept { return number_ == 0; }

  /// The port `by` numbers further on, or back.  Error: empty outside 0..65535, it never wraps.
  template <class Self = Port>
  [[nodiscard]] constexpr std::optional<Self> offset(detail::Integer auto by) const noexcept {
    if (std::cmp_less(by, -65535) || std::cmp_greater(by, 65535)) return std::nullopt;
    return Self::from(number_ + static_cast<std::int32_t>(by));
  }
  [[nodiscard]] constexpr NetworkPort to_network() const noexcept {
    return {static_cast<unsigned char>(number_ >> 8), static_cast<unsigned char>(number_ & 0xFF)};
  }

  [[nodiscard]] friend constexpr bool operator==(Port, Port) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(Port, Port) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(Port port) noexcept {
    return detail::hash_key(port.value());
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, Port port) {
    return H::combine(std::move(state), port.value());
  }

  std::uint16_t number_{}; ///< public only because a structural type must be; read value()
};

template <>
inline constexpr std::size_t max_text_size<Port> = detail::max_port_digits;

template <>
struct detail::Parser<Port> : detail::PortNumberParser<Port> {};

/// Writes the decimal number, without a NUL; bytes of [ptr, first + 5) may be used as scratch.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<Port> always does.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last, Port port) noexcept {
  return detail::write_port(first, last, port.value());
}

/// Reads the digits that [first, last) begins with, by the strict grammar of parse; ptr is behind
/// them.  On an error the port keeps its value.
/// Error: invalid_argument with ptr == first without a digit or with a leading zero;
///        result_out_of_range with ptr behind the digits above 65535.
[[nodiscard]] constexpr std::from_chars_result from_chars(const char* first, const char* last,
                                                          Port& port) noexcept {
  const char* end = first;
  while (end != last && detail::is_digit(*end)) ++end;
  if (end == first || (*first == '0' && end - first > 1))
    return {first, std::errc::invalid_argument};
  const std::uint32_t value =
      detail::read_plain_port({first, static_cast<std::size_t>(end - first)});
  if (value > 65535) return {end, std::errc::result_out_of_range};
  port = Port{static_cast<std::uint16_t>(value)};
  return {end, std::errc{}};
}

inline namespace literals {

/// 443_port: decimal, digit separators allowed, no leading zero (C++ would read 0443 as octal 291).
/// Error: a number above 65535 does not compile.  Members need parentheses: (443_port).value().
[[nodiscard]] consteval Port operator""_port(const char* spelling) noexcept {
  return Port{detail::read_port_literal(spelling)};
}

} // namespace literals

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::Port> {
  [[nodiscard]] constexpr std::size_t operator()(portkit::Port port) const noexcept {
    return hash_value(port);
  }
};

#endif // PORTKIT_PLAIN_PORT_HPP
