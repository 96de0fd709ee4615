// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_COUNTS_HPP
#define PORTKIT_REGISTRY_COUNTS_HPP

#include "table.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace portkit_registry {

struct Count {
  std::string_view label;
  std::size_t value = 0;
};

/// What a table holds, counted anew from its rows. A key is a (port, transport) that IANA states;
/// services.txt repeats the counts in its header, so that a lost or doubled row is an error.
[[nodiscard]] std::vector<Count> count_keys(const Table& table);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_COUNTS_HPP
