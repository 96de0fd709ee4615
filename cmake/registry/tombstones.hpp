// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_TOMBSTONES_HPP
#define PORTKIT_REGISTRY_TOMBSTONES_HPP

#include "table.hpp"

namespace portkit_registry {

/// Names shipped earlier resolve for ever: gives `fresh`, a table without tombstones, a row for
/// every (name, transport) of `old` that it lacks. Names that came back lose their tombstone.
void keep_shipped_names(Table& fresh, const Table& old);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_TOMBSTONES_HPP
