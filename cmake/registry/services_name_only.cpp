// SPDX-License-Identifier: BSL-1.0
#include "header_text.hpp"
#include "headers.hpp"

#include <vector>

namespace portkit_registry {

std::string services_name_only(const Table& table, const Catalog& catalog) {
  std::string names;
  std::vector<std::uint16_t> starts{0};
  std::vector<std::uint16_t> ports;
  std::vector<std::uint8_t> protocols;
  std::vector<std::uint8_t> provenances;
  for (const Service& s : catalog.name_only) {
    names += s.name;
    if (names.size() > 65535) throw Error("more text of names than 16 bits can index");
    starts.push_back(static_cast<std::uint16_t>(names.size()));
    ports.push_back(s.port);
    protocols.push_back(static_cast<std::uint8_t>(protocol_number(s.transport)));
    provenances.push_back(static_cast<std::uint8_t>(s.provenance));
  }

  HeaderText header("services_name_only",
                    join("Beside IANA's registry of ", table.date, ": ", catalog.name_only.size(),
                         " rows of names that only resolve to a port."));
  header.comment(
      "By port, then protocol number, then name. Name i is name_only_names[name_only_starts[i]]\n"
      "up to name_only_names[name_only_starts[i + 1]]. Protocols are IANA's protocol numbers.\n"
      "Provenance: 4 renamed by IANA, 5 withdrawn by IANA, 6 colloquial.");
  header.constant(join("std::size_t name_only_count = ", ports.size()));
  header.text_table("name_only_names", names);
  header.char16_table("name_only_starts", starts);
  header.char16_table("name_only_ports", ports);
  header.byte_table("name_only_protocols", protocols);
  header.byte_table("name_only_provenances", provenances);
  return std::move(header).finish();
}

} // namespace portkit_registry
