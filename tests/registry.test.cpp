// SPDX-License-Identifier: BSL-1.0
// The whole registry, row by row and both ways, against the texts that it was made from.

#include "registry_reader.hpp"

#include <portkit/service.hpp>
#include <portkit/string.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace portkit;
using registry_test::Registry;
using registry_test::Row;

const std::string registry_dir = PORTKIT_REGISTRY_DIR;

/// The reviewed exceptions from IANA's order, a second copy of what overrides.txt says.
const std::map<std::pair<std::uint32_t, std::string>, int> preferred{
    {{(2049_tcp).key(), "nfs"}, 1},        {{(2049_udp).key(), "nfs"}, 1},
    {{(465_tcp).key(), "submissions"}, 1}, {{(1701_tcp).key(), "l2tp"}, 1},
    {{(1701_udp).key(), "l2tp"}, 1},       {{(113_tcp).key(), "auth"}, 1},
    {{(512_udp).key(), "biff"}, 1},        {{(750_udp).key(), "kerberos-iv"}, 1},
};

int rank(const Row& row) {
  if (preferred.contains({row.port.key(), row.name})) return 0;
  return row.provenance == Provenance::alias || row.provenance == Provenance::widespread ? 2 : 1;
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

/// Everything the registry answers, held against these rows.
void check_both_ways(const Registry& registry) {
  std::multimap<std::pair<TransportPort, int>, Row> by_rank; // equals stay in the text's order
  for (const Row& r : registry.registered) by_rank.insert({{r.port, rank(r)}, r});
  std::vector<Row> expected;
  for (const auto& [key, r] : by_rank) expected.push_back(r);

  // port -> names: the sequence of all rows, and the rows of each of the 4 * 65,536 keys.
  REQUIRE(all_services().size() == expected.size());
  for (std::size_t i = 0; i != expected.size(); ++i) {
    CAPTURE(to_string(expected[i].port));
    REQUIRE(all_services()[i] ==
            Service{expected[i].name, expected[i].port, expected[i].provenance});
  }
  std::size_t row = 0;
  for (std::uint32_t number = 0; number <= 65535; ++number)
    for (const Protocol protocol : all_protocols) {
      const TransportPort port{protocol, Port::from(number).value()};
      CAPTURE(to_string(port));
      const std::size_t first = row;
      while (row != expected.size() && expected[row].port == port) ++row;
      const auto services = services_at(port);
      REQUIRE(services.size() == row - first);
      for (std::size_t i = first; i != row; ++i)
        REQUIRE(services[i - first].name == expected[i].name);
      const std::optional<Service> service = find_service(port);
      REQUIRE(service.has_value() == (first != row));
      if (service) REQUIRE(*service == services[0]);
    }
  REQUIRE(row == expected.size());

  // name -> ports: the lists of each name in every protocol, the name in any case.
  std::map<std::string, std::map<Protocol, std::set<TransportPort>>> by_name;
  for (const Row& r : registry.registered) by_name[r.name][r.port.protocol()].insert(r.port);
  std::map<std::pair<std::string, Protocol>, TransportPort> former;
  for (const Row& r : registry.former) former.insert({{r.name, r.port.protocol()}, r.port});
  for (const auto& [name, ports] : by_name)
    for (const Protocol protocol : all_protocols) {
      CAPTURE(name);
      const auto found = find_ports(name, protocol);
      const auto primary = find_port(name, protocol);
      REQUIRE(find_port(upper(name), protocol) == primary);
      if (const auto wanted = ports.find(protocol); wanted != ports.end()) {
        REQUIRE(
            std::equal(found.begin(), found.end(), wanted->second.begin(), wanted->second.end()));
        REQUIRE(primary == (name == "http-alt" ? TransportPort{protocol, 8080_port}
                                               : *wanted->second.begin()));
      } else if (!former.contains({name, protocol})) {
        REQUIRE(found.empty());
        REQUIRE(!primary);
      }
    }
  for (const auto& [name, port] : former) {
    CAPTURE(name.first);
    REQUIRE(find_port(name.first, name.second) == port);
  }
}

TEST_CASE("portkit's table answers row by row, both ways") {
  const Registry table = registry_test::read_table(registry_dir + "/services.txt");
  CHECK(table.records == 6'376);
  check_both_ways(table);
}

TEST_CASE("IANA's csv answers row by row, both ways") {
  const char* const folder = std::getenv("PORTKIT_REFERENCE_DATA");
  if (folder == nullptr || *folder == '\0') {
    std::cout << "SKIPPED: PORTKIT_REFERENCE_DATA names no folder with IANA's csv\n";
    return;
  }
  Registry csv =
      registry_test::read_iana_csv(std::string(folder) + "/service-names-port-numbers.csv");
  CHECK(csv.records == 14'533);
  check_both_ways(csv);

  // Names once shipped resolve for ever: those of an earlier registry, at their port or, where IANA
  // moved the name, at its new one.
  const Registry before = registry_test::read_iana_csv(
      std::string(folder) + "/service-names-port-numbers-published-2026-04-09.csv");
  CHECK(before.records == 14'512);
  for (const Row& row : before.registered) {
    CAPTURE(row.name);
    REQUIRE(find_port(row.name, row.port.protocol()));
  }
}

TEST_CASE("the counts of the registry of 2026-08-17 come out") {
  std::map<Protocol, std::size_t> keys;
  std::size_t well_known_keys = 0;
  std::size_t keys_with_several_names = 0;
  std::set<Port> without_transport;
  std::optional<TransportPort> last;
  for (const Service& service : all_services()) {
    if (service.provenance == Provenance::transport_not_stated) {
      without_transport.insert(service.port.port());
      const auto others = services_at(service.port);
      CHECK(others.size() == 1); // none of them shares its key with a row that states its transport
      continue;
    }
    if (last == service.port) continue;
    last = service.port;
    ++keys[service.port.protocol()];
    if (is_well_known(service.port)) ++well_known_keys;
    if (services_at(service.port).size() > 1) ++keys_with_several_names;
  }
  CHECK(registry_date == "2026-08-17");
  CHECK(keys[Protocol::tcp] == 5'958);
  CHECK(keys[Protocol::udp] == 5'566);
  CHECK(keys[Protocol::sctp] == 88);
  CHECK(keys[Protocol::dccp] == 9);
  CHECK(well_known_keys == 1'372);
  CHECK(keys_with_several_names == 226);
  CHECK(without_transport.size() == 190);
}

TEST_CASE("names that only resolve do so, are listed, and are never the name of a port") {
  std::vector<Row> rows = registry_test::read_colloquial(registry_dir + "/colloquial.txt");
  CHECK(rows.size() > 60);
  const Registry table = registry_test::read_table(registry_dir + "/services.txt");
  rows.insert(rows.end(), table.former.begin(), table.former.end());
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(a.port, a.name) < std::tie(b.port, b.name);
  });

  REQUIRE(name_only_services().size() == rows.size());
  std::set<std::string> names;
  for (std::size_t i = 0; i != rows.size(); ++i) {
    CAPTURE(rows[i].name);
    CHECK(name_only_services()[i] == Service{rows[i].name, rows[i].port, rows[i].provenance});
    CHECK(find_port(rows[i].name, rows[i].port.protocol()) == rows[i].port);
    names.insert(rows[i].name);
  }
  for (const Service& service : all_services()) CHECK(!names.contains(std::string(service.name)));
}

} // namespace
