// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_SCHEME_TABLE_HPP
#define PORTKIT_REGISTRY_SCHEME_TABLE_HPP

#include "transport.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace portkit_registry {

struct SchemePorts {
  std::uint16_t port = 0;
  std::vector<Transport> transports; ///< none twice, the preferred one first
};

/// schemes.txt: the default port of each URL scheme, by name in lower case.
using SchemeTable = std::map<std::string, SchemePorts, std::less<>>;

/// The longest name that the look-up compares.
inline constexpr std::size_t longest_scheme = 16;

/// Reads a CSV with a row for each scheme and transport, the preferred transport of a scheme first.
/// Throws Error with the record and line of whatever the table cannot state.
[[nodiscard]] SchemeTable import_schemes(std::string_view csv);

/// Throws Error with the line of the fault.
[[nodiscard]] SchemeTable parse_schemes(std::string_view text);
[[nodiscard]] std::string to_text(const SchemeTable& table);

/// (scheme, port, transport) triples.
[[nodiscard]] std::size_t count_rows(const SchemeTable& table);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_SCHEME_TABLE_HPP
