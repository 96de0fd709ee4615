// SPDX-License-Identifier: BSL-1.0
// The whole registry, row by row and both ways, against the table that it was made from.

#include "registry_checks.hpp"

#include <portkit/service.hpp>
#include <portkit/string.hpp>

#include <doctest/doctest.h>

#include <algorithm>
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

TEST_CASE("portkit's table answers row by row, both ways") {
  const Registry table = registry_test::read_table(registry_dir + "/services.txt");
  CHECK(table.records == 6'376);
  registry_test::check_both_ways(table);
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
