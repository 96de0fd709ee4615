// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_ADAPTERS_ASIO_CASES_HPP
#define PORTKIT_TESTS_ADAPTERS_ASIO_CASES_HPP

#include <portkit/asio.hpp>

#include <portkit/port.hpp>
#include <portkit/service.hpp>
#include <portkit/string.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

// What is the same for Asio and Boost.Asio.  Net names their types.

namespace asio_cases {

using namespace portkit;

template <class To, class From>
concept ToAsio = requires(const From& from) { to_asio<To>(from); };
template <class From>
concept FromAsio = requires(const From& from) { from_asio(from); };
template <class Resolver, class... Arguments>
concept Resolves = requires(Resolver& resolver, std::string_view host, Arguments... arguments) {
  resolve(resolver, host, arguments...);
};

inline const std::array addresses{"0.0.0.0"_ip,   "127.0.0.1"_ip,
                                  "192.0.2.1"_ip, "255.255.255.255"_ip,
                                  "::"_ip,        "::1"_ip,
                                  "1.2.3.4"_ip,   "102:304:506:708:90a:b0c:d0e:f10"_ip,
                                  "fe80::1%7"_ip, "::ffff:192.0.2.1"_ip,
                                  "::1.2.3.4"_ip, "ff02::1%4294967295"_ip};
// Clang 14 links literals in templates to functions that do not exist.
inline constexpr TcpPort lowest = 1_tcp;
inline constexpr TcpPort highest = 65535_tcp;
inline constexpr std::array ports{0_port,   1_port,     255_port,  256_port,
                                  443_port, 65280_port, 65535_port};

/// What the compiler lets through, beside its nearest neighbour.
template <class Net>
void check_types() {
  using TcpEnd = typename Net::tcp::endpoint;
  using UdpEnd = typename Net::udp::endpoint;
  using IcmpEnd = typename Net::icmp::endpoint;
  static_assert(ToAsio<TcpEnd, TcpEndpoint> && ToAsio<UdpEnd, UdpEndpoint>);
  static_assert(!ToAsio<TcpEnd, UdpEndpoint> && !ToAsio<UdpEnd, TcpEndpoint>);
  static_assert(!ToAsio<TcpEnd, SctpEndpoint> && !ToAsio<UdpEnd, DccpEndpoint>);
  static_assert(!ToAsio<IcmpEnd, TcpEndpoint> && !ToAsio<IcmpEnd, UdpEndpoint>);
  static_assert(!ToAsio<TcpEnd, TransportEndpoint> && !ToAsio<TcpEnd, IpAddress>);
  static_assert(FromAsio<TcpEnd> && !FromAsio<IcmpEnd> && !FromAsio<int>);
  static_assert(std::is_same_v<decltype(from_asio(TcpEnd{})), TcpEndpoint>);
  static_assert(std::is_same_v<decltype(from_asio(UdpEnd{})), UdpEndpoint>);

  static_assert(ToAsio<typename Net::address, IpAddress>);
  static_assert(ToAsio<typename Net::address, Ipv4Address>); // which is an IpAddress
  static_assert(ToAsio<typename Net::address_v4, Ipv4Address>);
  static_assert(!ToAsio<typename Net::address_v4, Ipv6Address>);
  static_assert(!ToAsio<typename Net::address_v4, IpAddress>);
  static_assert(ToAsio<typename Net::address_v6, Ipv6Address>);
  static_assert(!ToAsio<typename Net::address_v6, Ipv4Address>);
  static_assert(!ToAsio<typename Net::address_v6, IpAddress>);
  static_assert(std::is_same_v<decltype(from_asio(typename Net::address{})), IpAddress>);
  static_assert(std::is_same_v<decltype(from_asio(typename Net::address_v4{})), Ipv4Address>);
  static_assert(std::is_same_v<decltype(from_asio(typename Net::address_v6{})), Ipv6Address>);
}

/// Each address against what Asio itself makes of the same text.
template <class Net>
void check_addresses(auto make_address) {
  using Address = typename Net::address;
  for (const IpAddress& address : addresses) {
    CAPTURE(to_string(address));
    const auto theirs = to_asio<Address>(address);
    CHECK(from_asio(theirs) == address);
    const bool has_scope = address.is_v6() && address.v6()->scope_id() != 0;
    if (!has_scope) CHECK(theirs == make_address(to_string(address).c_str()));
    CHECK(theirs.is_v4() == address.is_v4());
    if (address.is_v4()) {
      CHECK(from_asio(to_asio<typename Net::address_v4>(*address.v4())) == *address.v4());
    } else {
      CHECK(from_asio(to_asio<typename Net::address_v6>(*address.v6())) == *address.v6());
      CHECK(theirs.to_v6().scope_id() == address.v6()->scope_id());
    }
  }
  CHECK(from_asio(Address{}) == IpAddress{});
  CHECK(to_string(from_asio(make_address("2001:db8::5"))) == "2001:db8::5");
}

template <class Net, Protocol P>
void check_endpoints() {
  using Theirs = typename std::conditional_t<P == Protocol::tcp, typename Net::tcp,
                                             typename Net::udp>::endpoint;
  for (const IpAddress& address : addresses) {
    for (const Port port : ports) {
      const Endpoint<P> endpoint{address, TypedPort<P>{port}};
      CAPTURE(to_string(endpoint));
      const auto theirs = to_asio<Theirs>(endpoint);
      CHECK(theirs.port() == port.value());
      CHECK(theirs.address() == to_asio<typename Net::address>(address));
      CHECK(from_asio(theirs) == endpoint);
    }
  }
  CHECK(from_asio(Theirs{}) == Endpoint<P>{});
}

/// Texts that the resolver must not be given.  Source: Asio issue 441.
struct Misread {
  std::string_view text;
  ParseErrc code;
  std::uint16_t as; ///< what glibc takes it for
};
inline constexpr Misread misread[]{
    {"300800", ParseErrc::out_of_range, 38656},  {"65536", ParseErrc::out_of_range, 0},
    {"65616", ParseErrc::out_of_range, 80},      {"70000", ParseErrc::out_of_range, 4464},
    {"4294967376", ParseErrc::out_of_range, 80}, {"", ParseErrc::empty, 0},
    {"+80", ParseErrc::not_a_digit, 80},         {" 80", ParseErrc::not_a_digit, 80},
    {"080", ParseErrc::leading_zero, 80},        {"-0", ParseErrc::not_a_digit, 0},
};

template <class Net>
void check_misread() {
  using Tcp = typename Net::tcp;
  typename Net::io_context context;
  typename Tcp::resolver resolver{context};
  int taken = 0;
  for (const Misread& wrong : misread) {
    const std::string_view text = wrong.text;
    CAPTURE(text);
    CHECK(parse_service<Protocol::tcp>(text).error().code == wrong.code);
    typename Net::error_code error;
    const auto found = resolver.resolve("127.0.0.1", text, Tcp::resolver::numeric_service, error);
    if (error || found.empty()) continue;
    ++taken;
    WARN(found.begin()->endpoint().port() == wrong.as);
  }
#if defined(__GLIBC__)
  CHECK(taken > 0); // once this fails, the fault is mended and this header says too much
#else
  MESSAGE("this system takes ", taken, " of these texts for a port");
#endif
}

template <class Net>
void check_resolver() {
  using Tcp = typename Net::tcp;
  using Udp = typename Net::udp;
  using Error = typename Net::error_code&;
  using Resolver = typename Tcp::resolver;
  static_assert(Resolves<Resolver, TcpPort> && Resolves<Resolver, TcpPort, Error>);
  static_assert(!Resolves<Resolver, UdpPort> && !Resolves<Resolver, Port>);
  static_assert(!Resolves<Resolver, const char*> && !Resolves<Resolver, std::string_view, Error>);
  static_assert(!Resolves<Resolver, int> && !Resolves<Resolver, std::uint16_t, Error>);
  static_assert(Resolves<typename Udp::resolver, UdpPort>);
  static_assert(!Resolves<typename Udp::resolver, TcpPort>);
  static_assert(!Resolves<typename Net::icmp::resolver, TcpPort>);

  typename Net::io_context context;
  Resolver tcp{context};
  typename Udp::resolver udp{context};
  typename Net::error_code error;
  for (const Port port : ports) {
    CAPTURE(port.value());
    for (const auto& entry : resolve(tcp, "127.0.0.1", TcpPort{port}, error))
      CHECK(from_asio(entry.endpoint()) == TcpEndpoint{Ipv4Address::loopback(), TcpPort{port}});
    CHECK_FALSE(error);
    for (const auto& entry : resolve(udp, "::1", UdpPort{port}, error))
      CHECK(from_asio(entry.endpoint()) == UdpEndpoint{Ipv6Address::loopback(), UdpPort{port}});
    CHECK_FALSE(error);
    const auto found = resolve(tcp, "127.0.0.1", TcpPort{port});
    REQUIRE(found.size() == 1);
    CHECK(found.begin()->endpoint().port() == port.value());
  }
  const auto https = parse_service<Protocol::tcp>("HTTPS");
  REQUIRE(https.has_value());
  const auto found = resolve(tcp, "127.0.0.1", *https, error);
  REQUIRE(found.size() == 1);
  CHECK(from_asio(found.begin()->endpoint()) == TcpEndpoint::of("127.0.0.1:443"));

  const std::string no_host(300, 'x'); // too long to be asked for over the network
  CHECK(resolve(tcp, no_host, *https, error).empty());
  CHECK(error);
  CHECK_THROWS((void)resolve(tcp, no_host, *https));
}

template <class Net>
void check_async_resolver(auto use_future) {
  using Resolver = typename Net::tcp::resolver;
  typename Net::io_context context;
  Resolver resolver{context};
  bool is_called = false;
  async_resolve(resolver, "127.0.0.1", highest,
                [&](const typename Net::error_code& error, const auto& found) {
                  is_called = true;
                  CHECK_FALSE(error);
                  REQUIRE(found.size() == 1);
                  CHECK(from_asio(found.begin()->endpoint()) == TcpEndpoint::of("127.0.0.1:65535"));
                });
  // A token that returns something.  The host's and the port's text are gone before it runs.
  auto later = async_resolve(resolver, std::string{"127.0.0.2"}, lowest, use_future);
  context.run();
  CHECK(is_called);
  const auto found = later.get();
  REQUIRE(found.size() == 1);
  CHECK(from_asio(found.begin()->endpoint()) == TcpEndpoint::of("127.0.0.2:1"));
}

} // namespace asio_cases

#endif // PORTKIT_TESTS_ADAPTERS_ASIO_CASES_HPP
