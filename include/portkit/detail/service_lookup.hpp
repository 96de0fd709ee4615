// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_SERVICE_LOOKUP_HPP
#define PORTKIT_DETAIL_SERVICE_LOOKUP_HPP

#include <portkit/detail/name_words.hpp>
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
  using Char32 = char32_t;
};
template <class Of>
using Char = typename Elements<Of>::Char;
template <class Of>
using Char16 = typename Elements<Of>::Char16;
template <class Of>
using Char32 = typename Elements<Of>::Char32;

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

/// What the one slot in which a name can stand says.
struct NameEntry {
  std::uint64_t difference; ///< between this name and the slot's: 0 if they are the same
  std::uint32_t value;      ///< of the slot

  /// 0 if this name is known for this protocol.
  [[nodiscard]] constexpr std::uint64_t mismatch(Protocol protocol) const noexcept {
    return difference | (value >> (static_cast<unsigned>(protocol) >> 4) & 1);
  }
  /// True for the few slots whose value does not say all: see settle.
  [[nodiscard]] constexpr bool is_unsettled() const noexcept { return (value & 0x80) != 0; }
  /// The number of its list of ports, 0 for a name with a single port.
  [[nodiscard]] constexpr std::size_t list() const noexcept { return value >> 9 & 127; }
  [[nodiscard]] constexpr std::uint16_t primary() const noexcept {
    return static_cast<std::uint16_t>(value >> 16);
  }
};

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

/// The four literals of the slots, none of them too long for MSVC, lie side by side.
template <class Of>
[[nodiscard]] constexpr const char* slot_text(std::size_t slot) noexcept {
  if (std::is_constant_evaluated()) return slots<Char<Of>>[slot >> 11] + (slot & 2047) * 16;
  return reinterpret_cast<const char*>(&slots<Char<Of>>) + slot * 16;
}

/// One probe of a perfect hash table, whatever the name: hits and misses mix in real queries, and a
/// mispredicted branch costs more than the whole look-up.  Of the characters that names have besides
/// letters, only '_' is changed by fold; DEL, which it changes to, is refused by settle.
template <class Of>
[[nodiscard]] constexpr NameEntry find_name(std::string_view name) noexcept {
  const char* const text = name.data();
  const std::size_t size = name.size();
  const std::size_t last = size - 4;
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  if (last < 12) { // the first and the last eight bytes, or four and four: one to one with the size
    const std::size_t step = size >> 1 & 4;
    low = load_4(text) | load_4(text + step) << 32;
    high = (load_4(text + (last - step)) & 0xFFFF'FF00) | size | load_4(text + last) << 32;
  } else if (size - 1 < 3) {
    low = load_byte(text, 0) | load_byte(text + size / 2, 0) << 8 |
          load_byte(text + size - 1, 0) << 16;
    high = size;
  } else {
    return {1, 0};
  }
  low = fold(low);
  high = fold(high);

  const std::uint64_t hash = low * hash_multiplier_low + high * hash_multiplier_high;
  const auto pilot = static_cast<unsigned char>(pilots<Char<Of>>[hash >> 53]);
  const std::size_t slot = (hash >> 32 & 8191) ^ pilot; // the pilot last: it comes from memory
  const char* const words = slot_text<Of>(slot);
  return {(load_8(words) ^ low) | (load_8(words + 8) ^ high), slot_values<Char32<Of>>[slot]};
}

/// Ports in static storage, or the primary one alone, which stands nowhere.
struct PortList {
  const char16_t* first = nullptr;
  std::size_t size = 0;
  std::uint16_t primary = 0;
};

/// The ports of a name that is known for this protocol.
template <class Of>
[[nodiscard]] constexpr PortList list_ports(NameEntry name, Protocol protocol) noexcept {
  if (name.list() == 0) return {nullptr, 1, name.primary()};
  const char16_t* part = lists<Char16<Of>> + list_starts<Char16<Of>>[name.list()];
  while ((*part & 0xFFu) != protocol_index(protocol)) part += 2 + (*part >> 8);
  return {part + 2, static_cast<std::size_t>(*part >> 8), part[1]};
}

/// The entry for one protocol of a name that may hold a DEL where the slot's has a '_', or whose
/// primary port is another for each protocol.
template <class Of>
[[nodiscard]] constexpr NameEntry settle(NameEntry entry, std::string_view name,
                                         Protocol protocol) noexcept {
  if (entry.mismatch(protocol) != 0) return {1, 0};
  for (const char c : name)
    if (c == '\x7F') return {1, 0};
  const std::uint32_t primary = list_ports<Of>(entry, protocol).primary;
  return {0, (entry.value & 0xFFFF) | primary << 16};
}

/// All ports of the name for this protocol, ascending.
template <class Of>
[[nodiscard]] constexpr PortList find_ports(std::string_view name, Protocol protocol) noexcept {
  NameEntry entry = find_name<Of>(name);
  if (entry.is_unsettled()) entry = settle<Of>(entry, name, protocol);
  if (entry.mismatch(protocol) != 0) return {};
  return list_ports<Of>(entry, protocol);
}

} // namespace portkit::inline v0::detail::registry
#endif // PORTKIT_DETAIL_SERVICE_LOOKUP_HPP
