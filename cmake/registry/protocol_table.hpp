// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_PROTOCOL_TABLE_HPP
#define PORTKIT_REGISTRY_PROTOCOL_TABLE_HPP

#include "text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace portkit_registry {

/// What becomes of one row of IANA's CSV.
enum class ProtocolState {
  assigned,
  extension, ///< assigned, and an IPv6 extension header
  unassigned,
  reserved,
};

struct ProtocolRow {
  PortSpan numbers; ///< 0 to 255; more than one only where they are unassigned
  ProtocolState state = ProtocolState::assigned;
  std::string keyword; ///< empty if IANA gives none
};

/// protocols.txt: IANA's protocol numbers of one date; the rows are those of the CSV, and each of
/// the 256 numbers stands in exactly one.
struct ProtocolTable {
  std::string date;
  std::vector<ProtocolRow> rows;
};

/// Throws Error with the record and line of whatever no rule accounts for.
[[nodiscard]] ProtocolTable import_protocols(std::string_view csv, std::string date);

/// Throws Error with the line of the fault.
[[nodiscard]] ProtocolTable parse_protocols(std::string_view text);
[[nodiscard]] std::string to_text(const ProtocolTable& table);

[[nodiscard]] std::size_t count_keywords(const ProtocolTable& table);
[[nodiscard]] std::size_t count_extensions(const ProtocolTable& table);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_PROTOCOL_TABLE_HPP
