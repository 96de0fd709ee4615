// SPDX-License-Identifier: BSL-1.0
#include <portkit/endpoint.hpp>
#include <portkit/policy.hpp>
#include <portkit/port.hpp>
#include <portkit/string.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <cstdint>
#include <functional>
#include <locale>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>

// As corpus.test.cpp: bugs that other programs had, here with addresses and endpoints, each under
// the name by which it can be looked up.

using namespace portkit;
using namespace std::string_view_literals;

namespace {

/// Refused for this reason, at these bytes, whatever the protocol.
void check_refused(std::string_view text, ParseErrc code, std::uint32_t position,
                   std::uint32_t length) {
  CAPTURE(text);
  const ParseError expected{code, position, length};
  const Result<TcpEndpoint> typed = parse<TcpEndpoint>(text);
  REQUIRE_FALSE(typed.has_value());
  CHECK(typed.error() == expected);
  const Result<TransportEndpoint> both = parse<TransportEndpoint>(std::string{text} + "/udp");
  REQUIRE_FALSE(both.has_value());
  CHECK(both.error() == expected);
}

void check_reads_back(std::string_view text) {
  CAPTURE(text);
  const Result<TcpEndpoint> endpoint = parse<TcpEndpoint>(text);
  REQUIRE(endpoint.has_value());
  CHECK(to_string(*endpoint) == text);
  CHECK(parse<TcpEndpoint>(to_string(*endpoint)) == *endpoint);
}

} // namespace

// ---- B4, B5: the port behind an address ---------------------------------------------------------

TEST_CASE("B5 asio-441: the port of \"127.0.0.1:300800\" is not 38656") {
  check_refused("127.0.0.1:300800", ParseErrc::out_of_range, 10, 6);
  check_refused("[::1]:300800", ParseErrc::out_of_range, 6, 6);
}
TEST_CASE("B4 go#80168: in \"192.0.2.1:4294985376\", 2^32 + 18080 is not 18080") {
  check_refused("192.0.2.1:4294985376", ParseErrc::out_of_range, 10, 10);
}
TEST_CASE("B4 pdns#4382: \"[2001:db8::1]:65589\", 65536 + 53, is not port 53") {
  check_refused("[2001:db8::1]:65589", ParseErrc::out_of_range, 14, 5);
}

// ---- B9 to B11: leading zeros, no port, port 0 --------------------------------------------------

TEST_CASE(
    "B9 CVE-2021-28918, CVE-2021-29921, CVE-2021-29923: 010.0.0.1 is neither 8... nor 10...") {
  // Some readers take an octal number, others a decimal one: a filter and a socket disagree.
  PORTKIT_CHECK(parse<IpAddress>("010.0.0.1").error() ==
                ParseError{ParseErrc::octet_leading_zero, 0, 1});
  PORTKIT_CHECK(parse<IpAddress>("127.0.0.01").error() ==
                ParseError{ParseErrc::octet_leading_zero, 8, 1});
  PORTKIT_CHECK(parse<IpAddress>("::ffff:010.0.0.1").error() ==
                ParseError{ParseErrc::octet_leading_zero, 7, 1});
  check_refused("010.0.0.1:80", ParseErrc::octet_leading_zero, 0, 1);
}
TEST_CASE("B9 protovalidate-cc#87, werkzeug#3236: \"127.0.0.1:0080\" is refused") {
  check_refused("127.0.0.1:0080", ParseErrc::leading_zero, 10, 2);
}
TEST_CASE("B9 ada#1168, urllib3#2806: or taken, where that is asked for") {
  PORTKIT_CHECK(parse<TcpEndpoint>("127.0.0.1:0080", ParseOptions::leading_zeros_allowed) ==
                TcpEndpoint::of("127.0.0.1:80"));
}
TEST_CASE("B10 CVE-2019-14809, CVE-2022-0686, curl#6283: an address and a colon have no port") {
  check_refused("127.0.0.1:", ParseErrc::missing_port, 10, 0);
  check_refused("[::1]:", ParseErrc::missing_port, 6, 0);
  check_refused("127.0.0.1:javascript", ParseErrc::not_a_digit, 10, 1);
  check_refused("[::1]javascript", ParseErrc::text_after_bracket, 5, 1);
}
TEST_CASE(
    "B11 strands-robots#1952, aeron#1216: port 0 can be bound and is refused for connecting") {
  PORTKIT_CHECK(parse<TcpEndpoint>("0.0.0.0:0")->port().is_zero());
  PORTKIT_CHECK(parse<TcpEndpoint>("192.0.2.1:0", ParseOptions::nonzero_port).error() ==
                ParseError{ParseErrc::zero_port, 10, 1});
}

// ---- B12, B20: what must not change places ------------------------------------------------------

TEST_CASE("B12 3x-ui#4103, kubernetes#39188: one address has 443/tcp beside 443/udp") {
  std::set<TransportEndpoint> bound{TcpEndpoint::of("[::]:443"), UdpEndpoint::of("[::]:443")};
  CHECK(bound.size() == 2);
  CHECK(bound.erase(TcpEndpoint::of("[::]:443")) == 1);
  CHECK(*bound.begin() == UdpEndpoint::of("[::]:443"));
}
TEST_CASE("B20 docker-cli#2250, Cosmos-Server#232: no part of an endpoint stands for another") {
  static_assert(std::is_constructible_v<TcpEndpoint, IpAddress, TcpPort>);
  static_assert(!std::is_constructible_v<TcpEndpoint, TcpPort, IpAddress>);
  static_assert(!std::is_constructible_v<TcpEndpoint, IpAddress, UdpPort>);
  static_assert(!std::is_constructible_v<TcpEndpoint, IpAddress, int>);
  // A copy with another port names the part that changes.
  PORTKIT_CHECK(TcpEndpoint::of("[::1]:8080").with_port(80_tcp) == TcpEndpoint::of("[::1]:80"));
}

// ---- B21: IPv6 before a port --------------------------------------------------------------------

TEST_CASE("B21 pdns#9432: \"1::33:99\" and \"1:33::99\" are read alike, as no endpoint") {
  check_refused("1::33:99", ParseErrc::missing_brackets, 0, 8);
  check_refused("1:33::99", ParseErrc::missing_brackets, 0, 8);
  PORTKIT_CHECK(parse<TcpEndpoint>("[1::33]:99") == TcpEndpoint{"1::33"_ip, 99_tcp});
  PORTKIT_CHECK(parse<IpAddress>("1::33:99") == "1:0:0:0:0:0:33:99"_ip);
}
TEST_CASE("B21 munin#1508, motion#885: \"::1:80\" is an error and not a guess") {
  check_refused("::1:80", ParseErrc::missing_brackets, 0, 6);
  check_refused("::", ParseErrc::missing_brackets, 0, 2);
  check_refused("2001:db8::1", ParseErrc::missing_brackets, 0, 11);
  check_refused("::ffff:192.0.2.1:80", ParseErrc::missing_brackets, 0, 19);
}
TEST_CASE("B21 moby#3788, compose-spec#149, podman#6529: IPv6 in brackets is read") {
  PORTKIT_CHECK(parse<TcpEndpoint>("[::1]:8080") == TcpEndpoint{Ipv6Address::loopback(), 8080_tcp});
  PORTKIT_CHECK(parse<TransportEndpoint>("[2001:db8::1]:80/tcp") ==
                TransportEndpoint{"2001:db8::1"_ip, 80_tcp});
  check_refused("[::1:8080", ParseErrc::unclosed_bracket, 0, 1);
}
TEST_CASE("B21 simplexmq#1870, factor#2666: what is printed reads back") {
  check_reads_back("[::]:0");
  check_reads_back("[::1]:443");
  check_reads_back("[2001:db8::1:0:0:1]:65535");
  check_reads_back("[::ffff:192.0.2.1]:80");
  check_reads_back("[fe80::1%3]:53");
  check_reads_back("192.0.2.1:80");
}

// ---- B22: the zone ------------------------------------------------------------------------------

TEST_CASE(
    "B22 community.docker#65: a zone is read in brackets; its name is the host's to resolve") {
  PORTKIT_CHECK(parse<UdpEndpoint>("[fe80::1%2]:53")->address() == "fe80::1%2"_ip);
  check_refused("[fe80::1%eno1]:53", ParseErrc::scope_not_a_number, 9, 4);
}
TEST_CASE("B22 bitcoin#21985: the zone is printed") {
  CHECK(to_string("fe80::1%3"_ip) == "fe80::1%3");
  CHECK(to_string(TcpEndpoint::of("[fe80::1%3]:8333")) == "[fe80::1%3]:8333");
  CHECK(to_string(TransportEndpoint::of("[fe80::1%3]:8333/tcp")) == "[fe80::1%3]:8333/tcp");
}
TEST_CASE("B22 ice#5771: the zone is compared, ordered and hashed") {
  constexpr TcpEndpoint three = TcpEndpoint::of("[fe80::1%3]:80");
  constexpr TcpEndpoint four = TcpEndpoint::of("[fe80::1%4]:80");
  PORTKIT_CHECK(three != four);
  PORTKIT_CHECK(three < four);
  PORTKIT_CHECK(TransportEndpoint{three} != TransportEndpoint{four});
  PORTKIT_CHECK(hash_value(three) != hash_value(four));
  PORTKIT_CHECK(three != TcpEndpoint::of("[fe80::1]:80"));
  CHECK(std::unordered_set<TcpEndpoint>{three, four}.size() == 2);
}
TEST_CASE("B22 rust-rfcs#1992, libs-team#476: the zone is part of the address") {
  PORTKIT_CHECK("fe80::1"_ipv6.with_scope(3).scope_id() == 3);
  PORTKIT_CHECK(TcpEndpoint{"fe80::1%3"_ip, 80_tcp}.with_port(81_tcp).address() == "fe80::1%3"_ip);
  PORTKIT_CHECK("fe80::1%3"_ipv6.is_link_local());
}

// ---- B25, B31 -----------------------------------------------------------------------------------

TEST_CASE("B25 portless#330, container#1985: macOS frees the wildcard address only") {
  PORTKIT_CHECK(!is_privileged(TcpEndpoint::of("0.0.0.0:80"), macos_defaults));
  PORTKIT_CHECK(!is_privileged(TcpEndpoint::of("[::]:80"), macos_defaults));
  PORTKIT_CHECK(is_privileged(TcpEndpoint::of("127.0.0.1:80"), macos_defaults));
  PORTKIT_CHECK(is_privileged(TcpEndpoint::of("[::1]:80"), macos_defaults));
}
TEST_CASE("B31 libzmq#3385: a locale that groups digits does not reach \"tcp://127.0.0.1:39375\"") {
  struct Grouping : std::numpunct<char> {
    char do_thousands_sep() const override { return ','; }
    std::string do_grouping() const override { return "\3"; }
  };
  const std::locale before = std::locale::global(std::locale{std::locale{}, new Grouping});
  std::ostringstream control;
  control << std::uint16_t{39375};
  const std::string endpoint = to_string(TcpEndpoint::of("127.0.0.1:39375"));
  const std::string zone = to_string("fe80::1%39375"_ip);
  const Result<TcpEndpoint> grouped = parse<TcpEndpoint>("127.0.0.1:39,375");
  std::locale::global(before);

  CHECK(control.str() == "39,375"); // the locale does group
  CHECK(endpoint == "127.0.0.1:39375");
  CHECK(zone == "fe80::1%39375");
  REQUIRE_FALSE(grouped.has_value());
  CHECK(grouped.error() == ParseError{ParseErrc::not_a_digit, 12, 1});
}

// ---- faults of other libraries ------------------------------------------------------------------

TEST_CASE("F1 getaddrinfo: truncates, takes the empty text, blanks and signs behind an address") {
  check_refused("127.0.0.1:65616", ParseErrc::out_of_range, 10, 5);
  check_refused("127.0.0.1:", ParseErrc::missing_port, 10, 0);
  check_refused("127.0.0.1: 80", ParseErrc::not_a_digit, 10, 1);
  check_refused("127.0.0.1:+80", ParseErrc::not_a_digit, 10, 1);
  check_refused("[::1]:-0", ParseErrc::not_a_digit, 6, 1);
}
TEST_CASE("F1 getaddrinfo, inet_aton: \"127.1\", \"0x7f.1\" and \"2130706433\" are no addresses") {
  PORTKIT_CHECK(parse<IpAddress>("127.1").error() == ParseError{ParseErrc::missing_octet, 5, 0});
  PORTKIT_CHECK(parse<IpAddress>("0x7f.1").error() ==
                ParseError{ParseErrc::not_an_address_character, 1, 1});
  PORTKIT_CHECK(parse<IpAddress>("2130706433").error() ==
                ParseError{ParseErrc::octet_out_of_range, 0, 10});
}
TEST_CASE("F5 Boost.URL: \":65536\" is no port, and surely not 0") {
  check_refused("127.0.0.1:65536", ParseErrc::out_of_range, 10, 5);
  check_refused("[::1]:65536", ParseErrc::out_of_range, 6, 5);
}
TEST_CASE("F6 Asio's endpoint hash: tcp and udp of one address are told apart") {
  constexpr TcpEndpoint tcp = TcpEndpoint::of("192.0.2.1:443");
  constexpr UdpEndpoint udp = UdpEndpoint::of("192.0.2.1:443");
  CHECK(std::hash<TcpEndpoint>{}(tcp) != std::hash<UdpEndpoint>{}(udp));
  CHECK(std::hash<TransportEndpoint>{}(tcp) != std::hash<TransportEndpoint>{}(udp));
  CHECK(std::hash<TransportEndpoint>{}(tcp) == std::hash<TcpEndpoint>{}(tcp));
}
TEST_CASE("F7 beman.net: udp exists, and no endpoint converts from one of another protocol") {
  PORTKIT_CHECK(UdpEndpoint::of("127.0.0.1:53").port() == 53_udp);
  static_assert(facts::Castable<TcpEndpoint, TcpEndpoint> &&
                !facts::Castable<TcpEndpoint, UdpEndpoint>);
  struct Anything {};
  static_assert(!facts::Castable<TcpEndpoint, Anything>);
  static_assert(!facts::Castable<TransportEndpoint, Anything>);
}
TEST_CASE("F7 beman.net: an IPv6 endpoint prints its address, and loopback() is not any()") {
  CHECK(to_string(TcpEndpoint{Ipv6Address::loopback(), 80_tcp}) == "[::1]:80");
  PORTKIT_CHECK(Ipv6Address::loopback() != Ipv6Address::any());
  PORTKIT_CHECK(Ipv4Address::loopback() != Ipv4Address::any());
  PORTKIT_CHECK(Ipv6Address::loopback().is_loopback());
  PORTKIT_CHECK(Ipv4Address::loopback().is_loopback());
}
TEST_CASE(
    "F12 go-connections: \"127.0.0.1:80/foo\" is refused, and without a protocol it is not tcp") {
  PORTKIT_CHECK(parse<TransportEndpoint>("127.0.0.1:80/foo").error() ==
                ParseError{ParseErrc::unknown_protocol, 13, 3});
  PORTKIT_CHECK(parse<TransportEndpoint>("127.0.0.1:80").error() ==
                ParseError{ParseErrc::missing_protocol, 12, 0});
}
TEST_CASE("F17 ice#5352: 65535 is the last port of an endpoint") {
  check_reads_back("127.0.0.1:65535");
  check_refused("127.0.0.1:65536", ParseErrc::out_of_range, 10, 5);
}

// Not here: host and container port (B20) are those of a PortMapping; the elision of default ports
// (B23), names before a port (B10, F5 in URLs) belong to schemes and URLs.
