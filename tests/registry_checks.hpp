// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_REGISTRY_CHECKS_HPP
#define PORTKIT_TESTS_REGISTRY_CHECKS_HPP

#include "registry_reader.hpp"

#include <portkit/port.hpp>
#include <portkit/service.hpp>
#include <portkit/string.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace registry_test {

using namespace portkit;

/// The reviewed exceptions from IANA's order, a second copy of what overrides.txt says.
inline const std::map<std::pair<std::uint32_t, std::string>, int> preferred{
    {{(2049_tcp).key(), "nfs"}, 1},        {{(2049_udp).key(), "nfs"}, 1},
    {{(465_tcp).key(), "submissions"}, 1}, {{(1701_tcp).key(), "l2tp"}, 1},
    {{(1701_udp).key(), "l2tp"}, 1},       {{(113_tcp).key(), "auth"}, 1},
    {{(512_udp).key(), "biff"}, 1},        {{(750_udp).key(), "kerberos-iv"}, 1},
};

inline int rank(const Row& row) {
  if (preferred.contains({row.port.key(), row.name})) return 0;
  return row.provenance == Provenance::alias || row.provenance == Provenance::widespread ? 2 : 1;
}

inline std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

/// Everything the registry answers, held against these rows.
inline void check_both_ways(const Registry& registry) {
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

} // namespace registry_test
#endif // PORTKIT_TESTS_REGISTRY_CHECKS_HPP
