// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_CANONICAL_HPP
#define PORTKIT_REGISTRY_CANONICAL_HPP

#include <string_view>

namespace portkit_registry {

/// Throws Error with file and line unless the text is, line by line, what `import` writes for the
/// rows read from it.  So it holds a table to its order, its columns and the counts in its header.
void require_canonical(std::string_view file, std::string_view text, std::string_view canonical);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_CANONICAL_HPP
