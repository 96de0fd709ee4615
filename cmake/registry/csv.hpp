// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_CSV_HPP
#define PORTKIT_REGISTRY_CSV_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace portkit_registry {

/// One record of a CSV file. Records and lines are counted from 1, the header is record 0.
struct CsvRecord {
  std::size_t number = 0;
  std::size_t line = 0; ///< the physical line it starts on
  std::vector<std::string> fields;
};

/// RFC 4180: fields may be quoted, then hold line breaks, commas and doubled quotes. Records end
/// with CRLF, or with LF where a download lost the CR. Throws Error with the line of the fault;
/// so does a record whose number of fields is not the header's.
[[nodiscard]] std::vector<CsvRecord> read_csv(std::string_view text);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_CSV_HPP
