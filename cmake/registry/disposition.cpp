// SPDX-License-Identifier: BSL-1.0
#include "disposition.hpp"

#include "text.hpp"

#include <array>

namespace portkit_registry {
namespace {

constexpr std::string_view alias_note = "This entry is an alias to \"";
constexpr std::string_view duplicate_note = "This is a duplicate of the \"";
constexpr std::string_view widespread_note = "unassigned but widespread use";

struct DescriptionRule {
  std::string_view prefix;
  Disposition disposition;
};

/// How IANA describes ports that have no name; in any case, and more text may follow.
constexpr DescriptionRule nameless[] = {
    {"reserved", Disposition::reserved},
    {"unassigned", Disposition::unassigned},
    {"any private ", Disposition::private_use},
    {"de-registered", Disposition::removed},
    {"removed", Disposition::removed},
    {"deprecated", Disposition::removed},
    {"de-commissioned", Disposition::removed},
    {"decomissioned", Disposition::removed}, // so spelled by IANA
    {"possibly used", Disposition::uncertain},
    {"(unassigned) possibly assigned", Disposition::uncertain},
};

std::optional<Disposition> classify_nameless(const CsvColumns& row) {
  if (row.port.empty()) return std::nullopt;
  for (const DescriptionRule& rule : nameless)
    if (starts_with_any_case(row.description, rule.prefix)) return rule.disposition;
  return std::nullopt;
}

} // namespace

std::string_view name_of(Disposition disposition) {
  constexpr std::array<std::string_view, disposition_count> names{
      "service",  "alias",    "duplicate",  "widespread",  "transport not stated",
      "no port",  "reserved", "unassigned", "private use", "removed",
      "uncertain"};
  return names[static_cast<std::size_t>(disposition)];
}

std::optional<Disposition> classify(const CsvColumns& row) {
  if (row.name.empty()) return classify_nameless(row);
  if (row.port.empty()) return Disposition::no_port;
  if (row.transport.empty()) return Disposition::transport_not_stated;
  if (contains(row.notes, alias_note)) return Disposition::alias;
  if (contains(row.notes, duplicate_note)) return Disposition::duplicate;
  if (contains(row.notes, widespread_note)) return Disposition::widespread;
  return Disposition::service;
}

std::string_view noted_name(std::string_view notes) {
  for (std::string_view note : {alias_note, duplicate_note}) {
    const std::size_t found = notes.find(note);
    if (found == std::string_view::npos) continue;
    notes.remove_prefix(found + note.size());
    return notes.substr(0, notes.find('"'));
  }
  return {};
}

} // namespace portkit_registry
