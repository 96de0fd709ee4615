// SPDX-License-Identifier: BSL-1.0
#include "header_text.hpp"
#include "headers.hpp"
#include "perfect_hash.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace portkit_registry {
namespace {

constexpr std::size_t slot_count = 1024;
constexpr std::uint64_t attempts = 1'000'000;

/// Where the hash puts a text of `size` bytes that has the words of this scheme.
std::size_t slot_of(std::string_view scheme, std::size_t size, std::uint64_t multiplier) {
  const NameWords w = words_of(scheme);
  const std::uint64_t sum =
      (w[0] | std::uint64_t{w[1]} << 32) + (w[2] | std::uint64_t{w[3]} << 32) + size;
  return sum * multiplier >> 54;
}

struct SchemeSlots {
  std::uint64_t multiplier = 0;
  std::vector<std::uint8_t> numbers; ///< of the scheme in each slot, from 1; 0 for an empty slot
};

/// False if two schemes share a slot, or if a text of another length could be taken for a scheme:
/// the look-up compares the words only, and those of "ws" and "wss" are equal.
bool place_all(SchemeSlots& slots, const SchemeTable& table) {
  slots.numbers.assign(slot_count, 0);
  std::size_t number = 0;
  for (const auto& [scheme, ports] : table) {
    const std::size_t slot = slot_of(scheme, scheme.size(), slots.multiplier);
    for (std::size_t size = 1; size <= longest_scheme; ++size)
      if (size != scheme.size() && slot_of(scheme, size, slots.multiplier) == slot) return false;
    if (slots.numbers[slot] != 0) return false;
    slots.numbers[slot] = static_cast<std::uint8_t>(++number);
  }
  return true;
}

/// The same for the same schemes on every platform.
SchemeSlots find_slots(const SchemeTable& table) {
  if (table.size() > 255) throw Error("more schemes than a byte can number");
  SchemeSlots slots;
  for (std::uint64_t i = 1; i != attempts; ++i) {
    slots.multiplier = i * 0x9E3779B97F4A7C15U | 1;
    if (place_all(slots, table)) return slots;
  }
  throw Error(join("no multiplier found for ", table.size(), " schemes"));
}

void append_words(std::string& text, std::string_view scheme) {
  for (const std::uint32_t word : words_of(scheme))
    for (const unsigned shift : {0U, 8U, 16U, 24U})
      text += static_cast<char>(word >> shift & 0x7FU);
}

/// IANA's protocol numbers, a byte each, the preferred one lowest.
std::uint32_t protocols_of(const SchemePorts& ports) {
  std::uint32_t protocols = 0;
  for (std::size_t i = 0; i != ports.transports.size(); ++i)
    protocols |= std::uint32_t{protocol_number(ports.transports[i])} << (8 * i);
  return protocols;
}

} // namespace

std::string schemes(const SchemeTable& table) {
  const SchemeSlots slots = find_slots(table);
  std::string words;
  append_words(words, {});
  std::vector<std::uint16_t> facts(3);
  std::string names;
  std::vector<std::uint16_t> starts{0};
  for (const auto& [scheme, ports] : table) {
    append_words(words, scheme);
    const std::uint32_t protocols = protocols_of(ports);
    facts.push_back(ports.port);
    facts.push_back(static_cast<std::uint16_t>(protocols & 0xFFFF));
    facts.push_back(static_cast<std::uint16_t>(protocols >> 16));
    names += scheme + '\0';
    starts.push_back(static_cast<std::uint16_t>(names.size()));
  }

  HeaderText header("schemes", join(table.size(), " URL schemes and their default ports, ",
                                    count_rows(table), " rows of scheme and transport."));
  header.comment(
      "A scheme of n bytes is read as two words, as of name_words.hpp; its number, from 1, is\n"
      "scheme_numbers[(low + high + n) * scheme_multiplier >> 54]. A text that has this number\n"
      "and the words of the scheme is the scheme, its length too. 0 is the number of no scheme.");
  header.constant(
      join("std::uint64_t scheme_multiplier = ", std::to_string(slots.multiplier), "U"));
  header.byte_table("scheme_numbers", slots.numbers);
  header.comment(
      "The words of scheme i, little-endian, are the 16 bytes from scheme_words[16 * i]. From\n"
      "scheme_facts[3 * i] stand its port, and the lower and the higher half of IANA's numbers of\n"
      "its protocols, a byte each, the preferred one lowest.");
  header.text_table("scheme_words", words);
  header.char16_table("scheme_facts", facts);
  header.comment("The names, each with a NUL behind it; that of scheme i starts at\n"
                 "scheme_names[scheme_starts[i - 1]].");
  header.constant(join("std::size_t scheme_count = ", table.size()));
  header.text_table("scheme_names", names);
  header.char16_table("scheme_starts", starts);
  return std::move(header).finish();
}

} // namespace portkit_registry
