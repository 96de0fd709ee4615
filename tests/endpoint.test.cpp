// SPDX-License-Identifier: BSL-1.0
#include <portkit/endpoint.hpp>
#include <portkit/policy.hpp>
#include <portkit/port.hpp>
#include <portkit/string.hpp>

#include "address_cases.hpp"
#include "address_reference.hpp"
#include "check.hpp"
#include "facts.hpp"
#include "random.hpp"

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

using namespace portkit;
using namespace std::string_view_literals;
using address_cases::hostile_bytes;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<TcpEndpoint, 28, 4>);
static_assert(facts::PlainValue<TransportEndpoint, 28, 4>);
static_assert(std::regular<TcpEndpoint> && std::totally_ordered<TcpEndpoint>);
static_assert(std::totally_ordered<TransportEndpoint>);
static_assert(std::three_way_comparable<TcpEndpoint, std::strong_ordering>);
static_assert(std::three_way_comparable<TransportEndpoint, std::strong_ordering>);
static_assert(facts::Constant<TcpEndpoint::of("192.0.2.1:443")>::value.port() == 443_tcp);
static_assert(facts::Constant<TransportEndpoint::of("[::1]:53/udp")>::value.port() == 53_udp);
static_assert(TcpEndpoint::protocol == Protocol::tcp && UdpEndpoint::protocol == Protocol::udp &&
              DccpEndpoint::protocol == Protocol::dccp && SctpEndpoint::protocol == Protocol::sctp);

// There is no neutral protocol.
static_assert(std::is_default_constructible_v<TcpEndpoint>);
static_assert(!std::is_default_constructible_v<TransportEndpoint>);

// Of an address and a port of the same protocol, and of nothing less.
static_assert(std::is_constructible_v<TcpEndpoint, IpAddress, TcpPort>);
static_assert(std::is_constructible_v<TcpEndpoint, Ipv4Address, TcpPort>);
static_assert(std::is_constructible_v<TcpEndpoint, Ipv6Address, TcpPort>);
static_assert(!std::is_constructible_v<TcpEndpoint, IpAddress, UdpPort>);
static_assert(!std::is_constructible_v<TcpEndpoint, IpAddress, Port>);
static_assert(!std::is_constructible_v<TcpEndpoint, IpAddress, TransportPort>);
static_assert(!std::is_constructible_v<TcpEndpoint, IpAddress, int>);
static_assert(!std::is_constructible_v<TcpEndpoint, IpAddress, std::uint16_t>);
static_assert(!std::is_constructible_v<TcpEndpoint, TcpPort, IpAddress>);
static_assert(!std::is_constructible_v<TcpEndpoint, IpAddress>);
static_assert(!std::is_constructible_v<TcpEndpoint, const char*>);
static_assert(std::is_constructible_v<TransportEndpoint, IpAddress, TransportPort>);
static_assert(std::is_constructible_v<TransportEndpoint, IpAddress, UdpPort>);
static_assert(!std::is_constructible_v<TransportEndpoint, IpAddress, Port>);
static_assert(!std::is_constructible_v<TransportEndpoint, IpAddress, int>);

// Endpoints of two protocols have nothing to do with each other (F7: one converts from any there).
static_assert(facts::Equatable<TcpEndpoint, TcpEndpoint> &&
              facts::Orderable<TcpEndpoint, TcpEndpoint> &&
              facts::Assignable<TcpEndpoint, TcpEndpoint>);
static_assert(!facts::Equatable<TcpEndpoint, UdpEndpoint> &&
              !facts::Orderable<TcpEndpoint, UdpEndpoint> &&
              !facts::Assignable<TcpEndpoint, UdpEndpoint> &&
              !facts::Castable<TcpEndpoint, UdpEndpoint> &&
              !facts::Constructible<TcpEndpoint, UdpEndpoint>);
static_assert(!std::common_with<TcpEndpoint, UdpEndpoint>);

// To the pair with the protocol nothing is lost; the way back is `as`.
static_assert(std::is_nothrow_convertible_v<TcpEndpoint, TransportEndpoint>);
static_assert(facts::Convertible<SctpEndpoint, TransportEndpoint>);
static_assert(!facts::Castable<TcpEndpoint, TransportEndpoint>);
static_assert(!facts::Castable<TransportPort, TransportEndpoint>);
static_assert(!facts::Castable<IpAddress, TransportEndpoint>);
static_assert(facts::Equatable<TransportEndpoint, TcpEndpoint> &&
              facts::Equatable<UdpEndpoint, TransportEndpoint>);
static_assert(facts::Orderable<TransportEndpoint, TcpEndpoint> &&
              facts::Orderable<UdpEndpoint, TransportEndpoint>);
static_assert(!facts::Equatable<TcpEndpoint, IpAddress> && !facts::Equatable<TcpEndpoint, TcpPort>);
static_assert(!facts::Equatable<TransportEndpoint, TransportPort> &&
              !facts::Equatable<TransportEndpoint, int>);

static_assert(std::is_nothrow_default_constructible_v<TcpEndpoint>);
static_assert(std::is_nothrow_constructible_v<TcpEndpoint, IpAddress, TcpPort>);
static_assert(std::is_nothrow_constructible_v<TransportEndpoint, IpAddress, TransportPort>);
template <class E>
concept NeverThrows =
    noexcept(std::declval<E>().address()) && noexcept(std::declval<E>().port()) &&
    noexcept(std::declval<E>().with_port(80_tcp)) &&
    noexcept(std::declval<E>() == std::declval<E>()) &&
    noexcept(std::declval<E>() < std::declval<E>()) && noexcept(hash_value(std::declval<E>())) &&
    noexcept(std::hash<E>{}(std::declval<E>())) && noexcept(parse<E>(std::string_view{})) &&
    noexcept(to_chars(nullptr, nullptr, std::declval<E>()));
static_assert(NeverThrows<TcpEndpoint> && NeverThrows<TransportEndpoint>);
static_assert(noexcept(std::declval<TransportEndpoint>().protocol()) &&
              noexcept(std::declval<TransportEndpoint>().as<Protocol::tcp>()));

namespace {

constexpr ParseOptions strict = ParseOptions::strict;
constexpr ParseOptions zeros = ParseOptions::leading_zeros_allowed;
constexpr ParseOptions nonzero = ParseOptions::nonzero_port;
constexpr std::array all_options{strict, zeros, nonzero, zeros | nonzero};

/// The same error from every type of endpoint, TransportEndpoint with a protocol behind.
constexpr bool is_refused(std::string_view text, ParseErrc code, std::uint32_t position,
                          std::uint32_t length, ParseOptions options = strict) {
  const ParseError expected{code, position, length};
  char with_protocol[128] = {};
  std::size_t size = 0;
  for (const char c : text) with_protocol[size++] = c;
  for (const char c : "/tcp"sv) with_protocol[size++] = c;
  return parse<TcpEndpoint>(text, options).error() == expected &&
         parse<SctpEndpoint>(text, options).error() == expected &&
         parse<TransportEndpoint>(text, options).error() == expected &&
         parse<TransportEndpoint>({with_protocol, size}, options).error() == expected;
}

template <class E>
void check_with_all_options(std::string_view text) {
  for (const ParseOptions options : all_options) address_cases::check_text<E>(text, options);
}
constexpr auto check = [](std::string_view text) {
  address_cases::check_text<TcpEndpoint>(text);
  address_cases::check_text<TransportEndpoint>(text);
};

} // namespace

// ---- values -----------------------------------------------------------------------------------

TEST_CASE("an Endpoint is an address and a port") {
  constexpr TcpEndpoint endpoint{"192.0.2.1"_ip, 443_tcp};
  PORTKIT_CHECK(endpoint.address() == "192.0.2.1"_ip);
  PORTKIT_CHECK(endpoint.port() == 443_tcp);
  PORTKIT_CHECK(endpoint.with_port(80_tcp) == TcpEndpoint{"192.0.2.1"_ip, 80_tcp});
  PORTKIT_CHECK(TcpEndpoint{} == TcpEndpoint{"0.0.0.0"_ip, 0_tcp});
  PORTKIT_CHECK(UdpEndpoint{"::1"_ipv6, 53_udp}.address() == "::1"_ip);
  PORTKIT_CHECK(TcpEndpoint::of("192.0.2.1:443") == endpoint);
  PORTKIT_CHECK(TcpEndpoint::of("[fe80::1%3]:443").address().v6()->scope_id() == 3);
}

TEST_CASE("a TransportEndpoint is an address and a port with its protocol") {
  constexpr TransportEndpoint endpoint{"192.0.2.1"_ip, 53_udp};
  PORTKIT_CHECK(endpoint.address() == "192.0.2.1"_ip);
  PORTKIT_CHECK(endpoint.port() == 53_udp);
  PORTKIT_CHECK(endpoint.protocol() == Protocol::udp);
  PORTKIT_CHECK(endpoint.with_port(443_tcp) == TransportEndpoint{"192.0.2.1"_ip, 443_tcp});
  PORTKIT_CHECK(endpoint.with_port(443_tcp).protocol() == Protocol::tcp);
  PORTKIT_CHECK(TransportEndpoint::of("192.0.2.1:53/udp") == endpoint);
  PORTKIT_CHECK(TransportEndpoint{UdpEndpoint{"192.0.2.1"_ip, 53_udp}} == endpoint);
}

TEST_CASE("a TransportEndpoint gives the Endpoint of its own protocol only") {
  constexpr UdpEndpoint typed{"::1"_ip, 53_udp};
  constexpr TransportEndpoint endpoint = typed;
  PORTKIT_CHECK(endpoint.as<Protocol::udp>() == std::optional{typed});
  PORTKIT_CHECK(endpoint.as<Protocol::tcp>() == std::nullopt);
  PORTKIT_CHECK(endpoint.as<Protocol::dccp>() == std::nullopt);
  PORTKIT_CHECK(endpoint.as<Protocol::sctp>() == std::nullopt);
  PORTKIT_CHECK(TransportEndpoint::of("1.2.3.4:0/sctp").as<Protocol::sctp>() ==
                std::optional{SctpEndpoint{"1.2.3.4"_ip, 0_sctp}});
}

TEST_CASE("visit calls the function once, with the Endpoint of the protocol") {
  constexpr auto protocol_of = [](const auto& endpoint) { return endpoint.protocol; };
  PORTKIT_CHECK(TransportEndpoint::of("1.2.3.4:1/tcp").visit(protocol_of) == Protocol::tcp);
  PORTKIT_CHECK(TransportEndpoint::of("1.2.3.4:1/dccp").visit(protocol_of) == Protocol::dccp);
  for (const Protocol protocol : all_protocols) {
    const TransportEndpoint endpoint{"fe80::1%3"_ip, TransportPort{protocol, 443_port}};
    int calls = 0;
    endpoint.visit([&]<Protocol P>(const Endpoint<P>& typed) {
      ++calls;
      CHECK(P == protocol);
      CHECK(typed == endpoint);
    });
    CHECK(calls == 1);
  }
  int target = 0;
  int& reference =
      TransportEndpoint::of("[::]:1/udp").visit([&](const auto&) -> int& { return target; });
  CHECK(&reference == &target);
}

TEST_CASE("endpoints are ordered by address, then by port, then by protocol") {
  PORTKIT_CHECK(TcpEndpoint::of("1.2.3.4:80") < TcpEndpoint::of("1.2.3.4:443"));
  PORTKIT_CHECK(TcpEndpoint::of("1.2.3.4:443") < TcpEndpoint::of("1.2.3.5:80"));
  PORTKIT_CHECK(TcpEndpoint::of("255.255.255.255:1") < TcpEndpoint::of("[::]:0"));
  PORTKIT_CHECK(TcpEndpoint::of("[fe80::1%3]:2") < TcpEndpoint::of("[fe80::1%4]:1"));
  PORTKIT_CHECK(TransportEndpoint::of("1.2.3.4:80/sctp") < TransportEndpoint::of("1.2.3.4:81/tcp"));
  PORTKIT_CHECK(TransportEndpoint::of("1.2.3.4:80/tcp") < TransportEndpoint::of("1.2.3.4:80/udp"));
  PORTKIT_CHECK(TransportEndpoint::of("1.2.3.4:80/udp") > TcpEndpoint::of("1.2.3.4:80"));
  PORTKIT_CHECK(TransportEndpoint::of("1.2.3.4:80/tcp") == TcpEndpoint::of("1.2.3.4:80"));
  PORTKIT_CHECK(TransportEndpoint::of("1.2.3.4:80/tcp") != UdpEndpoint::of("1.2.3.4:80"));
  PORTKIT_CHECK(UdpEndpoint::of("1.2.3.4:80") <= TransportEndpoint::of("1.2.3.4:80/udp"));
}

TEST_CASE("a host's policy is asked of an endpoint, since it may depend on the address") {
  PORTKIT_CHECK(is_privileged(TcpEndpoint::of("[::]:80"), linux_defaults));
  PORTKIT_CHECK(!is_privileged(TcpEndpoint::of("[::]:80"), macos_defaults));
  PORTKIT_CHECK(!is_privileged(TransportEndpoint::of("0.0.0.0:80/tcp"), macos_defaults));
  PORTKIT_CHECK(is_privileged(TransportEndpoint::of("127.0.0.1:80/tcp"), macos_defaults));
  PORTKIT_CHECK(is_privileged(TcpEndpoint::of("[::1]:80"), macos_defaults));
}

// ---- hashing ----------------------------------------------------------------------------------

TEST_CASE("an Endpoint hashes as its TransportEndpoint, and protocols hash apart") {
  for (const IpAddress& address : {"0.0.0.0"_ip, "192.0.2.1"_ip, "::1"_ip, "fe80::1%3"_ip})
    for (const Port port : {0_port, 53_port, 443_port, 65535_port}) {
      const TcpEndpoint tcp{address, TcpPort{port}};
      const UdpEndpoint udp{address, UdpPort{port}};
      CHECK(std::hash<TcpEndpoint>{}(tcp) == hash_value(tcp));
      CHECK(std::hash<TransportEndpoint>{}(tcp) == std::hash<TcpEndpoint>{}(tcp));
      CHECK(std::hash<TransportEndpoint>{}(udp) == std::hash<UdpEndpoint>{}(udp));
      CHECK(std::hash<UdpEndpoint>{}(udp) != std::hash<TcpEndpoint>{}(tcp));
      using address_cases::absl_hash_input;
      CHECK(absl_hash_input(tcp) == absl_hash_input(TransportEndpoint{tcp}));
      CHECK(absl_hash_input(tcp) != absl_hash_input(udp));
      CHECK(absl_hash_input(tcp) != absl_hash_input(tcp.with_port(80_tcp)));
    }
  CHECK(address_cases::absl_hash_input(TcpEndpoint::of("1.2.3.4:80")) !=
        address_cases::absl_hash_input(TcpEndpoint::of("1.2.3.5:80")));
}

TEST_CASE("a TransportEndpoint is a key of hash tables, in which an Endpoint is found too") {
  std::unordered_map<TransportEndpoint, std::string_view> owners{
      {TcpEndpoint::of("[::1]:53"), "dns over tcp"}, {UdpEndpoint::of("[::1]:53"), "dns"}};
  CHECK(owners.size() == 2);
  CHECK(owners.at(UdpEndpoint::of("[::1]:53")) == "dns");
  CHECK(owners.erase(TcpEndpoint::of("[::1]:53")) == 1);
  CHECK(owners.at(TransportEndpoint::of("[::1]:53/udp")) == "dns");
}

TEST_CASE("neighbouring endpoints spread over the low bits of their hashes") {
  using address_cases::check_spread;
  const auto number = [](std::uint32_t i) { return static_cast<std::uint16_t>(i); };
  const auto byte = [](std::uint32_t i) { return static_cast<std::uint8_t>(i & 0xFF); };
  for (const IpAddress& address : {"192.0.2.1"_ip, "2001:db8::1"_ip, "fe80::1%3"_ip}) {
    check_spread<TcpEndpoint>(
        [&](std::uint32_t i) { return TcpEndpoint{address, TcpPort{number(i)}}; });
    check_spread<TransportEndpoint>([&](std::uint32_t i) { // 16,384 ports of each protocol
      const Port port{number(49152 + i / 4)};
      return TransportEndpoint{address, TransportPort{all_protocols[i % 4], port}};
    });
  }
  check_spread<TcpEndpoint>([&](std::uint32_t i) {
    return TcpEndpoint{Ipv4Address{10, 0, byte(i >> 8), byte(i)}, 443_tcp};
  });
  check_spread<TcpEndpoint>([&](std::uint32_t i) { // 256 clients with 256 ports each
    return TcpEndpoint{Ipv4Address{10, 0, 0, byte(i >> 8)}, TcpPort{number(49152 + i % 256)}};
  });
  for (std::size_t place = 0; place != 16; place += 2) {
    CAPTURE(place);
    check_spread<UdpEndpoint>([&](std::uint32_t i) {
      std::array<unsigned char, 16> bytes{0x20, 1, 0x0D, 0xB8};
      bytes[place] = byte(i >> 8);
      bytes[place + 1] = byte(i);
      return UdpEndpoint{Ipv6Address::from_bytes(bytes), 443_udp};
    });
  }
}

// ---- text -------------------------------------------------------------------------------------

TEST_CASE("an Endpoint's text is the address, a colon and the port, IPv6 in brackets") {
  PORTKIT_CHECK(parse<TcpEndpoint>("192.0.2.1:443") == TcpEndpoint{"192.0.2.1"_ip, 443_tcp});
  PORTKIT_CHECK(parse<UdpEndpoint>("[2001:DB8:0::1]:53") == UdpEndpoint{"2001:db8::1"_ip, 53_udp});
  PORTKIT_CHECK(parse<TcpEndpoint>("[fe80::1%3]:0") == TcpEndpoint{"fe80::1%3"_ip, 0_tcp});
  PORTKIT_CHECK(parse<TcpEndpoint>("[::ffff:1.2.3.4]:65535") ==
                TcpEndpoint{"::ffff:1.2.3.4"_ip, 65535_tcp});
  PORTKIT_CHECK(address_cases::is_canonical<TcpEndpoint>("192.0.2.1:443"));
  PORTKIT_CHECK(address_cases::is_canonical<DccpEndpoint>("[fe80::1%3]:5004"));
  PORTKIT_CHECK(address_cases::is_canonical<SctpEndpoint>("[::]:0"));
}

TEST_CASE("a TransportEndpoint's text is followed by a slash and the protocol") {
  PORTKIT_CHECK(parse<TransportEndpoint>("192.0.2.1:443/tcp") ==
                TransportEndpoint{"192.0.2.1"_ip, 443_tcp});
  PORTKIT_CHECK(parse<TransportEndpoint>("[::1]:53/UDP") == TransportEndpoint{"::1"_ip, 53_udp});
  PORTKIT_CHECK(parse<TransportEndpoint>("[::1]:53/udp") != TcpEndpoint{"::1"_ip, 53_tcp});
  PORTKIT_CHECK(address_cases::is_canonical<TransportEndpoint>("192.0.2.1:443/tcp"));
  PORTKIT_CHECK(address_cases::is_canonical<TransportEndpoint>("[fe80::1%3]:53/udp"));
  PORTKIT_CHECK(address_cases::is_canonical<TransportEndpoint>("[::]:5004/dccp"));
  PORTKIT_CHECK(address_cases::is_canonical<TransportEndpoint>("0.0.0.0:0/sctp"));
}

TEST_CASE("a refused endpoint names the rule and the place in the whole text") {
  PORTKIT_CHECK(is_refused("", ParseErrc::empty, 0, 0));
  PORTKIT_CHECK(is_refused(":443", ParseErrc::empty, 0, 0));
  PORTKIT_CHECK(is_refused("443", ParseErrc::octet_out_of_range, 0, 3));
  PORTKIT_CHECK(is_refused("example.com:443", ParseErrc::not_an_address_character, 0, 1));
  PORTKIT_CHECK(is_refused("localhost:443", ParseErrc::not_an_address_character, 0, 1));
  PORTKIT_CHECK(is_refused("192.0.2:443", ParseErrc::missing_octet, 7, 0));
  PORTKIT_CHECK(is_refused("192.0.2.256:443", ParseErrc::octet_out_of_range, 8, 3));
  PORTKIT_CHECK(is_refused("192.0.2.01:443", ParseErrc::octet_leading_zero, 8, 1));
  PORTKIT_CHECK(is_refused("192.0.2.1 :443", ParseErrc::not_an_address_character, 9, 1));
  PORTKIT_CHECK(is_refused("192.0.2.1", ParseErrc::missing_port, 9, 0));
  PORTKIT_CHECK(is_refused("192.0.2.1:", ParseErrc::missing_port, 10, 0));
  PORTKIT_CHECK(is_refused("192.0.2.1:x", ParseErrc::not_a_digit, 10, 1));
  PORTKIT_CHECK(is_refused("192.0.2.1:+80", ParseErrc::not_a_digit, 10, 1));
  PORTKIT_CHECK(is_refused("192.0.2.1: 80", ParseErrc::not_a_digit, 10, 1));
  PORTKIT_CHECK(is_refused("192.0.2.1:80:90", ParseErrc::not_a_digit, 12, 1));
  PORTKIT_CHECK(is_refused("192.0.2.1:65536", ParseErrc::out_of_range, 10, 5));
  PORTKIT_CHECK(is_refused("192.0.2.1:4294967376", ParseErrc::out_of_range, 10, 10));
  PORTKIT_CHECK(is_refused("192.0.2.1:0080", ParseErrc::leading_zero, 10, 2));

  PORTKIT_CHECK(is_refused("::1:80", ParseErrc::missing_brackets, 0, 6));
  PORTKIT_CHECK(is_refused("::1", ParseErrc::missing_brackets, 0, 3));
  PORTKIT_CHECK(is_refused("fe80::1%3:80", ParseErrc::missing_brackets, 0, 12));
  PORTKIT_CHECK(is_refused("::ffff:1.2.3.4:80", ParseErrc::missing_brackets, 0, 17));
  PORTKIT_CHECK(is_refused("[::1", ParseErrc::unclosed_bracket, 0, 1));
  PORTKIT_CHECK(is_refused("[::1:80", ParseErrc::unclosed_bracket, 0, 1));
  PORTKIT_CHECK(is_refused("[", ParseErrc::unclosed_bracket, 0, 1));
  PORTKIT_CHECK(is_refused("[]:80", ParseErrc::not_ipv6_in_brackets, 1, 0));
  PORTKIT_CHECK(is_refused("[1.2.3.4]:80", ParseErrc::not_ipv6_in_brackets, 1, 7));
  PORTKIT_CHECK(is_refused("[localhost]:80", ParseErrc::not_ipv6_in_brackets, 1, 9));
  PORTKIT_CHECK(is_refused("[v1.x]:80", ParseErrc::not_ipv6_in_brackets, 1, 4));
  PORTKIT_CHECK(is_refused("[::1]", ParseErrc::missing_port, 5, 0));
  PORTKIT_CHECK(is_refused("[::1]:", ParseErrc::missing_port, 6, 0));
  PORTKIT_CHECK(is_refused("[::1]80", ParseErrc::text_after_bracket, 5, 1));
  PORTKIT_CHECK(is_refused("[::1] :80", ParseErrc::text_after_bracket, 5, 1));
  PORTKIT_CHECK(is_refused("[::1]]:80", ParseErrc::text_after_bracket, 5, 1));
  PORTKIT_CHECK(is_refused("[[::1]]:80", ParseErrc::not_an_address_character, 1, 1));
  PORTKIT_CHECK(is_refused("[::12345]:80", ParseErrc::group_too_long, 3, 5));
  PORTKIT_CHECK(is_refused("[1::2::3]:80", ParseErrc::second_double_colon, 5, 2));
  PORTKIT_CHECK(is_refused("[1:2:3]:80", ParseErrc::missing_group, 6, 0));
  PORTKIT_CHECK(is_refused("[::1.2.3]:80", ParseErrc::missing_octet, 8, 0));
  PORTKIT_CHECK(is_refused("[fe80::1%eth0]:80", ParseErrc::scope_not_a_number, 9, 4));
  PORTKIT_CHECK(is_refused("[fe80::1%]:80", ParseErrc::scope_not_a_number, 9, 0));
  PORTKIT_CHECK(is_refused("[fe80::1%4294967296]:80", ParseErrc::scope_out_of_range, 9, 10));
  PORTKIT_CHECK(is_refused("[::1]:65536", ParseErrc::out_of_range, 6, 5));
  PORTKIT_CHECK(is_refused("[::1]:-1", ParseErrc::not_a_digit, 6, 1));
  PORTKIT_CHECK(is_refused(" [::1]:80", ParseErrc::missing_brackets, 0, 9));
}

TEST_CASE("a TransportEndpoint without a known protocol is refused") {
  constexpr auto error_of = [](std::string_view text) {
    return address_cases::error_of<TransportEndpoint>(text);
  };
  PORTKIT_CHECK(error_of("1.2.3.4:80") == ParseError{ParseErrc::missing_protocol, 10, 0});
  PORTKIT_CHECK(error_of("1.2.3.4:80/") == ParseError{ParseErrc::missing_protocol, 11, 0});
  PORTKIT_CHECK(error_of("1.2.3.4:80/foo") == ParseError{ParseErrc::unknown_protocol, 11, 3});
  PORTKIT_CHECK(error_of("1.2.3.4:80/icmp") == ParseError{ParseErrc::unknown_protocol, 11, 4});
  PORTKIT_CHECK(error_of("1.2.3.4:80/tcp ") == ParseError{ParseErrc::unknown_protocol, 11, 4});
  PORTKIT_CHECK(error_of("1.2.3.4:80/tcp/") == ParseError{ParseErrc::unknown_protocol, 11, 4});
  PORTKIT_CHECK(error_of("[::1]:80") == ParseError{ParseErrc::missing_protocol, 8, 0});
  PORTKIT_CHECK(error_of("[::1]:80/6") == ParseError{ParseErrc::unknown_protocol, 9, 1});
  PORTKIT_CHECK(error_of("[::1]/tcp") == ParseError{ParseErrc::missing_port, 5, 0});
  PORTKIT_CHECK(error_of("/tcp") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of("x:80/foo") == ParseError{ParseErrc::not_an_address_character, 0, 1});
  // And one with a protocol is no Endpoint, whose type says it.
  PORTKIT_CHECK(parse<TcpEndpoint>("1.2.3.4:80/tcp").error() ==
                ParseError{ParseErrc::not_a_digit, 10, 1});
}

TEST_CASE("what is wrong with an endpoint is said in plain English") {
  const auto message_of = [](std::string_view text) -> std::string_view {
    return parse<TcpEndpoint>(text).error().message();
  };
  CHECK(message_of("1.2.3.4") == "the port is missing, as in :443");
  CHECK(message_of("::1:80") ==
        "an IPv6 address before a port stands in brackets, as in [::1]:443");
  CHECK(message_of("[::1:80") == "the bracket is never closed");
  CHECK(message_of("[1.2.3.4]:80") == "only an IPv6 address stands in brackets");
  CHECK(message_of("[::1]80") == "behind the bracket comes nothing but a colon and a port");
}

TEST_CASE("options say what the port of an endpoint may be") {
  PORTKIT_CHECK(parse<TcpEndpoint>("1.2.3.4:0080", zeros) == TcpEndpoint{"1.2.3.4"_ip, 80_tcp});
  PORTKIT_CHECK(parse<TcpEndpoint>("[::1]:000", zeros) == TcpEndpoint{"::1"_ip, 0_tcp});
  PORTKIT_CHECK(parse<TransportEndpoint>("[::1]:080/tcp", zeros) == TcpEndpoint{"::1"_ip, 80_tcp});
  PORTKIT_CHECK(parse<TcpEndpoint>("1.2.3.4:1", nonzero) == TcpEndpoint{"1.2.3.4"_ip, 1_tcp});
  PORTKIT_CHECK(parse<TcpEndpoint>("0.0.0.0:0") == TcpEndpoint{}); // to bind
  PORTKIT_CHECK(is_refused("1.2.3.4:0", ParseErrc::zero_port, 8, 1, nonzero));
  PORTKIT_CHECK(is_refused("[::1]:0", ParseErrc::zero_port, 6, 1, nonzero));
  PORTKIT_CHECK(is_refused("[::1]:00", ParseErrc::leading_zero, 6, 1, nonzero));
  PORTKIT_CHECK(is_refused("[::1]:00", ParseErrc::zero_port, 6, 2, nonzero | zeros));
  PORTKIT_CHECK(is_refused("[::1]:065536", ParseErrc::out_of_range, 6, 6, zeros));
  // The address and its scope id are no port.
  PORTKIT_CHECK(is_refused("01.2.3.4:80", ParseErrc::octet_leading_zero, 0, 1, zeros));
  PORTKIT_CHECK(is_refused("[::1%03]:80", ParseErrc::scope_not_a_number, 5, 2, zeros));
}

TEST_CASE("a text of 4 GiB is refused as an endpoint") {
  address_cases::check_too_long<TcpEndpoint>(
      "192.0.2.1:443/tcp and what follows, which is not read");
  address_cases::check_too_long<TcpEndpoint>("[::1]:443/tcp and what follows, which is not read");
  address_cases::check_too_long<TransportEndpoint>(
      "192.0.2.1:443/tcp and what follows, which is not read");
  address_cases::check_too_long<TransportEndpoint>(
      "[::1]:443/tcp and what follows, which is not read");
}

TEST_CASE("every short hostile text is read as an endpoint as the specification says") {
  using address_cases::for_each_text;
  for_each_text(hostile_bytes, 6, "", "", check);
  for_each_text(hostile_bytes, 4, "1.2.3.4", "", check);
  for_each_text(hostile_bytes, 4, "[::1", "", check);
  for_each_text(hostile_bytes, 4, "[::1", "/tcp", check);
  for_each_text(hostile_bytes, 3, "[::1%", "]:80/tcp", check);
  for_each_text("1:.[]%/", 6, "", "1/tcp", check);
  for_each_text("1:[]", 8, "", "", check); // [::]:1 and longer
}

TEST_CASE("every short hostile port of an endpoint is read as specified, with every option") {
  using address_cases::for_each_text;
  constexpr std::string_view bytes = "0569+: /x\0\xD9"sv;
  for_each_text(bytes, 5, "1.2.3.4:", "", check_with_all_options<TcpEndpoint>);
  for_each_text(bytes, 4, "[::1]:", "", check_with_all_options<UdpEndpoint>);
  for_each_text(bytes, 4, "[::1]:", "/udp", check_with_all_options<TransportEndpoint>);
  for_each_text("tcpudTs /\0"sv, 4, "1.2.3.4:80/", "", check_with_all_options<TransportEndpoint>);
}

TEST_CASE("endpoints of any length are refused without an overflow") {
  for (std::size_t length = 1; length <= 300; ++length) {
    const std::string nines(length, '9');
    for (const std::string& text :
         {"1.2.3.4:" + nines, "[::1]:" + nines, "[::" + nines + "]:1", std::string(length, '['),
          std::string(length, ']'), std::string(length, ':'),
          joined({"[", std::string(length, ']'), ":1"})})
      check(text);
  }
}

TEST_CASE("endpoints are written as specified and read back") {
  Random random{3};
  for (int i = 0; i != 200'000; ++i) {
    reference::Endpoint expected;
    expected.address.is_v6 = random.below(2) == 0;
    expected.port = random.below(65536) >> random.below(17);
    std::array<unsigned char, 16> bytes{};
    for (unsigned char& byte : bytes)
      byte = random.below(2) == 0 ? 0 : static_cast<unsigned char>(random.below(256));
    expected.address.bytes.assign(bytes.begin(), bytes.begin() + (expected.address.is_v6 ? 16 : 4));
    if (expected.address.is_v6 && random.below(4) == 0)
      expected.address.scope = static_cast<unsigned>(random.next() >> 32 >> random.below(32));
    const IpAddress address =
        expected.address.is_v6
            ? IpAddress{Ipv6Address::from_bytes(bytes).with_scope(expected.address.scope)}
            : IpAddress{Ipv4Address{bytes[0], bytes[1], bytes[2], bytes[3]}};
    const Port port{static_cast<std::uint16_t>(expected.port)};
    const TcpEndpoint endpoint{address, TcpPort{port}};
    const std::string text = reference::write_endpoint(expected);
    if (to_string(endpoint) != text) FAIL_CHECK("written wrongly: " << text);
    if (parse<TcpEndpoint>(text) != endpoint) FAIL_CHECK("read wrongly: " << text);

    const Protocol protocol = all_protocols[random.below(4)];
    expected.protocol = static_cast<unsigned>(protocol);
    const TransportEndpoint both{address, TransportPort{protocol, port}};
    const std::string with_protocol = reference::write_endpoint(expected);
    if (to_string(both) != with_protocol) FAIL_CHECK("written wrongly: " << with_protocol);
    if (parse<TransportEndpoint>(with_protocol) != both)
      FAIL_CHECK("read wrongly: " << with_protocol);
  }
}

TEST_CASE("an endpoint is written where it fits and nowhere else") {
  static_assert(max_text_size<TcpEndpoint> ==
                "[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295]:65535"sv.size());
  static_assert(max_text_size<UdpEndpoint> == max_text_size<TcpEndpoint>);
  static_assert(max_text_size<TransportEndpoint> ==
                "[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295]:65535/sctp"sv.size());
  for (const std::string text :
       {"0.0.0.0:0", "192.0.2.1:443", "255.255.255.255:65535", "[::]:0", "[fe80::1%3]:53",
        "[::ffff:1.2.3.4]:80", "[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295]:65535"}) {
    address_cases::check_rooms<TcpEndpoint>(text);
    address_cases::check_rooms<TransportEndpoint>(text + "/tcp");
    address_cases::check_rooms<TransportEndpoint>(text + "/dccp");
  }
  address_cases::check_rooms<TransportEndpoint>(
      "[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295]:65535/sctp");
}
