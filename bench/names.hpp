// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_NAMES_HPP
#define PORTKIT_BENCH_NAMES_HPP

#include <portkit/port.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bench {

/// What a peer is told of a name: its port in each protocol, 0 for none.  (Port 0 has no service.)
struct NamePorts {
  std::array<std::uint16_t, 4> ports{};

  [[nodiscard]] std::uint16_t port(portkit::Protocol protocol) const noexcept {
    return ports[portkit::detail::protocol_index(protocol)];
  }
};

struct NameRow : NamePorts {
  std::string_view name;
};

/// Every name of all_services() once, with what find_port answers to it.
[[nodiscard]] const std::vector<NameRow>& name_rows();

} // namespace bench
#endif // PORTKIT_BENCH_NAMES_HPP
