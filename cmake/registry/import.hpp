// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_IMPORT_HPP
#define PORTKIT_REGISTRY_IMPORT_HPP

#include "disposition.hpp"
#include "table.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace portkit_registry {

struct Import {
  Table table; ///< the CSV's services, without tombstones
  std::array<std::size_t, disposition_count> dispositions{};
};

/// Reads IANA's CSV. Throws Error with the record and line of whatever the table cannot state.
[[nodiscard]] Import import_csv(std::string_view csv, std::string date);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_IMPORT_HPP
