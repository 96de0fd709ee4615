// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_POLICY_HPP
#define PORTKIT_POLICY_HPP

#include <portkit/plain_port.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/port_class.hpp>

#include <concepts>
#include <cstddef>
#include <span>

namespace portkit::inline v0 {

/// What a host does with ports: which it hands out itself and which it guards.
///
/// The constants below are what the systems do out of the box; an administrator can change it.
/// read_host_policy() in host.hpp asks the host that runs the program.
struct PortPolicy {
  /// The ports that the system gives to sockets that ask for none (bind to port 0, connect).
  PortRange ephemeral;
  /// Ports below need a privilege to bind; Port{} where no port does.
  Port unprivileged_from;
  /// The privilege is asked for an explicit address only, not for 0.0.0.0 or [::].
  bool wildcard_address_is_free = false;

  [[nodiscard]] friend constexpr bool operator==(const PortPolicy&, const PortPolicy&) = default;
};

/// The kernel's net.ipv4.ip_local_port_range (since 4.2) and ip_unprivileged_port_start.
inline constexpr PortPolicy linux_defaults{PortRange::of(32768, 60999), Port::of(1024)};
/// Vista, Server 2008 and later (KB 929851); Winsock guards no port.
inline constexpr PortPolicy windows_defaults{PortRange::of(49152, 65535), Port::of(0)};
/// Since macOS 10.14 the wildcard address needs no privilege; a given address does.
inline constexpr PortPolicy macos_defaults{PortRange::of(49152, 65535), Port::of(1024), true};
/// IPPORT_EPHEMERALFIRST and LAST, net.inet.ip.portrange.reservedhigh.
inline constexpr PortPolicy freebsd_defaults{PortRange::of(10000, 65535), Port::of(1024)};
/// IPPORT_RESERVED to IPPORT_USERRESERVED.
inline constexpr PortPolicy openbsd_defaults{PortRange::of(1024, 49151), Port::of(1024)};
/// IPPORT_ANONMIN to IPPORT_ANONMAX.
inline constexpr PortPolicy netbsd_defaults{PortRange::of(49152, 65535), Port::of(1024)};
/// smallest_anon_port to largest_anon_port, smallest_nonpriv_port.
inline constexpr PortPolicy solaris_defaults{PortRange::of(32768, 65535), Port::of(1024)};
/// tcp_ephemeral_low to tcp_ephemeral_high.
inline constexpr PortPolicy aix_defaults{PortRange::of(32768, 65535), Port::of(1024)};

/// True if a host of this policy may hand out this port itself: no place for a server to listen.
[[nodiscard]] constexpr bool is_ephemeral(detail::AnyPort auto port,
                                          const PortPolicy& policy) noexcept {
  return policy.ephemeral.contains(detail::plain(port));
}

/// True if a host of this policy asks for a privilege to bind this port.  Never for port 0, for which
/// the system chooses a free one.  Where that depends on the address (wildcard_address_is_free), the
/// answer is the one for an explicit address; ask it of an endpoint instead.
[[nodiscard]] constexpr bool is_privileged(detail::AnyPort auto port,
                                           const PortPolicy& policy) noexcept {
  const Port number = detail::plain(port);
  return !number.is_zero() && number < policy.unprivileged_from;
}

namespace detail {

/// Endpoint<P> and TransportEndpoint, whose header a user of ports alone does not pay for.
template <class T>
concept AnyEndpoint = requires(const T& endpoint) {
  { endpoint.address().is_unspecified() } -> std::same_as<bool>;
  { endpoint.port() } -> AnyPort;
};

} // namespace detail

/// True if a host of this policy asks for a privilege to bind this endpoint.
[[nodiscard]] constexpr bool is_privileged(const detail::AnyEndpoint auto& endpoint,
                                           const PortPolicy& policy) noexcept {
  const bool is_free = policy.wildcard_address_is_free && endpoint.address().is_unspecified();
  return !is_free && is_privileged(endpoint.port(), policy);
}

namespace detail {

template <class P> // so that only callers evaluate it
inline constexpr P fetch_bad_port_list[] = {
    P::of(0),    P::of(1),    P::of(7),    P::of(9),    P::of(11),   P::of(13),    P::of(15),
    P::of(17),   P::of(19),   P::of(20),   P::of(21),   P::of(22),   P::of(23),    P::of(25),
    P::of(37),   P::of(42),   P::of(43),   P::of(53),   P::of(69),   P::of(77),    P::of(79),
    P::of(87),   P::of(95),   P::of(101),  P::of(102),  P::of(103),  P::of(104),   P::of(109),
    P::of(110),  P::of(111),  P::of(113),  P::of(115),  P::of(117),  P::of(119),   P::of(123),
    P::of(135),  P::of(137),  P::of(139),  P::of(143),  P::of(161),  P::of(179),   P::of(389),
    P::of(427),  P::of(465),  P::of(512),  P::of(513),  P::of(514),  P::of(515),   P::of(526),
    P::of(530),  P::of(531),  P::of(532),  P::of(540),  P::of(548),  P::of(554),   P::of(556),
    P::of(563),  P::of(587),  P::of(601),  P::of(636),  P::of(989),  P::of(990),   P::of(993),
    P::of(995),  P::of(1719), P::of(1720), P::of(1723), P::of(2049), P::of(3659),  P::of(4045),
    P::of(4190), P::of(5060), P::of(5061), P::of(6000), P::of(6566), P::of(6665),  P::of(6666),
    P::of(6667), P::of(6668), P::of(6669), P::of(6679), P::of(6697), P::of(10080),
};

} // namespace detail

/// The ports that browsers refuse to fetch from, ascending, as of 2025-08-11.
/// Source: WHATWG Fetch Standard, "Port blocking".
template <class P = Port>
[[nodiscard]] constexpr std::span<const P> fetch_bad_ports() noexcept {
  return detail::fetch_bad_port_list<P>;
}

/// True if browsers refuse to fetch from this port: no place for a web server.
/// Source: WHATWG Fetch Standard, "Port blocking".
[[nodiscard]] constexpr bool is_fetch_bad_port(detail::AnyPort auto port) noexcept {
  auto rest = fetch_bad_ports<decltype(detail::plain(port))>();
  while (rest.size() > 1) {
    const std::size_t half = rest.size() / 2;
    rest = detail::plain(port) < rest[half] ? rest.first(half) : rest.subspan(half);
  }
  return rest[0] == detail::plain(port);
}

} // namespace portkit::inline v0
#endif // PORTKIT_POLICY_HPP
