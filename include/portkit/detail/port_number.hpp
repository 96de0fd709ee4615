// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_PORT_NUMBER_HPP
#define PORTKIT_DETAIL_PORT_NUMBER_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/result.hpp>

#include <array>
#include <bit>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace portkit::inline v0::detail {

/// The integer types that hold numbers: those std::in_range takes, so neither bool nor characters.
template <class T>
concept Integer =
    std::integral<T> && !std::same_as<std::remove_cv_t<T>, bool> &&
    !std::same_as<std::remove_cv_t<T>, char> && !std::same_as<std::remove_cv_t<T>, wchar_t> &&
    !std::same_as<std::remove_cv_t<T>, char8_t> && !std::same_as<std::remove_cv_t<T>, char16_t> &&
    !std::same_as<std::remove_cv_t<T>, char32_t>;

// The names of these two are the error messages: a constant expression that calls one does not
// compile, and the compiler quotes it.  (A throw would need exceptions.)
[[noreturn]] inline void port_number_outside_0_to_65535() noexcept {
  result_holds_the_other_alternative();
}
[[noreturn]] inline void port_literal_is_not_a_plain_decimal_number() noexcept {
  result_holds_the_other_alternative();
}

/// The largest number of digits in a port number.
inline constexpr std::size_t max_port_digits = 5;
inline constexpr std::uint32_t not_a_plain_port = 0xFFFF'FFFF;

/// The value of a text in the strict grammar, or a number above 65535.
///
/// One path for every length, since the lengths of real ports are mixed and a branch on them
/// mispredicts: five loads clamped to the text repeat its last digit, so that one test covers all
/// bytes, and the shift by the length throws the repeated digits out.
[[nodiscard]] constexpr std::uint32_t read_plain_port(std::string_view text) noexcept {
  const std::size_t last = text.size() - 1;
  if (last >= max_port_digits) return not_a_plain_port; // also the empty text, by wrap-around
  const char* const p = text.data();
  const auto byte = [p](std::size_t i) noexcept {
    return std::uint64_t{static_cast<unsigned char>(p[i])};
  };
  // Not a loop, which GCC would keep.
  const std::uint64_t bytes = byte(0) | byte(last < 1 ? last : 1) << 8 |
                              byte(last < 2 ? last : 2) << 16 | byte(last < 3 ? last : 3) << 24 |
                              byte(last) << 32;

  const std::uint64_t digits = bytes - 0x30'3030'3030;
  if ((((bytes + 0x46'4646'4646) | digits) & 0x80'8080'8080) != 0) return not_a_plain_port;
  if ((digits & 0xFF) == 0 && last != 0) return not_a_plain_port; // a leading zero

  // Eight decimal places, the first text byte highest; those before it come in as zeros.
  const std::uint64_t places = digits << (56 - 8 * last);
  const auto low_four = static_cast<std::uint32_t>(places >> 32);
  const std::uint32_t pairs = ((low_four * (1 + (10 << 8))) >> 8) & 0x00FF'00FF;
  const std::uint32_t units = (pairs * (1 + (100 << 16))) >> 16;
  const std::uint32_t value = units + static_cast<std::uint32_t>((places >> 24) & 0xFF) * 10'000;
  return value;
}

/// A port number, or the reason why there is none.
struct PortReading {
  bool is_valid;
  std::uint16_t value;
  ParseError error;
};

/// The whole grammar with its options, and the reason of a refusal.
[[nodiscard]] constexpr PortReading explain_port(std::string_view text,
                                                 ParseOptions options) noexcept {
  if (text.size() > 0xFFFF'FFFF) return {false, 0, {ParseErrc::too_long, 0, 0}};
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size == 0) return {false, 0, {ParseErrc::empty, 0, 0}};
  for (std::uint32_t i = 0; i != size; ++i)
    if (!is_digit(text[i])) return {false, 0, {ParseErrc::not_a_digit, i, 1}};

  std::uint32_t zeros = 0; // those before the last digit
  while (zeros != size - 1 && text[zeros] == '0') ++zeros;
  if (zeros != 0 && !has_option(options, ParseOptions::leading_zeros_allowed))
    return {false, 0, {ParseErrc::leading_zero, 0, zeros}};

  const std::uint32_t value = read_plain_port(text.substr(zeros));
  if (value > 65535) return {false, 0, {ParseErrc::out_of_range, 0, size}};
  if (value == 0 && has_option(options, ParseOptions::nonzero_port))
    return {false, 0, {ParseErrc::zero_port, 0, size}};
  return {true, static_cast<std::uint16_t>(value), {}};
}

/// explain_port, with the usual text on a fast path.
[[nodiscard]] constexpr PortReading read_port(std::string_view text,
                                              ParseOptions options) noexcept {
  const std::uint32_t value = read_plain_port(text);
  if (value <= 65535 && (value != 0 || !has_option(options, ParseOptions::nonzero_port)))
    return {true, static_cast<std::uint16_t>(value), {}};
  return explain_port(text, options);
}

/// The grammar of the types that are a port number and nothing else.  Its fast path is read_port's,
/// written again: GCC passes that one's result through memory.
template <class T>
struct PortNumberParser {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text,
                                                 ParseOptions options) noexcept {
    const std::uint32_t value = read_plain_port(text);
    if (value <= 65535 && (value != 0 || !has_option(options, ParseOptions::nonzero_port)))
        [[likely]]
      return T{static_cast<std::uint16_t>(value)};
    const PortReading reading = explain_port(text, options);
    if (!reading.is_valid) return reading.error;
    return T{reading.value};
  }
};

/// Writes the lowest `size` bytes of text, the lowest first.
[[nodiscard]] constexpr std::to_chars_result
write_bytes(char* first, char* last, std::uint64_t text, std::ptrdiff_t size) noexcept {
  if (last - first < size) return {last, std::errc::value_too_large};
  for (; size != 0; --size, text >>= 8) *first++ = static_cast<char>(text & 0x7F);
  return {first, std::errc{}};
}

/// Writes 1 to 5 digits.  With room for five it stores five bytes at once, of which those behind
/// the number are scratch.
[[nodiscard]] constexpr std::to_chars_result write_port(char* first, char* last,
                                                        std::uint16_t number) noexcept {
  // number / 10000 in fixed point; each step moves one digit in front of the binary point.  The
  // factor is 2^32 / 10000 rounded up: exact for every 16-bit number.  Not a loop, which GCC would
  // keep.
  constexpr std::uint64_t fraction = 0xFFFF'FFFF;
  const std::uint64_t step_0 = std::uint64_t{number} * 429'497;
  const std::uint64_t step_1 = (step_0 & fraction) * 10;
  const std::uint64_t step_2 = (step_1 & fraction) * 10;
  const std::uint64_t step_3 = (step_2 & fraction) * 10;
  const std::uint64_t step_4 = (step_3 & fraction) * 10;
  const std::uint64_t digits = step_0 >> 32 | step_1 >> 32 << 8 | step_2 >> 32 << 16 |
                               step_3 >> 32 << 24 | step_4 >> 32 << 32;
  const unsigned zeros = unsigned{number < 10'000} + unsigned{number < 1'000} +
                         unsigned{number < 100} + unsigned{number < 10};
  const std::uint64_t text = (digits | 0x30'3030'3030) >> (8 * zeros);
  const std::ptrdiff_t size = 5 - static_cast<std::ptrdiff_t>(zeros);
  if (last - first < 5) [[unlikely]]
    return write_bytes(first, last, text, size);
  if constexpr (std::endian::native == std::endian::little) { // two stores
    const auto bytes = std::bit_cast<std::array<char, 8>>(text);
    std::char_traits<char>::copy(first, bytes.data(), 5);
  } else {
    for (int i = 0; i != 5; ++i) first[i] = static_cast<char>(text >> (8 * i) & 0x7F);
  }
  return {first + size, std::errc{}};
}

/// The value of a literal's spelling.  Read as text, since 0443 would be the octal number 291.
[[nodiscard]] consteval std::uint16_t read_port_literal(const char* spelling) {
  std::uint32_t value = 0;
  bool is_plain = spelling[0] != '0' || spelling[1] == '\0';
  for (; *spelling != '\0'; ++spelling) {
    if (*spelling == '\'') continue; // C++'s digit separator, as in 65'535
    is_plain = is_plain && is_digit(*spelling);
    value = value * 10 + static_cast<std::uint32_t>(*spelling - '0');
    if (is_plain && value > 65535) port_number_outside_0_to_65535();
  }
  if (!is_plain) port_literal_is_not_a_plain_decimal_number();
  return static_cast<std::uint16_t>(value);
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_PORT_NUMBER_HPP
