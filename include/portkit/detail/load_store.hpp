// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_LOAD_STORE_HPP
#define PORTKIT_DETAIL_LOAD_STORE_HPP

#include <portkit/version.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace portkit::inline v0::detail {

/// The eight bytes at this place, the first one lowest.
[[nodiscard]] constexpr std::uint64_t load_eight(const char* text) noexcept {
  if (std::endian::native == std::endian::little && !std::is_constant_evaluated()) { // one load
    std::array<char, 8> bytes;
    std::char_traits<char>::copy(bytes.data(), text, 8);
    return std::bit_cast<std::uint64_t>(bytes);
  }
  std::uint64_t bytes = 0;
  for (int i = 0; i != 8; ++i)
    bytes |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  return bytes;
}

/// Writes four bytes, the lowest first.
constexpr void store_four(char* to, std::uint32_t bytes) noexcept {
  if constexpr (std::endian::native == std::endian::little) { // one store
    const auto array = std::bit_cast<std::array<char, 4>>(bytes);
    std::char_traits<char>::copy(to, array.data(), 4);
  } else {
    for (int i = 0; i != 4; ++i) to[i] = static_cast<char>(bytes >> (8 * i) & 0xFF);
  }
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_LOAD_STORE_HPP
