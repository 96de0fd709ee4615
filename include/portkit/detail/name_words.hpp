// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_NAME_WORDS_HPP
#define PORTKIT_DETAIL_NAME_WORDS_HPP

#include <portkit/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portkit::inline v0::detail {

[[nodiscard]] constexpr std::uint64_t load_byte(const char* text, int i) noexcept {
  return std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
}

// Little-endian.  Without a loop, which GCC would keep: so they become one load each.
[[nodiscard]] constexpr std::uint64_t load_4(const char* text) noexcept {
  return load_byte(text, 0) | load_byte(text, 1) | load_byte(text, 2) | load_byte(text, 3);
}
[[nodiscard]] constexpr std::uint64_t load_8(const char* text) noexcept {
  return load_4(text) | load_byte(text, 4) | load_byte(text, 5) | load_byte(text, 6) |
         load_byte(text, 7);
}

/// Equal for words that differ only in the case of ASCII letters.  The letters' neighbours, '@' and
/// those from '[' to '_', become '`' and those from '{' to DEL: one of the words must hold none of
/// the latter.
[[nodiscard]] constexpr std::uint64_t fold(std::uint64_t word) noexcept {
  return word | (word >> 1 & 0x2020'2020'2020'2020);
}

/// A name of 1 to 16 bytes as two words: one to one among names of one size, but for letters' case.
struct NameWords {
  std::uint64_t low;
  std::uint64_t high;

  /// Precondition: 1 <= name.size() <= 16.
  [[nodiscard]] static constexpr NameWords of(std::string_view name) noexcept {
    const char* const text = name.data();
    const std::size_t size = name.size();
    if (size >= 4) { // four words that cover the name, overlapping
      const std::size_t last = size - 4;
      return {fold(load_4(text) | load_4(text + (last < 4 ? last : 4)) << 32),
              fold(load_4(text + (last < 8 ? last : 8)) | load_4(text + last) << 32)};
    }
    const auto byte = [text](std::size_t i) noexcept {
      return std::uint64_t{static_cast<unsigned char>(text[i])};
    };
    return {fold(byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16), 0};
  }
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_NAME_WORDS_HPP
