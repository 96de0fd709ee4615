// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_DISPOSITION_HPP
#define PORTKIT_REGISTRY_DISPOSITION_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace portkit_registry {

/// What becomes of one row of IANA's CSV. The first five make rows of the table.
enum class Disposition : std::uint8_t {
  service,
  alias,
  duplicate,
  widespread,
  transport_not_stated,
  no_port,  ///< a name for DNS service discovery only
  reserved, ///< mostly because the other transport of the port is assigned
  unassigned,
  private_use, ///< "any private ..."
  removed,     ///< de-registered, removed, deprecated, decommissioned
  uncertain,   ///< "possibly" used or assigned
};
inline constexpr std::size_t disposition_count = 11;

[[nodiscard]] std::string_view name_of(Disposition disposition);

/// The columns of the CSV that decide.
struct CsvColumns {
  std::string_view name, port, transport, description, notes;
};

/// Empty if no rule accounts for the row.
[[nodiscard]] std::optional<Disposition> classify(const CsvColumns& row);

/// The name that the note of an alias or a duplicate gives in quotes; empty if there is none.
[[nodiscard]] std::string_view noted_name(std::string_view notes);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_DISPOSITION_HPP
