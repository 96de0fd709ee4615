// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_HAND_KEPT_HPP
#define PORTKIT_REGISTRY_HAND_KEPT_HPP

#include "transport.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portkit_registry {

/// A name at a port for some transports, as a line of a file that people keep. What it means is
/// the file's: preferred there, primary there, or a colloquial name.
struct HandKeptLine {
  std::size_t line = 0;
  std::string name;
  std::uint16_t port = 0;
  Transports transports;
};

struct Overrides {
  std::vector<HandKeptLine> preferred;
  std::vector<HandKeptLine> primary;
};

/// Both throw Error with file and line; every line must have its reason or evidence.
[[nodiscard]] Overrides parse_overrides(std::string_view text);
[[nodiscard]] std::vector<HandKeptLine> parse_colloquial(std::string_view text);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_HAND_KEPT_HPP
