// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_PERFECT_HASH_HPP
#define PORTKIT_REGISTRY_PERFECT_HASH_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portkit_registry {

/// A name as the hash sees it: four words of four bytes, in one case. Names of at least four
/// bytes are read at 0, min(4, n-4), min(8, n-4) and n-4, so that no read leaves the name;
/// shorter ones give their first, middle and last byte to word 0. Only together with the length
/// do they determine the name: "ns" and "nss" have the same words.
using NameWords = std::array<std::uint32_t, 4>;
[[nodiscard]] NameWords words_of(std::string_view name);

/// The words of a name of at most 15 bytes, and its length in the lowest byte of word 2: alone they
/// determine the name. Names of at least eight bytes are read at 0, 4, n-8 and n-4, names of at
/// least four at 0, 0, n-4 and n-4: of word 2 the lowest byte is always in another word too.
/// Shorter ones as above.
[[nodiscard]] NameWords sized_words_of(std::string_view name);

/// Hash and displace: the hash chooses a bucket, the bucket's pilot moves the names of the bucket
/// to slots of their own.
///
///   h      = (w0 | w1 << 32) * multiplier_low + (w2 | w3 << 32) * multiplier_high   mod 2^64
///   bucket = h >> 53
///   slot   = ((h >> 32) & 8191) ^ pilots[bucket]
///
/// The words are the sized ones.
struct PerfectHash {
  static constexpr std::size_t bucket_count = 2048;
  static constexpr std::size_t slot_count = 8192;
  /// Each of four literals holds a quarter of the slots. The last slot of each stays empty: its end
  /// is the literal's own NUL.
  static constexpr std::size_t slots_in_literal = 2048;
  static constexpr std::size_t slot_size = sizeof(NameWords);

  std::uint64_t multiplier_low = 0;
  std::uint64_t multiplier_high = 0; ///< of 31 bits, so that it is a part of x86's instruction
  std::array<unsigned char, bucket_count> pilots{}; ///< all below 128

  [[nodiscard]] std::size_t slot_of(std::string_view name) const;
};

/// The same for the same names on every platform.
[[nodiscard]] PerfectHash find_perfect_hash(const std::vector<std::string>& names);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_PERFECT_HASH_HPP
