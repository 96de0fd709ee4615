// SPDX-License-Identifier: BSL-1.0
#include "transport.hpp"

namespace portkit_registry {
namespace {

constexpr std::array<std::string_view, 4> names{"tcp", "udp", "dccp", "sctp"};
constexpr std::array<unsigned, 4> numbers{6, 17, 33, 132};

} // namespace

std::string_view name_of(Transport t) { return names[index_of(t)]; }

unsigned protocol_number(Transport t) { return numbers[index_of(t)]; }

std::optional<Transport> find_transport(std::string_view name) {
  for (Transport t : all_transports)
    if (name_of(t) == name) return t;
  return std::nullopt;
}

std::string to_string(Transports set) {
  std::string text;
  for (Transport t : all_transports) {
    if (!set.has(t)) continue;
    if (!text.empty()) text += ',';
    text += name_of(t);
  }
  return text;
}

std::optional<Transports> parse_transports(std::string_view text) {
  for (unsigned bits = 1; bits != 16; ++bits) {
    Transports set;
    for (Transport t : all_transports)
      if ((bits >> index_of(t) & 1U) != 0) set.add(t);
    if (to_string(set) == text) return set;
  }
  return std::nullopt;
}

} // namespace portkit_registry
