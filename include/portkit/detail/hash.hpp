// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_HASH_HPP
#define PORTKIT_DETAIL_HASH_HPP

#include <portkit/version.hpp>

#include <cstddef>
#include <cstdint>

namespace portkit::inline v0::detail {

/// Distinct inputs give distinct hashes where std::size_t has 32 bits or more.  The high half folds
/// into the low one, since hash tables take the low bits and those of a key are the protocol.
[[nodiscard]] constexpr std::size_t hash_key(std::uint32_t key) noexcept {
  if constexpr (sizeof(std::size_t) >= 8) {
    const std::uint64_t product = key * std::uint64_t{0x9E37'79B9'7F4A'7C15};
    return product ^ product >> 32;
  } else {
    const std::uint32_t product = key * std::uint32_t{0x9E37'79B1};
    return product ^ product >> 16;
  }
}

/// The hash of what came before and of this value: distinct values give distinct hashes where
/// std::size_t has 64 bits.
[[nodiscard]] constexpr std::size_t hash_append(std::size_t before, std::uint64_t value) noexcept {
  const std::uint64_t mixed = before ^ value;
  const std::uint64_t product = (mixed ^ mixed >> 32) * 0x9E37'79B9'7F4A'7C15;
  if constexpr (sizeof(std::size_t) >= 8) {
    return product ^ product >> 32;
  } else {
    return static_cast<std::uint32_t>(product ^ product >> 32);
  }
}

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_HASH_HPP
