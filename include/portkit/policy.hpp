// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_POLICY_HPP
#define PORTKIT_POLICY_HPP

#include <portkit/plain_port.hpp>
#include <portkit/port_class.hpp>
#include <portkit/port_range.hpp>

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

/// net.ipv4.ip_local_port_range and ip_unprivileged_port_start of the kernel (4.2 and later).
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

/// True if a host of this policy asks for a privilege to bind this port.  Where that depends on the
/// address (wildcard_address_is_free), the answer is the one for an explicit address.
[[nodiscard]] constexpr bool is_privileged(detail::AnyPort auto port,
                                           const PortPolicy& policy) noexcept {
  return detail::plain(port) < policy.unprivileged_from;
}

namespace detail {

inline constexpr Port fetch_bad_port_list[] = {
    0_port,    1_port,    7_port,     9_port,    11_port,   13_port,   15_port,   17_port,
    19_port,   20_port,   21_port,    22_port,   23_port,   25_port,   37_port,   42_port,
    43_port,   53_port,   69_port,    77_port,   79_port,   87_port,   95_port,   101_port,
    102_port,  103_port,  104_port,   109_port,  110_port,  111_port,  113_port,  115_port,
    117_port,  119_port,  123_port,   135_port,  137_port,  139_port,  143_port,  161_port,
    179_port,  389_port,  427_port,   465_port,  512_port,  513_port,  514_port,  515_port,
    526_port,  530_port,  531_port,   532_port,  540_port,  548_port,  554_port,  556_port,
    563_port,  587_port,  601_port,   636_port,  989_port,  990_port,  993_port,  995_port,
    1719_port, 1720_port, 1723_port,  2049_port, 3659_port, 4045_port, 4190_port, 5060_port,
    5061_port, 6000_port, 6566_port,  6665_port, 6666_port, 6667_port, 6668_port, 6669_port,
    6679_port, 6697_port, 10080_port,
};

} // namespace detail

/// The ports that browsers refuse to fetch from, ascending, as of 2025-08-11.
/// Source: WHATWG Fetch Standard, "Port blocking".
[[nodiscard]] constexpr std::span<const Port> fetch_bad_ports() noexcept {
  return detail::fetch_bad_port_list;
}

/// True if browsers refuse to fetch from this port: no place for a web server.
/// Source: WHATWG Fetch Standard, "Port blocking".
[[nodiscard]] constexpr bool is_fetch_bad_port(detail::AnyPort auto port) noexcept {
  std::span<const Port> rest = fetch_bad_ports();
  while (rest.size() > 1) {
    const std::size_t half = rest.size() / 2;
    rest = detail::plain(port) < rest[half] ? rest.first(half) : rest.subspan(half);
  }
  return rest[0] == detail::plain(port);
}

} // namespace portkit::inline v0
#endif // PORTKIT_POLICY_HPP
