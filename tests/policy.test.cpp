// SPDX-License-Identifier: BSL-1.0
#include <portkit/endpoint.hpp>
#include <portkit/policy.hpp>
#include <portkit/port.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <type_traits>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(std::is_trivially_copyable_v<PortPolicy>);
static_assert(std::equality_comparable<PortPolicy>);
static_assert(facts::Constant<linux_defaults>::value == linux_defaults);
static_assert(!facts::Orderable<PortPolicy, PortPolicy> && facts::Orderable<Port, Port>);

template <class T>
concept IsAsked = requires(T port) {
  is_ephemeral(port, linux_defaults);
  is_privileged(port, linux_defaults);
  is_fetch_bad_port(port);
};
static_assert(IsAsked<Port> && IsAsked<TcpPort> && IsAsked<SctpPort> && IsAsked<TransportPort>);
static_assert(!IsAsked<int> && !IsAsked<std::uint16_t> && !IsAsked<NetworkPort>);

// "Here" must be said: there is no default host.
template <class T>
concept IsAskedOfNobody =
    requires(T port) { is_ephemeral(port); } || requires(T port) { is_privileged(port); };
static_assert(!IsAskedOfNobody<Port>);

static_assert(noexcept(is_ephemeral(Port{}, linux_defaults)));
static_assert(noexcept(is_privileged(Port{}, linux_defaults)));
static_assert(noexcept(is_fetch_bad_port(Port{})) && noexcept(fetch_bad_ports()));

namespace {} // namespace

TEST_CASE("the defaults of the systems are those they ship with") {
  PORTKIT_CHECK(linux_defaults.ephemeral == PortRange::of(32768, 60999));
  PORTKIT_CHECK(windows_defaults.ephemeral == PortRange::of(49152, 65535));
  PORTKIT_CHECK(macos_defaults.ephemeral == PortRange::of(49152, 65535));
  PORTKIT_CHECK(freebsd_defaults.ephemeral == PortRange::of(10000, 65535));
  PORTKIT_CHECK(openbsd_defaults.ephemeral == PortRange::of(1024, 49151));
  PORTKIT_CHECK(netbsd_defaults.ephemeral == PortRange::of(49152, 65535));
  PORTKIT_CHECK(solaris_defaults.ephemeral == PortRange::of(32768, 65535));
  PORTKIT_CHECK(aix_defaults.ephemeral == PortRange::of(32768, 65535));

  for (const PortPolicy& policy :
       {linux_defaults, macos_defaults, freebsd_defaults, openbsd_defaults, netbsd_defaults,
        solaris_defaults, aix_defaults})
    CHECK(policy.unprivileged_from == 1024_port);
  PORTKIT_CHECK(windows_defaults.unprivileged_from == 0_port); // Winsock guards no port

  PORTKIT_CHECK(macos_defaults.wildcard_address_is_free); // since 10.14
  for (const PortPolicy& policy :
       {linux_defaults, windows_defaults, freebsd_defaults, openbsd_defaults, netbsd_defaults,
        solaris_defaults, aix_defaults})
    CHECK_FALSE(policy.wildcard_address_is_free);
}

TEST_CASE("policies are equal where all they say is equal") {
  constexpr PortPolicy policy{PortRange::of(1, 2), Port::of(3), true};
  PORTKIT_CHECK(policy == PortPolicy{PortRange::of(1, 2), Port::of(3), true});
  PORTKIT_CHECK(policy != PortPolicy{PortRange::of(1, 3), Port::of(3), true});
  PORTKIT_CHECK(policy != PortPolicy{PortRange::of(1, 2), Port::of(4), true});
  PORTKIT_CHECK(policy != PortPolicy{PortRange::of(1, 2), Port::of(3), false});
  PORTKIT_CHECK(policy != PortPolicy{PortRange::of(1, 2), Port::of(3)});
}

TEST_CASE("a port is ephemeral by the host's range, its ends included") {
  PORTKIT_CHECK(!is_ephemeral(32767_port, linux_defaults));
  PORTKIT_CHECK(is_ephemeral(32768_port, linux_defaults));
  PORTKIT_CHECK(is_ephemeral(60999_tcp, linux_defaults));
  PORTKIT_CHECK(!is_ephemeral(61000_tcp, linux_defaults));
  PORTKIT_CHECK(is_ephemeral(65535_udp, windows_defaults));
  PORTKIT_CHECK(!is_ephemeral(49151_udp, windows_defaults));
  PORTKIT_CHECK(is_ephemeral(TransportPort{1024_sctp}, openbsd_defaults));
}

TEST_CASE("a port is privileged below the host's own limit") {
  PORTKIT_CHECK(!is_privileged(0_port, linux_defaults)); // the system chooses a free one
  PORTKIT_CHECK(is_privileged(1_port, linux_defaults));
  PORTKIT_CHECK(is_privileged(1023_tcp, linux_defaults));
  PORTKIT_CHECK(!is_privileged(1024_tcp, linux_defaults));
  PORTKIT_CHECK(!is_privileged(80_tcp, windows_defaults));
  PORTKIT_CHECK(!is_privileged(0_tcp, windows_defaults));
  PORTKIT_CHECK(is_privileged(TransportPort{80_udp}, macos_defaults)); // for an explicit address
  constexpr PortPolicy container{PortRange::of(32768, 60999), Port::of(80)};
  PORTKIT_CHECK(is_privileged(79_tcp, container));
  PORTKIT_CHECK(!is_privileged(80_tcp, container));
}

TEST_CASE("an endpoint is privileged by its port, on macOS by its address too") {
  PORTKIT_CHECK(is_privileged(TcpEndpoint::of("0.0.0.0:80"), linux_defaults));
  PORTKIT_CHECK(is_privileged(TcpEndpoint::of("192.0.2.1:80"), linux_defaults));
  PORTKIT_CHECK(!is_privileged(TcpEndpoint::of("192.0.2.1:8080"), linux_defaults));
  // B25: vercel-labs/portless#330, nodejs/node#21679
  PORTKIT_CHECK(!is_privileged(TcpEndpoint::of("0.0.0.0:80"), macos_defaults));
  PORTKIT_CHECK(!is_privileged(TransportEndpoint::of("[::]:80/tcp"), macos_defaults));
  PORTKIT_CHECK(is_privileged(TransportEndpoint::of("[::1]:80/tcp"), macos_defaults));
  PORTKIT_CHECK(is_privileged(TcpEndpoint::of("127.0.0.1:80"), macos_defaults));
  PORTKIT_CHECK(!is_privileged(TcpEndpoint::of("127.0.0.1:0"), macos_defaults));
  PORTKIT_CHECK(!is_privileged(UdpEndpoint::of("[::1]:53"), windows_defaults));
}

TEST_CASE("the ports that browsers refuse stand in order, once each") {
  const auto ports = fetch_bad_ports();
  CHECK(std::is_sorted(ports.begin(), ports.end()));
  CHECK(std::adjacent_find(ports.begin(), ports.end()) == ports.end());
  PORTKIT_CHECK(fetch_bad_ports().size() == 83);
  PORTKIT_CHECK(fetch_bad_ports().front() == 0_port);
  PORTKIT_CHECK(fetch_bad_ports().back() == 10080_port);
}

TEST_CASE("a port is refused by browsers if it stands in their list, for every port") {
  const auto ports = fetch_bad_ports();
  for (std::uint32_t number = 0; number != 65536; ++number) {
    const Port port{static_cast<std::uint16_t>(number)};
    const bool is_listed = std::count(ports.begin(), ports.end(), port) != 0;
    if (is_fetch_bad_port(port) != is_listed || is_fetch_bad_port(TcpPort{port}) != is_listed)
      FAIL_CHECK("wrong for " << number);
  }
  PORTKIT_CHECK(is_fetch_bad_port(6000_tcp));
  PORTKIT_CHECK(is_fetch_bad_port(TransportPort{0_tcp}));
  PORTKIT_CHECK(!is_fetch_bad_port(80_tcp));
  PORTKIT_CHECK(!is_fetch_bad_port(443_port));
  PORTKIT_CHECK(!is_fetch_bad_port(65535_port));
}
