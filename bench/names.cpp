// SPDX-License-Identifier: BSL-1.0
#include "names.hpp"

#include <portkit/service.hpp>

#include <algorithm>

namespace bench {

const std::vector<NameRow>& name_rows() {
  static const std::vector<NameRow> rows = [] {
    std::vector<NameRow> made;
    for (const portkit::Service service : portkit::all_services()) {
      NameRow row{{}, service.name};
      for (const portkit::Protocol protocol : portkit::all_protocols)
        if (const auto port = portkit::find_port(service.name, protocol))
          row.ports[portkit::detail::protocol_index(protocol)] = port->port().value();
      made.push_back(row);
    }
    const auto by_name = [](const NameRow& a, const NameRow& b) { return a.name < b.name; };
    const auto same = [](const NameRow& a, const NameRow& b) { return a.name == b.name; };
    std::sort(made.begin(), made.end(), by_name);
    made.erase(std::unique(made.begin(), made.end(), same), made.end());
    return made;
  }();
  return rows;
}

} // namespace bench
