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
#include <optional>
#include <string_view>
#include <type_traits>

// The two look-ups on the generated tables, whose layout the comments in those headers describe.
//
// Of is a parameter that says nothing: it keeps compilers from building the tables, for clang an
// object for each of 250,000 elements, where nobody looks anything up.

namespace portkit::inline v0::detail::registry {

/// The tables' element types.
template <class Of>
struct Elements {
  using Char = char;
  using Char16 = char16_t;
};
template <class Of>
using Char = typename Elements<Of>::Char;
template <class Of>
using Char16 = typename Elements<Of>::Char16;

/// A number and a provenance: what the tables say of one (port, protocol, name); 0 for none.
using Entry = std::uint32_t;

/// The preferred name's entry: two loads, no branch.
template <class Of>
[[nodiscard]] constexpr Entry find_entry(TransportPort port) noexcept {
  // The protocol's index, as of protocol_index, times 2048: the bits of the number in the key lie
  // too high to touch it.
  const std::size_t key = port.key();
  const std::size_t row = key * (13 << 7) & (3 << 11);
  const std::size_t page_start = page_starts<Char16<Of>>[row + (key >> 13)];
  return pages<Char16<Of>>[page_start + (key >> 8) % 32];
}

template <class Of>
[[nodiscard]] constexpr Service to_service(TransportPort port, Entry entry) noexcept {
  const std::size_t number = entry & 0x1FFF;
  const std::size_t start = name_starts<Char16<Of>>[number];
  const std::size_t size = name_starts<Char16<Of>>[number + 1] - start;
  // Exact argument types, or overload resolution instantiates the iterator constructor's concepts.
  return {std::string_view(names<Char<Of>> + start, size), port,
          static_cast<Provenance>(entry >> 13)};
}

/// What the slot of a name says.
struct NameEntry {
  std::uint32_t bits; ///< 0 if no such name is known
  std::size_t slot;

  [[nodiscard]] constexpr bool has(Protocol protocol) const noexcept {
    return (bits >> (20 + (static_cast<unsigned>(protocol) >> 4)) & 1) != 0;
  }
  /// True for the few names whose ports are several, or differ by protocol.
  [[nodiscard]] constexpr bool has_list() const noexcept { return (bits >> 29 & 1) != 0; }
  /// The only port, or where the list starts.
  [[nodiscard]] constexpr std::uint16_t port() const noexcept {
    return static_cast<std::uint16_t>(bits);
  }
};

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

/// Equal for words that are equal but for the case of ASCII letters.  Of the other characters that
/// names have, only '_' has bit 6 and changes; DEL, which it changes to, is refused later.
[[nodiscard]] constexpr std::uint64_t fold(std::uint64_t word) noexcept {
  return word | (word >> 1 & 0x2020'2020'2020'2020);
}

/// The value, whose origin the compiler shall not see: it would make a branch of it.
template <class T>
[[nodiscard]] constexpr T opaque(T value) noexcept {
#if defined(__GNUC__) // Clang too
  if (!std::is_constant_evaluated()) asm("" : "+r"(value));
#endif
  return value;
}

/// The service, or nothing for no entry.  Made before the test, so that the test is no branch; and
/// in place, with a single return, for GCC would wait 8 ns for a copy.
template <class Of>
[[nodiscard]] constexpr std::optional<Of> to_optional_service(TransportPort port,
                                                              Entry entry) noexcept {
  std::optional<Of> service{to_service<Of>(port, entry)};
  if (opaque(entry == 0)) service.reset();
  return service;
}

/// The value, or 0, without a branch.
[[nodiscard]] constexpr std::uint32_t value_if(bool condition, std::uint32_t value) noexcept {
#if defined(__clang__) // which makes a branch of the mask, unless told where it chooses
  if (!std::is_constant_evaluated()) return __builtin_unpredictable(condition) ? value : 0;
#endif
  return value & opaque(0U - std::uint32_t{condition});
}

/// The four literals of the slots, none of them too long for MSVC, lie side by side.
template <class Of>
[[nodiscard]] constexpr const char* slot_text(std::size_t slot) noexcept {
  if (std::is_constant_evaluated()) return slots<Char<Of>>[slot >> 11] + (slot & 2047) * 16;
  return reinterpret_cast<const char*>(&slots<Char<Of>>) + slot * 16;
}

/// One probe of a perfect hash table, whatever the name: hits and misses, short and long names mix
/// in real queries, and a mispredicted branch costs more than the whole look-up.
template <class Of>
[[nodiscard]] constexpr NameEntry find_name(std::string_view name) noexcept {
  const std::size_t size = name.size();
  if (size - 1 >= 15) return {0, 0}; // also the empty name, by wrap-around
  const char* const text = name.data();
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  if (size >= 4) { // four words that cover the name, overlapping: one to one for a known size
    const std::size_t last = size - 4;
    low = load_4(text) | load_4(text + (last < 4 ? last : 4)) << 32;
    high = load_4(text + (last < 8 ? last : 8)) | load_4(text + last) << 32;
  } else {
    low = static_cast<unsigned char>(text[0]) |
          static_cast<std::uint64_t>(static_cast<unsigned char>(text[size / 2])) << 8 |
          static_cast<std::uint64_t>(static_cast<unsigned char>(text[size - 1])) << 16;
  }
  const std::uint64_t folded_low = fold(low);
  const std::uint64_t folded_high = fold(high);

  const std::uint64_t hash = folded_low * hash_multiplier_low + folded_high * hash_multiplier_high;
  const auto pilot = static_cast<unsigned char>(pilots<Char<Of>>[hash >> 53]);
  const std::size_t slot = (((hash >> 32) + size) ^ pilot) & 8191;
  const char* const words = slot_text<Of>(slot);
  const std::uint32_t bits = slot_values<Char16<Of>>[2 * slot] |
                             static_cast<std::uint32_t>(slot_values<Char16<Of>>[2 * slot + 1])
                                 << 16;
  const std::uint64_t difference =
      (load_8(words) ^ folded_low) | (load_8(words + 8) ^ folded_high) | ((bits >> 16 & 15) ^ size);
  if (bits >> 31 != 0) // the slot's name has a '_', for which the folding would take DEL too
    for (const char c : name)
      if (c == '\x7F') return {0, 0};
  return {value_if(difference == 0, bits), slot};
}

/// Ports in static storage.
struct PortList {
  const char16_t* first = nullptr;
  std::size_t size = 0;
  std::uint16_t primary = 0;
};

/// All ports of the name for this protocol, ascending.
template <class Of>
[[nodiscard]] constexpr PortList find_ports(NameEntry name, Protocol protocol) noexcept {
  if (!name.has(protocol)) return {};
  if (!name.has_list()) {
    const char16_t* const port = slot_values<Char16<Of>> + 2 * name.slot;
    return {port, 1, name.port()};
  }
  const char16_t* part = lists<Char16<Of>> + name.port();
  while ((*part & 0xFFu) != protocol_index(protocol)) part += 2 + (*part >> 8);
  return {part + 2, static_cast<std::size_t>(*part >> 8), part[1]};
}

} // namespace portkit::inline v0::detail::registry
#endif // PORTKIT_DETAIL_SERVICE_LOOKUP_HPP
