// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_FLOW_HPP
#define PORTKIT_FLOW_HPP

#include <portkit/address.hpp>
#include <portkit/detail/hash.hpp>
#include <portkit/detail/service_lookup.hpp>
#include <portkit/endpoint.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/service_table.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/typed_port.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional> // also declares std::hash
#include <utility>

namespace portkit::inline v0 {

/// One of the two ends of a flow.
enum class FlowEnd : std::uint8_t { source, destination };

/// The 5-tuple of packets that run one way: protocol, and address and port of either end.
///
/// Order:  by source, then by destination.
/// Shape:  structural, trivially copyable, 56 bytes.  No default: there is no neutral protocol.
/// Source: RFC 7011 section 2 (Flow); RFC 6146 section 2 (5-Tuple).
///
/// A hash is not an identity: two flows can share one.  Keep the Flow itself as the key of a table.
class Flow {
public:
  /// Between two endpoints of one protocol; endpoints of two do not compile.
  template <Protocol P>
  constexpr Flow(const Endpoint<P>& source, const Endpoint<P>& destination) noexcept
      : source_{source}, destination_{destination} {}
  constexpr Flow(Protocol protocol, const IpAddress& source, Port source_port,
                 const IpAddress& destination, Port destination_port) noexcept
      : source_{source, {protocol, source_port}},
        destination_{destination, {protocol, destination_port}} {}

  /// From endpoints whose protocol is known at run time only.  Error: empty if they differ in it.
  /// Self is a parameter so that only callers instantiate std::optional.
  template <class Self = Flow>
  [[nodiscard]] static constexpr std::optional<Self>
  from(const TransportEndpoint& source, const TransportEndpoint& destination) noexcept {
    if (source.protocol() != destination.protocol()) return std::nullopt;
    return Self{source.protocol(), source.address(), source.port().port(), destination.address(),
                destination.port().port()};
  }

  [[nodiscard]] constexpr Protocol protocol() const noexcept { return source_.protocol(); }
  [[nodiscard]] constexpr const TransportEndpoint& source() const noexcept { return source_; }
  [[nodiscard]] constexpr const TransportEndpoint& destination() const noexcept {
    return destination_;
  }
  [[nodiscard]] constexpr const TransportEndpoint& endpoint(FlowEnd end) const noexcept {
    return end == FlowEnd::source ? source_ : destination_;
  }
  /// The flow of the answers.
  [[nodiscard]] constexpr Flow reversed() const noexcept {
    Flow flow = *this;
    flow.source_ = destination_;
    flow.destination_ = source_;
    return flow;
  }

  [[nodiscard]] friend constexpr bool operator==(const Flow&, const Flow&) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(const Flow&, const Flow&) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(const Flow& flow) noexcept {
    // One end is mixed once more than the other, or A to B would be hashed as B to A, and all flows
    // from an endpoint to itself alike.
    const std::size_t source = detail::hash_append(0, hash_value(flow.source_));
    return detail::hash_append(source, hash_value(flow.destination_));
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, const Flow& flow) {
    return H::combine(std::move(state), flow.source_, flow.destination_);
  }

  TransportEndpoint source_;      ///< public only because a structural type must be; read source()
  TransportEndpoint destination_; ///< as above; of the same protocol
};

/// A conversation: a flow and its answers as one value, whichever of the two it is made of.
///
/// Order:  by the lower endpoint, then by the upper one.
/// Shape:  structural, trivially copyable, 56 bytes.  Lossless, but for who is source.
/// Source: RFC 5103 section 2 (Biflow).
class Biflow {
public:
  explicit constexpr Biflow(const Flow& flow) noexcept
      : flow_{flow.destination() < flow.source() ? flow.reversed() : flow} {}

  [[nodiscard]] constexpr Protocol protocol() const noexcept { return flow_.protocol(); }
  /// The endpoint that comes first in their order; it says nothing about who began.
  [[nodiscard]] constexpr const TransportEndpoint& lower() const noexcept { return flow_.source(); }
  [[nodiscard]] constexpr const TransportEndpoint& upper() const noexcept {
    return flow_.destination();
  }

  [[nodiscard]] friend constexpr bool operator==(const Biflow&, const Biflow&) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(const Biflow&, const Biflow&) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(const Biflow& biflow) noexcept {
    return hash_value(biflow.flow_);
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, const Biflow& biflow) {
    return H::combine(std::move(state), biflow.flow_);
  }

  Flow flow_; ///< public only because a structural type must be; read lower() and upper()
};

namespace detail {

/// What speaks for a server behind this port, the weightiest answer in the highest bit; see
/// likely_server.  Sums rather than branches: the ports of a stream follow no pattern.
[[nodiscard]] constexpr unsigned server_evidence(Port port, bool is_own, bool is_named) noexcept {
  const unsigned number = port.value();
  const bool is_low = number - 1 < 32767; // not port 0, which is nobody's
  const bool is_seldom_a_client = number - 5001 < 4999;
  const unsigned rank = 1U + (number < 10000) + is_seldom_a_client + 2U * (number < 1024);
  return 32U * is_own + (16U + rank) * is_low + 8U * is_named;
}

template <class End>
[[nodiscard]] constexpr std::optional<End>
likely_server(Protocol protocol, Port source, Port destination, const auto& is_own) noexcept {
  const auto evidence = [&](TransportPort port) {
    const bool is_named = registry::find_entry<End>(port) != 0;
    return server_evidence(port.port(), is_own(port), is_named);
  };
  const unsigned of_source = evidence({protocol, source});
  const unsigned of_destination = evidence({protocol, destination});
  if (of_source == of_destination) return std::nullopt;
  return of_source > of_destination ? End::source : End::destination;
}

} // namespace detail

/// Which end is the server, guessed from the two ports alone: a handshake, where one was seen,
/// knows better.  The first of these rules that tells the ends apart decides for
///  1. the end whose port stands in the user's own rows (the forms with `own`);
///  2. the end at 1-32767: Linux, Windows, macOS and most others give clients the ports above;
///  3. the end whose port has a registered name;
///  4. the end at 1-1023, else at 5001-9999, else at 1024-5000, which Windows before Vista gave to
///     clients, and where 6 of 7 ports have a name; at last 10000-32767, FreeBSD's for clients.
/// Error: empty if none does, as for equal ports; whoever spoke first is then the better guess.
template <class End = FlowEnd>
[[nodiscard]] constexpr std::optional<End> likely_server(Protocol protocol, Port source,
                                                         Port destination) noexcept {
  return detail::likely_server<End>(protocol, source, destination,
                                    [](TransportPort) { return false; });
}
template <class End = FlowEnd>
[[nodiscard]] constexpr std::optional<End>
likely_server(Protocol protocol, Port source, Port destination, const ServiceTable& own) noexcept {
  return detail::likely_server<End>(protocol, source, destination, [&own](TransportPort port) {
    return own.find_service(port).has_value();
  });
}
template <class End = FlowEnd>
[[nodiscard]] constexpr std::optional<End> likely_server(const Flow& flow) noexcept {
  return portkit::likely_server<End>(flow.protocol(), flow.source().port().port(),
                                     flow.destination().port().port());
}
template <class End = FlowEnd>
[[nodiscard]] constexpr std::optional<End> likely_server(const Flow& flow,
                                                         const ServiceTable& own) noexcept {
  return portkit::likely_server<End>(flow.protocol(), flow.source().port().port(),
                                     flow.destination().port().port(), own);
}

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::Flow> {
  [[nodiscard]] constexpr std::size_t operator()(const portkit::Flow& flow) const noexcept {
    return hash_value(flow);
  }
};
template <>
struct std::hash<portkit::Biflow> {
  [[nodiscard]] constexpr std::size_t operator()(const portkit::Biflow& biflow) const noexcept {
    return hash_value(biflow);
  }
};

#endif // PORTKIT_FLOW_HPP
