// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_STREAMS_HPP
#define PORTKIT_BENCH_STREAMS_HPP

#include <portkit/endpoint.hpp>
#include <portkit/port.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The questions that every candidate is asked.  The seed is fixed, so that two runs, two compilers
// and two machines ask the same.

namespace bench {

inline constexpr std::size_t stream_size = 65536;

/// A text and the protocol asked for; 16 bytes, for the stream itself should not fill the cache.
struct NameQuery {
  const char* text;
  std::uint32_t size;
  portkit::Protocol protocol;

  [[nodiscard]] std::string_view view() const noexcept { return {text, size}; }
};

template <class Query>
struct Stream {
  std::string name;
  std::vector<Query> queries{};
  std::vector<char> texts{}; ///< what the queries point to, in their order
};
using PortStream = Stream<portkit::TransportPort>;
using NameStream = Stream<NameQuery>;
using NumberStream = Stream<portkit::Port>;
using EndpointStream = Stream<portkit::TcpEndpoint>;

/// assigned:   uniform over the (port, protocol) pairs that have a service
/// traffic:    Zipf over them, the ports of real traffic first; 30 % unassigned ephemeral ports
/// any:        uniform over 0..65535 and the four protocols
/// miss:       uniform over the pairs without a service
/// well_known: uniform over the assigned pairs of ports 0-1023
[[nodiscard]] const std::vector<PortStream>& port_streams();

/// hits:       uniform over the (name, protocol) pairs of the registry
/// zipf:       Zipf over them, the names of real traffic first
/// half_miss:  half of them hits, half with one letter changed so that no service has the name
/// mixed_case: hits with half of the letters in the other case
[[nodiscard]] const std::vector<NameStream>& name_streams();

/// uniform: uniform over 1..65535.  traffic: the ports of the traffic above.
[[nodiscard]] const std::vector<NumberStream>& number_streams();

/// The same numbers as decimal text; the protocol means nothing.
[[nodiscard]] const std::vector<NameStream>& number_text_streams();

/// ipv4:    uniform over all IPv4 addresses and the ports 1..65535
/// traffic: Zipf over 1000 private IPv4 addresses; the ports of the traffic above
/// ipv6:    uniform over 2000::/3, half of them with a run of two to seven zero groups
[[nodiscard]] const std::vector<EndpointStream>& endpoint_streams();

/// The same endpoints as text; the protocol means nothing.
[[nodiscard]] const std::vector<NameStream>& endpoint_text_streams();

} // namespace bench
#endif // PORTKIT_BENCH_STREAMS_HPP
