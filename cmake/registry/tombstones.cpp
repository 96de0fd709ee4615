// SPDX-License-Identifier: BSL-1.0
#include "tombstones.hpp"

#include "sort.hpp"

#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace portkit_registry {
namespace {

/// The names that a table registers, in lower case, with the transports they have at any port.
using Registered = std::map<std::string, Transports>;

Registered registered_in(const Table& table) {
  Registered names;
  for (const Row& row : table.rows)
    if (!row.is_tombstone()) names[to_lower(row.name)].add(row.transports);
  return names;
}

/// The one name at the same ports that no earlier table has: the new name of what went away.
/// Empty if there is none, or more than one to choose from.
std::string successor(const Row& gone, Transport t, const Table& fresh, const Registered& before) {
  std::string found;
  for (const Row& row : fresh.rows) {
    if (row.ports.first != gone.ports.first || row.ports.last != gone.ports.last) continue;
    if (!row.transports.has(t) || before.contains(to_lower(row.name))) continue;
    if (!found.empty()) return {};
    found = row.name;
  }
  return found;
}

/// One row for all transports of a name that went away in the same way.
class Tombstones {
public:
  void add(const Row& gone, Transport t, const std::string& new_name, const std::string& date) {
    const Status status = new_name.empty() ? Status::withdrawn : Status::renamed;
    insert({gone.ports, t, gone.name, status, new_name, date});
  }

  void insert(const Row& row) {
    const auto [place, is_new] =
        rows_.try_emplace({row.ports.first, row.ports.last, row.date, row.name, row.other}, row);
    if (!is_new) place->second.transports.add(row.transports);
  }

  void append_to(std::vector<Row>& rows) && {
    for (auto& [key, row] : rows_) rows.push_back(std::move(row));
  }

private:
  std::map<std::tuple<unsigned, unsigned, std::string, std::string, std::string>, Row> rows_;
};

} // namespace

void keep_shipped_names(Table& fresh, const Table& old) {
  const Registered now = registered_in(fresh);
  const Registered before = registered_in(old);
  Tombstones tombstones;
  for (const Row& row : old.rows) {
    Transports gone = row.transports;
    if (const auto found = now.find(to_lower(row.name)); found != now.end())
      gone.remove(found->second);
    for (Transport t : all_transports) {
      if (!gone.has(t)) continue;
      if (!row.is_tombstone()) {
        tombstones.add(row, t, successor(row, t, fresh, before), fresh.date);
      } else {
        Row kept = row;
        kept.transports = t;
        tombstones.insert(kept);
      }
    }
  }
  std::move(tombstones).append_to(fresh.rows);
  stable_sort_by(fresh.rows, [](const Row& row) { return row.ports.first; });
}

} // namespace portkit_registry
