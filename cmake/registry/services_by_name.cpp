// SPDX-License-Identifier: BSL-1.0
#include "header_text.hpp"
#include "headers.hpp"
#include "perfect_hash.hpp"

#include <string>
#include <vector>

namespace portkit_registry {
namespace {

bool has_single_port(const NamePorts& name) {
  const std::vector<std::uint16_t>* first = nullptr;
  for (const auto& ports : name.ports) {
    if (ports.empty()) continue;
    if (ports.size() > 1 || (first != nullptr && *first != ports)) return false;
    first = &ports;
  }
  return true;
}

struct SlotTables {
  std::string words = std::string(PerfectHash::slot_count * PerfectHash::slot_size, ' ');
  std::vector<std::uint16_t> values = std::vector<std::uint16_t>(PerfectHash::slot_count * 2);
  std::vector<std::uint16_t> lists;
};

/// The ports of a name that one (port, transports) cannot state; where they begin.
std::uint16_t add_list(std::vector<std::uint16_t>& lists, const NamePorts& name) {
  const std::size_t start = lists.size();
  if (start > 0xFFFF) throw Error("more lists of ports than 16 bits can number");
  for (Transport t : all_transports) {
    const auto& ports = name.ports[index_of(t)];
    if (ports.empty()) continue;
    lists.push_back(static_cast<std::uint16_t>(index_of(t) | ports.size() << 8));
    lists.push_back(name.primary[index_of(t)]);
    lists.insert(lists.end(), ports.begin(), ports.end());
  }
  return static_cast<std::uint16_t>(start);
}

void fill(SlotTables& tables, std::size_t slot, const std::string& name, const NamePorts& ports) {
  std::size_t place = slot * PerfectHash::slot_size;
  for (std::uint32_t word : words_of(name))
    for (unsigned shift : {0U, 8U, 16U, 24U})
      tables.words[place++] = static_cast<char>(word >> shift & 0x7FU);
  auto facts = static_cast<unsigned>(name.size());
  std::uint16_t port = 0;
  for (Transport t : all_transports) {
    if (ports.ports[index_of(t)].empty()) continue;
    port = ports.primary[index_of(t)];
    facts |= 1U << (4 + (protocol_number(t) >> 4));
  }
  if (!has_single_port(ports)) {
    port = add_list(tables.lists, ports);
    facts |= 1U << 13;
  }
  if (contains(name, "_")) facts |= 1U << 15;
  tables.values[slot * 2] = port;
  tables.values[slot * 2 + 1] = static_cast<std::uint16_t>(facts);
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
      "A name of n bytes is read as four little-endian words: from n = 4 on those at 0,\n"
      "min(4, n - 4), min(8, n - 4) and n - 4; below, its first, middle (n / 2) and last byte "
      "make\n"
      "w0, and w1 to w3 are 0. Each word is folded, w | (w >> 1 & 0x20202020): letters lose their\n"
      "case, and '_' becomes 0x7F, which a name looked up must not hold.\n"
      "  h    = (w0 | w1 << 32) * hash_multiplier_low + (w2 | w3 << 32) * hash_multiplier_high\n"
      "  slot = (((h >> 32) + n) ^ pilots[h >> 53]) & 8191");
  header.constant(join("std::uint64_t hash_multiplier_low = ", hexadecimal(hash.multiplier_low)));
  header.constant(join("std::uint64_t hash_multiplier_high = ", hexadecimal(hash.multiplier_high)));
  header.byte_table("pilots", {hash.pilots.begin(), hash.pilots.end()});
  header.comment(
      "Slot i is the 16 bytes from slots[i >> 11][(i & 2047) * 16]: the four folded words of its\n"
      "name. Empty slots are blanks, known by their length 0 in slot_values; the last slot of "
      "each\n"
      "literal is always empty, as its NUL is a part of it.");
  header.char_table("slots[4][32768]", slot_literals(tables.words));
  header.comment(
      "slot_values[2 * slot] is the only port of every transport, or, by bit 13, where the list "
      "of\n"
      "the name's ports starts; slot_values[2 * slot + 1] is length of the name, 0 for an empty\n"
      "slot (bits 0-3), transports, bit 4 + IANA's protocol number / 16 (4, 5, 6, 12), whether\n"
      "there is a list (13) and whether the name holds a '_' (15).");
  header.char16_table("slot_values", tables.values);
  header.comment(
      "A list holds for each transport of the name, by protocol index: protocol index |\n"
      "count << 8, the primary port, and count ports in ascending order.");
  header.char16_table("lists", tables.lists);
  return std::move(header).finish();
}

} // namespace portkit_registry
