// SPDX-License-Identifier: BSL-1.0
#include "counts.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace portkit_registry {

std::vector<Count> count_keys(const Table& table) {
  std::map<std::pair<std::uint16_t, Transport>, std::size_t> names_at;
  std::set<std::uint16_t> ports_without_transport;
  std::set<std::string> names;
  std::size_t tombstones = 0;
  for (const Row& row : table.rows) {
    if (row.is_tombstone()) {
      ++tombstones;
      continue;
    }
    names.insert(to_lower(row.name));
    for_each_key(row, [&](std::uint16_t port, Transport t) {
      if (row.status == Status::transport_not_stated)
        ports_without_transport.insert(port);
      else
        ++names_at[{port, t}];
    });
  }
  const auto keys_where = [&](const auto& condition) {
    return static_cast<std::size_t>(std::count_if(names_at.begin(), names_at.end(), condition));
  };
  const auto keys_of = [&](Transport t) {
    return keys_where([t](const auto& key) { return key.first.second == t; });
  };
  return {
      {"keys", names_at.size()},
      {"keys of tcp", keys_of(Transport::tcp)},
      {"keys of udp", keys_of(Transport::udp)},
      {"keys of dccp", keys_of(Transport::dccp)},
      {"keys of sctp", keys_of(Transport::sctp)},
      {"keys below 1024", keys_where([](const auto& key) { return key.first.first < 1024; })},
      {"keys with several names", keys_where([](const auto& key) { return key.second > 1; })},
      {"ports without a transport", ports_without_transport.size()},
      {"names", names.size()},
      {"tombstones", tombstones},
  };
}

} // namespace portkit_registry
