// SPDX-License-Identifier: BSL-1.0
#include "catalog.hpp"

#include "sort.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace portkit_registry {
namespace {

Provenance provenance_of(Status status) {
  switch (status) {
    case Status::assigned: return Provenance::assigned;
    case Status::alias:
    case Status::duplicate: return Provenance::alias;
    case Status::widespread: return Provenance::widespread;
    case Status::transport_not_stated: return Provenance::transport_not_stated;
    case Status::renamed: return Provenance::renamed;
    case Status::withdrawn: return Provenance::withdrawn;
  }
  return Provenance::assigned;
}

bool key_less(const Service& a, const Service& b) {
  return std::tuple(a.port, a.transport) < std::tuple(b.port, b.transport);
}

/// Aliases and uses without an assignment rank behind the rest.
bool ranks_behind(const Service& service) {
  return service.provenance == Provenance::alias || service.provenance == Provenance::widespread;
}

std::vector<Service> open_rows(const Table& table, bool tombstones) {
  std::vector<Service> services;
  for (const Row& row : table.rows) {
    if (row.is_tombstone() != tombstones) continue;
    for_each_key(row, [&](std::uint16_t port, Transport t) {
      services.push_back({port, t, row.name, provenance_of(row.status)});
    });
  }
  return services;
}

/// A stable sort leaves IANA's order where nothing else decides.
void rank(std::vector<Service>& services) {
  stable_sort_by(services,
                 [](const Service& s) { return std::tuple(s.port, s.transport, ranks_behind(s)); });
}

[[noreturn]] void fail(std::string_view file, const HandKeptLine& line, std::string_view what) {
  throw Error(join(file, ":", line.line, ": ", line.name, " at port ", line.port, ": ", what));
}

void prefer(std::vector<Service>& services, const HandKeptLine& line) {
  for (Transport t : all_transports) {
    if (!line.transports.has(t)) continue;
    const auto [first, last] =
        std::equal_range(services.begin(), services.end(), Service{line.port, t, {}, {}}, key_less);
    const auto named =
        std::find_if(first, last, [&](const Service& s) { return s.name == line.name; });
    if (named == last) fail("overrides.txt", line, "not in the registry");
    if (named == first) fail("overrides.txt", line, "preferred without this line");
    std::rotate(first, named, named + 1);
  }
}

void add_port(NamePorts& name, Transport t, std::uint16_t port) {
  auto& ports = name.ports[index_of(t)];
  if (const auto place = std::lower_bound(ports.begin(), ports.end(), port);
      place == ports.end() || *place != port)
    ports.insert(place, port);
  name.primary[index_of(t)] = ports.front();
}

void make_primary(Catalog& catalog, const HandKeptLine& line) {
  const auto name = catalog.by_name.find(to_lower(line.name));
  if (name == catalog.by_name.end()) fail("overrides.txt", line, "no such name");
  for (Transport t : all_transports) {
    if (!line.transports.has(t)) continue;
    const auto& ports = name->second.ports[index_of(t)];
    if (!std::binary_search(ports.begin(), ports.end(), line.port))
      fail("overrides.txt", line, "not in the registry");
    auto& primary = name->second.primary[index_of(t)];
    if (primary == line.port) fail("overrides.txt", line, "primary without this line");
    primary = line.port;
  }
}

void add_tombstones(Catalog& catalog, const Table& table) {
  std::set<std::pair<std::string, Transport>> registered;
  for (const Service& s : catalog.registered) registered.insert({to_lower(s.name), s.transport});
  for (Service& s : open_rows(table, true)) {
    if (registered.contains({to_lower(s.name), s.transport}))
      throw Error(join("services.txt: ", s.name, " is withdrawn or renamed, but also registered"));
    add_port(catalog.by_name[to_lower(s.name)], s.transport, s.port);
    catalog.name_only.push_back(std::move(s));
  }
}

void add_colloquial(Catalog& catalog, const std::vector<HandKeptLine>& lines) {
  constexpr std::string_view file = "colloquial.txt";
  std::set<std::string> listed;
  for (const auto& [name, ports] : catalog.by_name) listed.insert(name);
  for (const HandKeptLine& line : lines) {
    const std::string name = to_lower(line.name);
    if (listed.contains(name)) fail(file, line, "IANA lists the name, or has listed it");
    for (Transport t : all_transports) {
      if (!line.transports.has(t)) continue;
      NamePorts& ports = catalog.by_name[name];
      if (!ports.ports[index_of(t)].empty()) fail(file, line, "the name has a port already");
      add_port(ports, t, line.port);
      catalog.name_only.push_back({line.port, t, line.name, Provenance::colloquial});
    }
  }
}

} // namespace

Catalog make_catalog(const Table& table, const Overrides& overrides,
                     const std::vector<HandKeptLine>& colloquial) {
  Catalog catalog;
  catalog.registered = open_rows(table, false);
  rank(catalog.registered);
  for (const HandKeptLine& line : overrides.preferred) prefer(catalog.registered, line);
  for (const Service& s : catalog.registered)
    add_port(catalog.by_name[to_lower(s.name)], s.transport, s.port);
  for (const HandKeptLine& line : overrides.primary) make_primary(catalog, line);
  add_tombstones(catalog, table);
  add_colloquial(catalog, colloquial);
  stable_sort_by(catalog.name_only, [](const Service& s) {
    return std::tuple(s.port, s.transport, to_lower(s.name));
  });
  return catalog;
}

} // namespace portkit_registry
