// SPDX-License-Identifier: BSL-1.0
#include "canonical.hpp"

#include "text.hpp"

#include <algorithm>
#include <vector>

namespace portkit_registry {

void require_canonical(std::string_view file, std::string_view text, std::string_view canonical) {
  const std::vector<Line> lines = split_lines(text);
  const std::vector<Line> expected = split_lines(canonical);
  const auto [line, wanted] =
      std::mismatch(lines.begin(), lines.end(), expected.begin(), expected.end(),
                    [](const Line& a, const Line& b) { return a.text == b.text; });
  if (line == lines.end() && wanted == expected.end()) return;
  const std::size_t number = static_cast<std::size_t>(line - lines.begin()) + 1;
  throw Error(join(file, ":", number, ": the import would write ",
                   wanted == expected.end() ? "no such line" : join("\"", wanted->text, "\"")));
}

} // namespace portkit_registry
