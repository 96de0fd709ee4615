// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_SERVICE_LOOKUP_HPP
#define PORTKIT_DETAIL_SERVICE_LOOKUP_HPP

#include <portkit/detail/services_by_name.hpp>
#include <portkit/detail/services_by_port.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/service_table.hpp>
#include <portkit/transport_port.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

// The two look-ups on the generated tables, whose layout their headers describe.

namespace portkit::inline v0::detail::registry {

/// A number and a provenance: what the tables say of one (port, protocol, name); 0 for none.
using Entry = std::uint32_t;

/// The preferred name's entry: two loads, no branch.
[[nodiscard]] constexpr Entry find_entry(TransportPort port) noexcept {
  const std::size_t number = port.port().value();
  const std::size_t page_start = page_starts[protocol_index(port.protocol()) * 2048 + number / 32];
  return pages[page_start + number % 32];
}

[[nodiscard]] constexpr Service to_service(TransportPort port, Entry entry) noexcept {
  const std::size_t number = entry & 0x1FFF;
  const std::size_t start = name_starts[number];
  const std::size_t size = name_starts[number + 1] - start;
  // Exact argument types, or overload resolution instantiates the iterator constructor's concepts.
  return {std::string_view(names + start, size), port, static_cast<Provenance>(entry >> 13)};
}

/// What the slot of a name says.
struct NameEntry {
  std::uint32_t bits; ///< 0 if no such name is known
  std::uint32_t slot;

  [[nodiscard]] constexpr std::uint16_t primary_port() const noexcept {
    return static_cast<std::uint16_t>(bits);
  }
  [[nodiscard]] constexpr bool has(Protocol protocol) const noexcept {
    return (bits >> (20 + protocol_index(protocol)) & 1) != 0;
  }
  /// Not 0 for the few names whose ports are several, or differ by protocol.
  [[nodiscard]] constexpr std::uint32_t list() const noexcept { return bits >> 24 & 0x7F; }
};

[[nodiscard]] constexpr std::uint64_t load_word(const char* text) noexcept {
  std::uint64_t word = 0;
  for (int i = 0; i != 4; ++i)
    word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  return word;
}

/// Equal for words that are equal but for the case of ASCII letters.  Of the other characters that
/// names have, only '_' has bit 6 and changes; DEL, which it changes to, is refused later.
[[nodiscard]] constexpr std::uint64_t fold(std::uint64_t word) noexcept {
  return word | (word >> 1 & 0x2020'2020'2020'2020);
}

[[nodiscard]] constexpr bool is_equally_likely(bool condition) noexcept {
#if defined(__GNUC__) // Clang too
  return __builtin_expect_with_probability(condition, 1, 0.5);
#else
  return condition;
#endif
}

/// One probe of a perfect hash table, whatever the name: hits and misses, short and long names mix
/// in real queries, and a mispredicted branch costs more than the whole look-up.
[[nodiscard]] constexpr NameEntry find_name(std::string_view name) noexcept {
  const std::size_t size = name.size();
  if (size - 1 >= 15) return {0, 0}; // also the empty name, by wrap-around
  const char* const text = name.data();
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  if (size >= 4) { // four words that cover the name, overlapping: one to one for a known size
    const std::size_t last = size - 4;
    low = load_word(text) | load_word(text + (last < 4 ? last : 4)) << 32;
    high = load_word(text + (last < 8 ? last : 8)) | load_word(text + last) << 32;
  } else {
    low = static_cast<unsigned char>(text[0]) |
          static_cast<std::uint64_t>(static_cast<unsigned char>(text[size / 2])) << 8 |
          static_cast<std::uint64_t>(static_cast<unsigned char>(text[size - 1])) << 16;
  }
  const std::uint64_t folded_low = fold(low);
  const std::uint64_t folded_high = fold(high);

  const std::uint64_t hash = folded_low * hash_multiplier_low + folded_high * hash_multiplier_high;
  const auto pilot = static_cast<unsigned char>(pilots[hash >> 53]);
  const auto slot = static_cast<std::uint32_t>((((hash >> 32) + size) ^ pilot) & 8191);
  const char16_t* const words = slots[slot >> 11] + (slot & 2047) * 8;
  std::uint64_t slot_low = 0;
  std::uint64_t slot_high = 0;
  for (int i = 0; i != 4; ++i) {
    slot_low |= std::uint64_t{words[i]} << (16 * i);
    slot_high |= std::uint64_t{words[4 + i]} << (16 * i);
  }
  const std::uint32_t bits =
      slot_values[2 * slot] | static_cast<std::uint32_t>(slot_values[2 * slot + 1]) << 16;
  const std::uint64_t difference =
      (slot_low ^ folded_low) | (slot_high ^ folded_high) | ((bits >> 16 & 15) ^ size);
  if (bits >> 31 != 0) // the slot's name has a '_', for which the folding would take DEL too
    for (const char c : name)
      if (c == '\x7F') return {0, 0};
  return {is_equally_likely(difference == 0) ? bits : 0, slot};
}

/// Ports in static storage.
struct PortList {
  const char16_t* primary = nullptr;
  const char16_t* first = nullptr;
  std::size_t size = 0;
};

/// All ports of the name for this protocol, ascending.
[[nodiscard]] constexpr PortList find_ports(NameEntry name, Protocol protocol) noexcept {
  if (!name.has(protocol)) return {};
  if (name.list() == 0) {
    const char16_t* const port = slot_values + 2 * name.slot;
    return {port, port, 1};
  }
  const char16_t* part = lists + list_starts[name.list()];
  while ((*part & 0xFFu) != protocol_index(protocol)) part += 2 + (*part >> 8);
  return {part + 1, part + 2, static_cast<std::size_t>(*part >> 8)};
}

} // namespace portkit::inline v0::detail::registry
#endif // PORTKIT_DETAIL_SERVICE_LOOKUP_HPP
