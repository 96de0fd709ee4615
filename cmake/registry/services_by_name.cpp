// SPDX-License-Identifier: BSL-1.0
#include "header_text.hpp"
#include "headers.hpp"
#include "perfect_hash.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace portkit_registry {
namespace {

/// What all transports of a name that has any agree on, or nothing.
template <class Fact>
std::optional<Fact> common(const NamePorts& name, const std::array<Fact, 4>& facts) {
  std::optional<Fact> found;
  for (Transport t : all_transports) {
    if (name.ports[index_of(t)].empty()) continue;
    if (found && *found != facts[index_of(t)]) return std::nullopt;
    found = facts[index_of(t)];
  }
  return found;
}

bool has_single_port(const NamePorts& name) {
  const auto ports = common(name, name.ports);
  return ports && ports->size() == 1;
}

struct SlotTables {
  std::string words = std::string(PerfectHash::slot_count * PerfectHash::slot_size, ' ');
  std::vector<std::uint32_t> values = std::vector<std::uint32_t>(PerfectHash::slot_count);
  std::vector<std::uint16_t> list_starts{0}; ///< list 0 is none
  std::vector<std::uint16_t> lists;
};

/// The ports of a name that has several; the number of the list.
std::uint32_t add_list(SlotTables& tables, const NamePorts& name) {
  const std::size_t number = tables.list_starts.size();
  if (number >> 7 != 0) throw Error("more lists of ports than 7 bits can number");
  tables.list_starts.push_back(static_cast<std::uint16_t>(tables.lists.size()));
  for (Transport t : all_transports) {
    const auto& ports = name.ports[index_of(t)];
    if (ports.empty()) continue;
    tables.lists.push_back(static_cast<std::uint16_t>(index_of(t) | ports.size() << 8));
    tables.lists.push_back(name.primary[index_of(t)]);
    tables.lists.insert(tables.lists.end(), ports.begin(), ports.end());
  }
  if (tables.lists.size() > 0xFFFF) throw Error("more ports in lists than 16 bits can number");
  return static_cast<std::uint32_t>(number);
}

void fill(SlotTables& tables, std::size_t slot, const std::string& name, const NamePorts& ports) {
  std::size_t place = slot * PerfectHash::slot_size;
  for (std::uint32_t word : sized_words_of(name))
    for (unsigned shift : {0U, 8U, 16U, 24U})
      tables.words[place++] = static_cast<char>(word >> shift & 0x7FU);
  std::uint32_t value = 0;
  for (Transport t : all_transports)
    if (ports.ports[index_of(t)].empty()) value |= 1U << (protocol_number(t) >> 4);
  const std::optional<std::uint16_t> primary = common(ports, ports.primary);
  if (!primary || contains(name, "_")) value |= 1U << 7;
  if (!has_single_port(ports)) value |= add_list(tables, ports) << 9;
  tables.values[slot] = value | std::uint32_t{primary.value_or(0)} << 16;
}

/// Four literals, the last char of each being its NUL.
std::string slot_literals(std::string_view words) {
  constexpr std::size_t literal_size = PerfectHash::slots_in_literal * PerfectHash::slot_size;
  std::string text = " {";
  for (std::size_t first = 0; first != words.size(); first += literal_size) {
    if (first != 0) text += ",";
    text += text_literal(words.substr(first, literal_size - 1));
  }
  return text + "}";
}

std::vector<std::string> names_of(const Catalog& catalog) {
  std::vector<std::string> names;
  for (const auto& [name, ports] : catalog.by_name) names.push_back(name);
  return names;
}

std::string hexadecimal(std::uint64_t value) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value >>= 4)
    *digit = "0123456789abcdef"[value & 15];
  return "0x" + digits;
}

} // namespace

std::string services_by_name(const Table& table, const Catalog& catalog) {
  const PerfectHash hash = find_perfect_hash(names_of(catalog));
  SlotTables tables;
  for (const auto& [name, ports] : catalog.by_name) fill(tables, hash.slot_of(name), name, ports);

  HeaderText header("services_by_name",
                    join("IANA's registry of ", table.date, ": ", catalog.by_name.size(),
                         " names, with those that only resolve; from name to port."));
  header.comment(
      "A name of n bytes is read as four little-endian words: from n = 8 on those at 0, 4, n - 8\n"
      "and n - 4, from n = 4 on those at 0, 0, n - 4 and n - 4; below, its first, middle (n / 2)\n"
      "and last byte make w0, and w1 to w3 are 0. Then n replaces the lowest byte of w2, which\n"
      "another word has too. Each word is folded, w | (w >> 1 & 0x20202020): letters lose their\n"
      "case, and '_' becomes 0x7F, which a name looked up must not hold.\n"
      "  h    = (w0 | w1 << 32) * hash_multiplier_low + (w2 | w3 << 32) * hash_multiplier_high\n"
      "  slot = ((h >> 32) & 8191) ^ pilots[h >> 53]");
  header.constant(join("std::uint64_t hash_multiplier_low = ", hexadecimal(hash.multiplier_low)));
  header.constant(join("std::uint64_t hash_multiplier_high = ", hexadecimal(hash.multiplier_high)));
  header.byte_table("pilots", {hash.pilots.begin(), hash.pilots.end()});
  header.comment(
      "Slot i is the 16 bytes from slots[i >> 11][(i & 2047) * 16]: the four folded words of its\n"
      "name. Empty slots are blanks, which are the words of no name: it would be 32 bytes long.\n"
      "The last slot of each literal is always empty, as its NUL is a part of it.");
  header.char_table("slots[4][32768]", slot_literals(tables.words));
  header.comment(
      "What is said of the name in a slot. Bits 0, 1, 2 and 8, IANA's protocol number / 16: set\n"
      "where the name has no port. Bit 7: set if the name holds a '_', or if its primary ports\n"
      "differ by transport. Bits 9-15: the number of its list, or 0 for a single port. Bits "
      "16-31:\n"
      "the primary port of all its transports.");
  header.char32_table("slot_values", tables.values);
  header.comment(
      "List i, from lists[list_starts[i]], holds for each transport of the name, by protocol\n"
      "index: protocol index | count << 8, the primary port, and count ports in ascending order.");
  header.char16_table("list_starts", tables.list_starts);
  header.char16_table("lists", tables.lists);
  return std::move(header).finish();
}

} // namespace portkit_registry
