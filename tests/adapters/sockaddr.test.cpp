// SPDX-License-Identifier: BSL-1.0
#include <portkit/sockaddr.hpp>

#include <portkit/port.hpp>
#include <portkit/string.hpp>

#include "facts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#if defined(_WIN32)
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using namespace portkit;

static_assert(std::is_trivially_copyable_v<SocketAddress>);
static_assert(SocketAddress::capacity() >= sizeof(sockaddr_in6));
static_assert(SocketAddress::capacity() >= sizeof(sockaddr_in));
static_assert(!facts::Convertible<sockaddr_in, SocketAddress>);
static_assert(facts::Constructible<SocketAddress, sockaddr_in>);
static_assert(noexcept(to_sockaddr(TcpEndpoint{})));
static_assert(noexcept(from_sockaddr<Protocol::tcp>(SocketAddress{})));
static_assert(
    std::is_same_v<decltype(from_sockaddr<Protocol::udp>(nullptr, 0)), std::optional<UdpEndpoint>>);

namespace {

const IpAddress addresses[]{
    "0.0.0.0"_ip,   "127.0.0.1"_ip,        "192.0.2.1"_ip,
    "1.2.3.4"_ip,   "255.255.255.255"_ip,  "::"_ip,
    "::1"_ip,       "2001:db8::1"_ip,      "102:304:506:708:90a:b0c:d0e:f10"_ip,
    "fe80::1%7"_ip, "::ffff:192.0.2.1"_ip, "ff02::1%4294967295"_ip,
    "::1.2.3.4"_ip, "fe80::1%1"_ip,
};
constexpr std::array ports{0_port, 1_port, 255_port, 256_port, 443_port, 65280_port, 65535_port};

template <Protocol P>
void check_round_trips() {
  for (const IpAddress& address : addresses) {
    for (const Port port : ports) {
      const Endpoint<P> endpoint{address, TypedPort<P>{port}};
      CAPTURE(to_string(endpoint));
      CHECK(from_sockaddr<P>(to_sockaddr(endpoint)) == endpoint);
      CHECK(from_sockaddr(to_sockaddr(endpoint), P) == TransportEndpoint{endpoint});
      const SocketAddress untyped = to_sockaddr(TransportEndpoint{endpoint});
      CHECK(from_sockaddr<P>(untyped.data(), untyped.size()) == endpoint);
      CHECK(from_sockaddr(untyped.data(), untyped.size(), P) == TransportEndpoint{endpoint});
    }
  }
}

template <class T>
[[nodiscard]] T read_as(const SocketAddress& address) {
  T read;
  std::memcpy(&read, address.data(), sizeof read);
  return read;
}

} // namespace

TEST_CASE("every endpoint comes back from its socket address") {
  check_round_trips<Protocol::tcp>();
  check_round_trips<Protocol::udp>();
  check_round_trips<Protocol::dccp>();
  check_round_trips<Protocol::sctp>();
}

TEST_CASE("every port stands in network byte order") {
  for (unsigned number = 0; number != 65536; ++number) {
    const auto port = *TcpPort::from(number);
    const auto v4 = read_as<sockaddr_in>(to_sockaddr(TcpEndpoint{Ipv4Address::any(), port}));
    const auto v6 = read_as<sockaddr_in6>(to_sockaddr(TcpEndpoint{Ipv6Address::any(), port}));
    if (ntohs(v4.sin_port) != number || ntohs(v6.sin6_port) != number) FAIL(number);
  }
}

TEST_CASE("an IPv4 address fills the structure as the system does") {
  const SocketAddress address = to_sockaddr(TcpEndpoint::of("192.0.2.1:443"));
  CHECK(address.size() == sizeof(sockaddr_in));
  CHECK(address.family() == AF_INET);
  const auto read = read_as<sockaddr_in>(address);
  sockaddr_in expected{};
  REQUIRE(inet_pton(AF_INET, "192.0.2.1", &expected.sin_addr) == 1);
  CHECK(read.sin_family == AF_INET);
  CHECK(std::memcmp(&read.sin_addr, &expected.sin_addr, 4) == 0);
  CHECK(std::memcmp(read.sin_zero, expected.sin_zero, sizeof read.sin_zero) == 0);
}

TEST_CASE("an IPv6 address fills the structure as the system does") {
  const SocketAddress address = to_sockaddr(UdpEndpoint::of("[2001:db8::dead:beef%9]:53"));
  CHECK(address.size() == sizeof(sockaddr_in6));
  CHECK(address.family() == AF_INET6);
  const auto read = read_as<sockaddr_in6>(address);
  sockaddr_in6 expected{};
  REQUIRE(inet_pton(AF_INET6, "2001:db8::dead:beef", &expected.sin6_addr) == 1);
  CHECK(read.sin6_family == AF_INET6);
  CHECK(std::memcmp(&read.sin6_addr, &expected.sin6_addr, 16) == 0);
  CHECK(read.sin6_scope_id == 9);
  CHECK(read.sin6_flowinfo == 0);
}

TEST_CASE("a flow label does not keep an address from being read") {
  auto labelled = read_as<sockaddr_in6>(to_sockaddr(TcpEndpoint::of("[::1]:80")));
  labelled.sin6_flowinfo = 0x12345;
  CHECK(from_sockaddr<Protocol::tcp>(SocketAddress{labelled}) == TcpEndpoint::of("[::1]:80"));
}

TEST_CASE("the length member of BSD is set where there is one") {
  struct {
    std::uint8_t sin_len;
    char rest[15];
  } v4{};
  struct {
    std::uint8_t sin6_len;
    char rest[27];
  } v6{};
  sockaddr_in here{};
  detail::set_length_member(v4);
  detail::set_length_member(v6);
  detail::set_length_member(here);
  CHECK(v4.sin_len == 16);
  CHECK(v6.sin6_len == 28);
}

TEST_CASE("what is no socket address of IP is none") {
  CHECK(from_sockaddr<Protocol::tcp>(nullptr, 0) == std::nullopt);
  CHECK(from_sockaddr<Protocol::tcp>(nullptr, 28) == std::nullopt);
  CHECK(from_sockaddr(nullptr, 28, Protocol::tcp) == std::nullopt);
  CHECK(from_sockaddr<Protocol::tcp>(SocketAddress{}) == std::nullopt);
  for (const int family : {AF_UNSPEC, AF_UNIX, 250}) {
    SocketAddress foreign = to_sockaddr(TcpEndpoint::of("[::1]:80"));
    foreign.data()->sa_family = static_cast<decltype(sockaddr::sa_family)>(family);
    CAPTURE(family);
    CHECK(foreign.family() == family);
    CHECK(from_sockaddr<Protocol::tcp>(foreign) == std::nullopt);
    CHECK(from_sockaddr(foreign, Protocol::tcp) == std::nullopt);
  }
}

TEST_CASE("a size that does not hold the structure is refused, a larger one is not") {
  // The room is exactly the size said, so that a sanitizer sees a read behind it.
  const auto read = [](const SocketAddress& address, std::size_t size) {
    std::vector<unsigned char> room(size);
    if (size != 0) std::memcpy(room.data(), address.data(), std::min(size, sizeof(sockaddr_in6)));
    return from_sockaddr<Protocol::tcp>(reinterpret_cast<const sockaddr*>(room.data()),
                                        static_cast<socklen_t>(size));
  };
  const TcpEndpoint v4 = TcpEndpoint::of("192.0.2.1:443");
  const TcpEndpoint v6 = TcpEndpoint::of("[2001:db8::1%3]:443");
  for (std::size_t size = 0; size != 130; ++size) {
    CAPTURE(size);
    CHECK(read(to_sockaddr(v4), size).has_value() == (size >= sizeof(sockaddr_in)));
    CHECK(read(to_sockaddr(v6), size).has_value() == (size >= sizeof(sockaddr_in6)));
  }
  CHECK(read(to_sockaddr(v4), sizeof(sockaddr_storage)) == v4);
  CHECK(read(to_sockaddr(v6), sizeof(sockaddr_storage)) == v6);
  if constexpr (std::is_signed_v<socklen_t>) {
    socklen_t negative = 0;
    --negative;
    CHECK(from_sockaddr<Protocol::tcp>(to_sockaddr(v4).data(), negative) == std::nullopt);
  }
}

TEST_CASE("a socket address to be filled is empty and offers its whole room each time") {
  SocketAddress address;
  CHECK(address.size() == SocketAddress::capacity());
  CHECK(address.family() == AF_UNSPEC);
  CHECK(*address.out_size() == SocketAddress::capacity());
  *address.out_size() = sizeof(sockaddr_in);
  CHECK(address.size() == sizeof(sockaddr_in));
  CHECK(*address.out_size() == SocketAddress::capacity());
  CHECK(address.size() == SocketAddress::capacity());

  address = to_sockaddr(TcpEndpoint::of("192.0.2.1:443"));
  CHECK(*address.out_size() == SocketAddress::capacity());
  CHECK(from_sockaddr<Protocol::tcp>(address) == std::nullopt); // nothing old, if a call fails
}

// ---- sockets of this host ----------------------------------------------------------------------

namespace {

#if defined(_WIN32)
using Handle = SOCKET;
void close_handle(Handle handle) { closesocket(handle); }
const bool winsock_is_up = [] {
  WSADATA data;
  return WSAStartup(0x0202, &data) == 0;
}();
constexpr Handle no_handle = INVALID_SOCKET;
#else
using Handle = int;
void close_handle(Handle handle) { close(handle); }
constexpr Handle no_handle = -1;
#endif

class Socket {
public:
  Socket(int family, int type) : handle_{socket(family, type, 0)} {}
  explicit Socket(Handle handle) : handle_{handle} {}
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket() { close_handle(handle_); }

  [[nodiscard]] bool is_open() const { return handle_ != no_handle; }
  [[nodiscard]] Handle handle() const { return handle_; }
  /// Error: -1
  [[nodiscard]] int bind_to(const SocketAddress& address) const {
    return bind(handle_, address.data(), address.size());
  }
  template <Protocol P>
  [[nodiscard]] std::optional<Endpoint<P>> local() const {
    SocketAddress address;
    if (getsockname(handle_, address.data(), address.out_size()) != 0) return std::nullopt;
    return from_sockaddr<P>(address);
  }

private:
  Handle handle_;
};

void check_tcp(const IpAddress& address) {
  CAPTURE(to_string(address));
  const TcpEndpoint wanted{address, 0_tcp};
  const int family = to_sockaddr(wanted).family();
  const Socket listener{family, SOCK_STREAM};
  if (!listener.is_open() || listener.bind_to(to_sockaddr(wanted)) != 0) {
    MESSAGE("skipped: this host cannot bind ", to_string(wanted));
    return;
  }
  REQUIRE(listen(listener.handle(), 4) == 0);
  const auto bound = listener.local<Protocol::tcp>();
  REQUIRE(bound.has_value());
  CHECK(bound->address() == address);
  CHECK_FALSE(bound->port().is_zero());

  const Socket client{family, SOCK_STREAM};
  const SocketAddress target = to_sockaddr(*bound);
  REQUIRE(connect(client.handle(), target.data(), target.size()) == 0);
  SocketAddress peer = to_sockaddr(TcpEndpoint{}); // used before, for something else
  const Socket accepted{accept(listener.handle(), peer.data(), peer.out_size())};
  REQUIRE(accepted.is_open());
  CHECK(from_sockaddr<Protocol::tcp>(peer) == client.local<Protocol::tcp>());
  CHECK(accepted.local<Protocol::tcp>() == bound);
}

void check_udp(const IpAddress& address) {
  CAPTURE(to_string(address));
  const UdpEndpoint wanted{address, 0_udp};
  const int family = to_sockaddr(wanted).family();
  const Socket server{family, SOCK_DGRAM};
  const Socket client{family, SOCK_DGRAM};
  if (!server.is_open() || server.bind_to(to_sockaddr(wanted)) != 0) {
    MESSAGE("skipped: this host cannot bind ", to_string(wanted));
    return;
  }
  REQUIRE(client.bind_to(to_sockaddr(wanted)) == 0);
  const auto bound = server.local<Protocol::udp>();
  REQUIRE(bound.has_value());
  const SocketAddress target = to_sockaddr(*bound);
  REQUIRE(sendto(client.handle(), "hello", 5, 0, target.data(), target.size()) == 5);
  char buffer[8];
  SocketAddress from;
  REQUIRE(recvfrom(server.handle(), buffer, sizeof buffer, 0, from.data(), from.out_size()) == 5);
  CHECK(from_sockaddr<Protocol::udp>(from) == client.local<Protocol::udp>());
  CHECK(from_sockaddr(from, Protocol::udp) == client.local<Protocol::udp>());
}

} // namespace

TEST_CASE("TCP over loopback: bind, getsockname, connect, accept") {
  check_tcp(Ipv4Address::loopback());
  check_tcp(Ipv6Address::loopback());
}

TEST_CASE("UDP over loopback: bind, sendto, recvfrom") {
  check_udp(Ipv4Address::loopback());
  check_udp(Ipv6Address::loopback());
}

TEST_CASE("a dual-stack socket shows an IPv4 peer mapped") {
  const Socket listener{AF_INET6, SOCK_STREAM};
  const char off[sizeof(int)] = {};
  if (!listener.is_open() ||
      setsockopt(listener.handle(), IPPROTO_IPV6, IPV6_V6ONLY, off, sizeof off) != 0 ||
      listener.bind_to(to_sockaddr(TcpEndpoint{Ipv6Address::any(), 0_tcp})) != 0) {
    MESSAGE("skipped: this host has no dual-stack sockets");
    return;
  }
  REQUIRE(listen(listener.handle(), 4) == 0);
  const auto bound = listener.local<Protocol::tcp>();
  REQUIRE(bound.has_value());
  const Socket client{AF_INET, SOCK_STREAM};
  const SocketAddress target = to_sockaddr(TcpEndpoint{Ipv4Address::loopback(), bound->port()});
  REQUIRE(connect(client.handle(), target.data(), target.size()) == 0);
  SocketAddress peer;
  const Socket accepted{accept(listener.handle(), peer.data(), peer.out_size())};
  const auto from = from_sockaddr<Protocol::tcp>(peer);
  REQUIRE(from.has_value());
  CHECK(from->address() == Ipv4Address::loopback().v4_mapped());
  CHECK(from->address().unmapped() == Ipv4Address::loopback());
}

#if defined(__linux__)
TEST_CASE("a socket of another family has no endpoint, however long its address") {
  const Socket unnamed{AF_UNIX, SOCK_STREAM};
  REQUIRE(unnamed.is_open());
  SocketAddress address;
  REQUIRE(getsockname(unnamed.handle(), address.data(), address.out_size()) == 0);
  CHECK(address.size() < sizeof(sockaddr_in));
  CHECK(from_sockaddr<Protocol::tcp>(address) == std::nullopt);

  const Socket named{AF_UNIX, SOCK_STREAM};
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  // An abstract name, which begins with a NUL and leaves no file behind.
  const std::string text = "portkit-sockaddr-test-" + std::to_string(getpid()) + "-a long name";
  std::memcpy(name.sun_path + 1, text.data(), text.size());
  REQUIRE(bind(named.handle(), reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0);
  REQUIRE(getsockname(named.handle(), address.data(), address.out_size()) == 0);
  CHECK(address.size() == SocketAddress::capacity()); // and not as much as the system says
  CHECK(address.family() == AF_UNIX);
  CHECK(from_sockaddr<Protocol::tcp>(address) == std::nullopt);
}
#endif
