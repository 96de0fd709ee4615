// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_HEADERS_HPP
#define PORTKIT_REGISTRY_HEADERS_HPP

#include "catalog.hpp"
#include "protocol_table.hpp"
#include "scheme_table.hpp"
#include "table.hpp"

#include <string>

namespace portkit_registry {

/// The generated headers' texts. The comments in them are the definition of each table's layout.
[[nodiscard]] std::string services_by_port(const Table& table, const Catalog& catalog);
[[nodiscard]] std::string services_by_name(const Table& table, const Catalog& catalog);
[[nodiscard]] std::string services_name_only(const Table& table, const Catalog& catalog);
[[nodiscard]] std::string ip_protocols(const ProtocolTable& table);
[[nodiscard]] std::string schemes(const SchemeTable& table);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_HEADERS_HPP
