// SPDX-License-Identifier: BSL-1.0
#include "import.hpp"

#include "csv.hpp"
#include "sort.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace portkit_registry {
namespace {

[[noreturn]] void fail(const CsvRecord& record, std::string_view what) {
  throw Error(join("CSV record ", record.number, ", line ", record.line, ": ", what));
}

/// Columns are found by name: IANA has renamed and added others before.
class Columns {
public:
  explicit Columns(const CsvRecord& header)
      : name_(find(header, "Service Name")), port_(find(header, "Port Number")),
        transport_(find(header, "Transport Protocol")), description_(find(header, "Description")),
        notes_(find(header, "Assignment Notes")) {}

  [[nodiscard]] CsvColumns of(const CsvRecord& record) const {
    const auto& f = record.fields;
    return {f[name_], f[port_], f[transport_], f[description_], f[notes_]};
  }

private:
  static std::size_t find(const CsvRecord& header, std::string_view name) {
    const auto& fields = header.fields;
    const auto found = std::find(fields.begin(), fields.end(), name);
    if (found == fields.end()) fail(header, join("no column \"", name, "\""));
    return static_cast<std::size_t>(found - fields.begin());
  }

  std::size_t name_, port_, transport_, description_, notes_;
};

Status status_of(Disposition disposition) {
  switch (disposition) {
    case Disposition::alias: return Status::alias;
    case Disposition::duplicate: return Status::duplicate;
    case Disposition::widespread: return Status::widespread;
    case Disposition::transport_not_stated: return Status::transport_not_stated;
    default: return Status::assigned;
  }
}

bool makes_a_row(Disposition disposition) {
  return disposition <= Disposition::transport_not_stated;
}

/// What every row must hold, whatever becomes of it.
void check_columns(const CsvRecord& record, const CsvColumns& columns) {
  if (!columns.name.empty() && !is_registry_name(columns.name))
    fail(record,
         join("\"", columns.name, "\" is not 1 to 15 characters of the registry's alphabet"));
  if (!columns.port.empty() && !parse_ports(columns.port))
    fail(record, join("\"", columns.port, "\" is no port or range of ports"));
  if (!columns.transport.empty() && !find_transport(columns.transport))
    fail(record, join("unknown transport \"", columns.transport, "\""));
}

/// A service of one CSV record: one transport, unless none is stated.
struct Entry {
  const CsvRecord* record = nullptr;
  Row row;
};

Entry read_entry(const CsvRecord& record, const CsvColumns& columns, Disposition disposition) {
  Entry entry{&record, {}};
  Row& row = entry.row;
  row.ports = *parse_ports(columns.port);
  row.name = columns.name;
  row.status = status_of(disposition);
  if (columns.transport.empty()) {
    row.transports.add(Transport::tcp);
    row.transports.add(Transport::udp);
  } else {
    row.transports = *find_transport(columns.transport);
  }
  if (row.status == Status::alias || row.status == Status::duplicate) {
    row.other = noted_name(columns.notes);
    if (!is_registry_name(row.other)) fail(record, "the note names no service");
  }
  return entry;
}

using NamesByKey = std::map<std::pair<std::uint16_t, Transport>, std::vector<std::string>>;

NamesByKey names_by_key(const std::vector<Entry>& entries) {
  NamesByKey names;
  for (const Entry& entry : entries)
    for_each_key(entry.row, [&](std::uint16_t port, Transport t) {
      auto& there = names[{port, t}];
      if (std::find(there.begin(), there.end(), entry.row.name) != there.end())
        fail(*entry.record, join(entry.row.name, " stands twice at port ", port, "/", name_of(t)));
      there.push_back(entry.row.name);
    });
  return names;
}

void check_targets(const std::vector<Entry>& entries, const NamesByKey& names) {
  for (const Entry& entry : entries) {
    if (entry.row.other.empty()) continue;
    for_each_key(entry.row, [&](std::uint16_t port, Transport t) {
      const auto& there = names.at({port, t});
      if (std::find(there.begin(), there.end(), entry.row.other) == there.end())
        fail(*entry.record, join("the note of ", entry.row.name, " names ", entry.row.other,
                                 ", which does not stand at port ", port, "/", name_of(t)));
    });
  }
}

/// Look-up ignores case, so no two names may differ in nothing else.
void check_case(const std::vector<Entry>& entries) {
  std::map<std::string, std::string> spelling;
  for (const Entry& entry : entries) {
    const auto [seen, is_new] = spelling.try_emplace(to_lower(entry.row.name), entry.row.name);
    if (!is_new && seen->second != entry.row.name)
      fail(*entry.record, join(entry.row.name, " and ", seen->second, " differ only in case"));
  }
}

/// IANA writes a row per transport; the table writes one with all of them, at the first's place.
std::vector<Row> merge(const std::vector<Entry>& entries) {
  std::vector<Row> rows;
  std::map<std::tuple<unsigned, unsigned, std::string, Status, std::string>, std::size_t> places;
  for (const Entry& entry : entries) {
    const Row& row = entry.row;
    const auto [place, is_new] = places.try_emplace(
        {row.ports.first, row.ports.last, row.name, row.status, row.other}, rows.size());
    if (is_new)
      rows.push_back(row);
    else
      rows[place->second].transports.add(row.transports);
  }
  stable_sort_by(rows, [](const Row& row) { return row.ports.first; });
  return rows;
}

/// Order ranks the names of a key, so merging must not have changed it.
void check_order(const std::vector<Row>& rows, const NamesByKey& names) {
  NamesByKey merged;
  for (const Row& row : rows)
    for_each_key(row,
                 [&](std::uint16_t port, Transport t) { merged[{port, t}].push_back(row.name); });
  for (const auto& [key, order] : names)
    if (merged[key] != order)
      throw Error(join("CSV: one row per name cannot keep IANA's order of names at port ",
                       key.first, "/", name_of(key.second)));
}

} // namespace

Import import_csv(std::string_view csv, std::string date) {
  const std::vector<CsvRecord> records = read_csv(csv);
  const Columns columns(records.front());
  Import result;
  result.table.date = std::move(date);
  result.table.csv_rows = records.size() - 1;
  std::vector<Entry> entries;
  for (std::size_t i = 1; i != records.size(); ++i) {
    const CsvColumns row = columns.of(records[i]);
    check_columns(records[i], row);
    const auto disposition = classify(row);
    if (!disposition) fail(records[i], join("no rule for the description: ", row.description));
    ++result.dispositions[static_cast<std::size_t>(*disposition)];
    if (makes_a_row(*disposition)) entries.push_back(read_entry(records[i], row, *disposition));
  }
  const NamesByKey names = names_by_key(entries);
  check_targets(entries, names);
  check_case(entries);
  result.table.rows = merge(entries);
  check_order(result.table.rows, names);
  return result;
}

} // namespace portkit_registry
