// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_COLUMNS_HPP
#define PORTKIT_REGISTRY_COLUMNS_HPP

#include "csv.hpp"

#include <cstddef>
#include <string_view>

namespace portkit_registry {

/// Throws Error with the record's number and line.
[[noreturn]] void fail_at(const CsvRecord& record, std::string_view what);

/// The index of the column that the header calls so; columns have moved and been added before.
[[nodiscard]] std::size_t find_column(const CsvRecord& header, std::string_view name);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_COLUMNS_HPP
