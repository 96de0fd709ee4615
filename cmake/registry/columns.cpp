// SPDX-License-Identifier: BSL-1.0
#include "columns.hpp"

#include "text.hpp"

#include <algorithm>

namespace portkit_registry {

void fail_at(const CsvRecord& record, std::string_view what) {
  throw Error(join("CSV record ", record.number, ", line ", record.line, ": ", what));
}

std::size_t find_column(const CsvRecord& header, std::string_view name) {
  const auto& fields = header.fields;
  const auto found = std::find(fields.begin(), fields.end(), name);
  if (found == fields.end()) fail_at(header, join("no column \"", name, "\""));
  return static_cast<std::size_t>(found - fields.begin());
}

} // namespace portkit_registry
