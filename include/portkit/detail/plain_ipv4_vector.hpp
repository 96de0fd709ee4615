// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_PLAIN_IPV4_VECTOR_HPP
#define PORTKIT_DETAIL_PLAIN_IPV4_VECTOR_HPP

#include <portkit/detail/load_store.hpp>
#include <portkit/detail/plain_ipv4.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portkit::inline v0::detail {

// By the compilers' vector types: <emmintrin.h> costs 30 ms to include.
#if defined(__GNUC__) && defined(__SSE2__) // Clang too

using Bytes __attribute__((vector_size(16))) = unsigned char;
using Pairs __attribute__((vector_size(16))) = std::uint16_t;
using Halves __attribute__((vector_size(16))) = std::uint64_t;

/// Bit i is the highest bit of byte i.
[[nodiscard]] inline std::uint32_t to_bits(auto bytes) noexcept {
  using Chars __attribute__((vector_size(16))) = char;
  return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb128(reinterpret_cast<Chars>(bytes)));
}

/// At each place the byte before it.
[[nodiscard]] inline Bytes bytes_before(Bytes bytes) noexcept {
#if defined(__clang__)
  return __builtin_shufflevector(Bytes{}, bytes, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
                                 28, 29, 30);
#else
  return __builtin_shuffle(Bytes{}, bytes,
                           Bytes{0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30});
#endif
}

/// Each byte times a factor; the products are below 256.
[[nodiscard]] inline Bytes multiply(Bytes bytes, std::uint16_t factor) noexcept {
  return reinterpret_cast<Bytes>(reinterpret_cast<Pairs>(bytes) * factor);
}

/// As read_plain_ipv4_by_bytes, of a text of more than eight bytes; it loads none outside of it.
[[nodiscard]] inline PlainIpv4 read_plain_ipv4_by_vector(std::string_view text) noexcept {
  // The first sixteen bytes, zeros behind a shorter text.
  const std::size_t second = text.size() < 16 ? text.size() - 8 : 8;
  const auto bytes = reinterpret_cast<Bytes>(
      Halves{load_eight(text.data()), load_eight(text.data() + second) >> (64 - 8 * second)});

  // At each digit the number that ends there; if that is above 255, the byte overflows.
  const Bytes digits = bytes ^ '0';
  const auto is_digit = reinterpret_cast<Bytes>(digits <= 9);
  const Bytes units = digits & is_digit;
  const Bytes tens = bytes_before(units) & is_digit;
  const Bytes hundreds = bytes_before(tens) & is_digit;
  const Bytes whole_hundreds = multiply(hundreds, 100);
  const Bytes numbers = units + multiply(tens, 10) + whole_hundreds;

  // Bit i is of byte i.  The address ends at the fourth byte that is no digit.
  const std::uint32_t any_digit = to_bits(is_digit);
  const std::uint32_t others = ~any_digit;
  const std::uint32_t from_second = others & (others - 1);
  const std::uint32_t from_third = from_second & (from_second - 1);
  const std::uint32_t from_fourth = from_third & (from_third - 1);
  const std::uint32_t starts = others << 1 | 1;
  const std::uint32_t two_digits = any_digit & any_digit >> 1;
  const std::uint32_t above_255 = to_bits((hundreds > 2) | (numbers < whole_hundreds));
  const std::uint32_t leading_zero = to_bits(digits == 0) & starts & any_digit >> 1;
  const std::uint32_t four_digits = two_digits & two_digits >> 2;
  const std::uint32_t empty_part = others & starts;
  const std::uint32_t no_dot = (others ^ from_fourth) & ~to_bits(bytes == '.');
  const std::uint32_t faults = above_255 | leading_zero | four_digits | empty_part | no_dot;
  if ((faults & (from_fourth ^ (from_fourth - 1))) != 0) return {};

  alignas(Bytes) unsigned char ends[16];
  reinterpret_cast<Bytes&>(ends) = numbers;
  const auto number_before = [&](std::uint32_t bits) noexcept {
    return std::uint32_t{ends[__builtin_ctz(bits) - 1]};
  };
  return {number_before(others) << 24 | number_before(from_second) << 16 |
              number_before(from_third) << 8 | number_before(from_fourth),
          static_cast<std::uint32_t>(__builtin_ctz(from_fourth))};
}

#else // the same everywhere, so that callers need not ask

[[nodiscard]] constexpr PlainIpv4 read_plain_ipv4_by_vector(std::string_view text) noexcept {
  return read_plain_ipv4_by_bytes(text);
}

#endif

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_PLAIN_IPV4_VECTOR_HPP
