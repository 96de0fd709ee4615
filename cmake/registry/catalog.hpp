// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_CATALOG_HPP
#define PORTKIT_REGISTRY_CATALOG_HPP

#include "hand_kept.hpp"
#include "table.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace portkit_registry {

/// How a service came to be found; the values stand in the generated tables.
enum class Provenance : std::uint8_t {
  assigned,
  alias,
  widespread,
  transport_not_stated,
  renamed,
  withdrawn,
  colloquial,
};

/// One name at one port of one transport: what a row, a range or a line comes to.
struct Service {
  std::uint16_t port = 0;
  Transport transport = Transport::tcp;
  std::string name;
  Provenance provenance = Provenance::assigned;
};

/// Where a name is found: for each transport its ports in ascending order, and the primary one.
struct NamePorts {
  std::array<std::vector<std::uint16_t>, 4> ports;
  std::array<std::uint16_t, 4> primary{};
};

struct Catalog {
  /// By port, then transport; the names of one key by rank, preferred first.
  std::vector<Service> registered;
  /// Tombstones and colloquial names: by port, then transport, then name.
  std::vector<Service> name_only;
  /// Every name of both, in lower case. A registered name hides a tombstone of its transport.
  std::map<std::string, NamePorts> by_name;
};

/// Throws Error where a hand-kept line contradicts the table or adds nothing to it.
[[nodiscard]] Catalog make_catalog(const Table& table, const Overrides& overrides,
                                   const std::vector<HandKeptLine>& colloquial);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_CATALOG_HPP
