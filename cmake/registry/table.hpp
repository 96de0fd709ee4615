// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_TABLE_HPP
#define PORTKIT_REGISTRY_TABLE_HPP

#include "text.hpp"
#include "transport.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portkit_registry {

/// How a name came to stand at its ports.
enum class Status {
  assigned,
  alias,                ///< historic spelling of `other`, by IANA's note
  duplicate,            ///< second name of `other`, by IANA's note
  widespread,           ///< "unassigned but widespread use", by IANA's note
  transport_not_stated, ///< IANA gives no transport; taken for tcp and udp
  renamed,              ///< a tombstone: since `date` IANA lists `other` instead
  withdrawn,            ///< a tombstone: since `date` IANA does not list it
};

struct Row {
  PortSpan ports;
  Transports transports;
  std::string name;
  Status status = Status::assigned;
  std::string other;
  std::string date;

  [[nodiscard]] bool is_tombstone() const {
    return status == Status::renamed || status == Status::withdrawn;
  }
};

/// Calls function(port, transport) for every key at which the row puts its name.
template <class Function>
void for_each_key(const Row& row, const Function& function) {
  for (unsigned port = row.ports.first; port <= row.ports.last; ++port)
    for (Transport t : all_transports)
      if (row.transports.has(t)) function(static_cast<std::uint16_t>(port), t);
}

/// services.txt: the registry of one date, by port and then in IANA's order, tombstones last.
struct Table {
  std::string date;
  std::size_t csv_rows = 0;
  std::vector<Row> rows;
};

/// Throws Error with the line of the fault, also if a count in the header is not the rows' count.
[[nodiscard]] Table parse_table(std::string_view text);
[[nodiscard]] std::string to_text(const Table& table);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_TABLE_HPP
