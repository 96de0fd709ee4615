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

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_HASH_HPP
