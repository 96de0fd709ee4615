// SPDX-License-Identifier: BSL-1.0
#include <portkit/zone.hpp>

#include <portkit/port.hpp>
#include <portkit/string.hpp>

#include "check.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

using namespace portkit;

template <class T>
concept HasZone = requires(const T& value) { with_zone(value); };
static_assert(HasZone<TcpEndpoint>);
static_assert(!HasZone<TcpPort>);
static_assert(!HasZone<portkit::Ipv4Address>);

namespace {

struct Zone {
  std::uint32_t scope;
  std::string name;
};

/// Some interface of this host; on Linux "lo".
[[nodiscard]] std::optional<Zone> some_zone() {
  for (std::uint32_t scope = 1; scope != 1000; ++scope) {
    char name[detail::max_zone_name + 1];
    if (if_indextoname(scope, name) != nullptr) return Zone{scope, name};
  }
  return std::nullopt;
}

/// The text with % and this zone in place of its %.
[[nodiscard]] std::string in_zone(std::string_view text, std::string_view zone) {
  const std::size_t percent = text.find('%');
  REQUIRE(percent != text.npos);
  return std::string{text.substr(0, percent + 1)}.append(zone).append(text.substr(percent + 1));
}

/// The name reads as the number would, whether the rest of the text is right or wrong.
template <class T>
void check_as_number(std::string_view text, const Zone& zone, ParseOptions options) {
  CAPTURE(text);
  const Result<T> named = parse_with_zone<T>(in_zone(text, zone.name), options);
  const Result<T> numbered = parse<T>(in_zone(text, std::to_string(zone.scope)), options);
  REQUIRE(named.has_value() == numbered.has_value());
  if (named) {
    CHECK(named == *numbered);
  } else {
    // As if the number were as long as the name.
    const std::string digits(zone.name.size(), '1');
    CHECK(named.error() == parse<T>(in_zone(text, digits), options).error());
  }
}

template <class T>
void check_unknown(const std::string& text, std::size_t position, std::size_t length) {
  CAPTURE(text);
  const Result<T> result = parse_with_zone<T>(text);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error() == ParseError{ParseErrc::unknown_zone, static_cast<std::uint32_t>(position),
                                     static_cast<std::uint32_t>(length)});
}

template <class T>
void check_printed(const T& value, const std::string& text) {
  CHECK(to_string(with_zone(value)) == text);
  CHECK(parse_with_zone<T>(text) == value);
  REQUIRE(text.size() <= max_text_size<WithZone<T>>);
  char room[max_text_size<WithZone<T>>];
  for (std::size_t size = 0; size != text.size(); ++size) {
    const auto place = to_chars(room, room + size, with_zone(value));
    CHECK(place.ec == std::errc::value_too_large);
    CHECK(place.ptr == room + size);
  }
  const auto place = to_chars(room, room + text.size(), with_zone(value));
  CHECK(place.ec == std::errc{});
  CHECK(place.ptr == room + text.size());
}

} // namespace

TEST_CASE("the name of a zone reads as its number") {
  const std::optional<Zone> zone = some_zone();
  if (!zone || zone->name.size() > 9) { // longer than a scope id
    MESSAGE("skipped: this host has no network interface of a short name");
    return;
  }
  const ParseOptions all_options[]{ParseOptions::strict, ParseOptions::leading_zeros_allowed,
                                   ParseOptions::nonzero_port};
  const std::string_view tails[]{
      "",     ":",       ":53",      ":053",      ":65536",   ":99999999999", "x",
      ":53x", ":53/tcp", "/tcp",     ":53/",      ":53/icmp", ":/tcp",        ":0/udp",
      ":0",   "]",       ":53/tcp/", ":053/sctp", "53",       ":65536/tcp"};
  for (const ParseOptions options : all_options) {
    for (const std::string_view address : {"fe80::1%", "::1%", "2001:db8::192.0.2.1%"}) {
      check_as_number<portkit::Ipv6Address>(address, *zone, options);
      check_as_number<IpAddress>(address, *zone, options);
      for (const std::string_view tail : tails) {
        const std::string text = "[" + std::string{address} + "]" + std::string{tail};
        check_as_number<TcpEndpoint>(text, *zone, options);
        check_as_number<SctpEndpoint>(text, *zone, options);
        check_as_number<TransportEndpoint>(text, *zone, options);
      }
    }
  }
  const std::string text = in_zone("[fe80::1%]:53", zone->name);
  const auto expected = "fe80::1"_ipv6.with_scope(zone->scope);
  CHECK(parse_with_zone<UdpEndpoint>(text) == UdpEndpoint{expected, 53_udp});
  CHECK(parse<UdpEndpoint>(text).error().code == ParseErrc::scope_not_a_number);
}

TEST_CASE("what needs no name reads as ever") {
  CHECK(parse_with_zone<IpAddress>("192.0.2.1") == "192.0.2.1"_ip);
  CHECK(parse_with_zone<portkit::Ipv6Address>("fe80::1%4294967295") == "fe80::1%4294967295"_ipv6);
  CHECK(parse_with_zone<TcpEndpoint>("[fe80::1%77]:53") == TcpEndpoint::of("[fe80::1%77]:53"));
  CHECK(parse_with_zone<TransportEndpoint>("[::1]:53/udp") ==
        TransportEndpoint::of("[::1]:53/udp"));
  for (const std::string_view wrong :
       {"", "x", "1.2.3.4%lo", "fe80::1%", "fe80::1%4294967296", "fe8x::1%lo", "1:2%lo", "[::1",
        "fe80::1%01", "fe80::1%00", "[fe80::1%01]:53"}) {
    CAPTURE(wrong);
    CHECK(parse_with_zone<IpAddress>(wrong).error() == parse<IpAddress>(wrong).error());
    CHECK(parse_with_zone<TcpEndpoint>(wrong).error() == parse<TcpEndpoint>(wrong).error());
  }
}

TEST_CASE("a zone that this host does not have is an error of its own, at its place") {
  check_unknown<portkit::Ipv6Address>("fe80::1%portkit-none", 8, 12);
  check_unknown<IpAddress>("fe80::1%portkit-none", 8, 12);
  check_unknown<TcpEndpoint>("[fe80::1%portkit-none]:53", 9, 12);
  check_unknown<TransportEndpoint>("[fe80::1%portkit-none]:53/udp", 9, 12);
  check_unknown<TcpEndpoint>("[fe80::1%portkit-none]:65536", 9, 12); // the first of two faults
  check_unknown<IpAddress>("fe80::1%" + std::string(1000, 'x'), 8, 1000);
  for (const std::size_t size : {14U, 15U, 16U, 17U, 255U, 256U, 257U})
    check_unknown<IpAddress>("fe80::1%" + std::string(size, '~'), 8, size);

  const std::optional<Zone> zone = some_zone();
  if (!zone) return;
  using namespace std::string_literals;
  check_unknown<IpAddress>("fe80::1%" + zone->name + "\0"s, 8, zone->name.size() + 1);
  check_unknown<IpAddress>("fe80::1%" + zone->name + "\0x"s, 8, zone->name.size() + 2);
  // What systems read as the name alone: the label of an alias, and on Windows a blank behind it.
  for (const char* const more : {":", ":1", " ", "\n", "/"})
    check_unknown<IpAddress>("fe80::1%" + zone->name + more, 8,
                             zone->name.size() + std::string_view{more}.size());
}

TEST_CASE("a name that the system or an endpoint would cut short is none, nor is a number") {
  using detail::is_zone_name;
  PORTKIT_CHECK(is_zone_name("lo"));
  PORTKIT_CHECK(is_zone_name("enp3s0.100"));
  PORTKIT_CHECK(is_zone_name("3com"));
  PORTKIT_CHECK(is_zone_name("wlan0-\xC3\xA9"));
  PORTKIT_CHECK(!is_zone_name(""));
  PORTKIT_CHECK(!is_zone_name("12"));
  PORTKIT_CHECK(!is_zone_name("03"));
  PORTKIT_CHECK(!is_zone_name("eth0:1"));
  PORTKIT_CHECK(!is_zone_name("a]b"));
  PORTKIT_CHECK(!is_zone_name("a/b"));
  PORTKIT_CHECK(!is_zone_name("a b"));
  PORTKIT_CHECK(!is_zone_name("a\t"));
  PORTKIT_CHECK(!is_zone_name({"a\0", 2}));
  const std::string longest(detail::max_zone_name, 'x');
  CHECK(is_zone_name(longest));
  CHECK_FALSE(is_zone_name(longest + "x"));
}

TEST_CASE("a value prints with the name of its zone") {
  const std::optional<Zone> zone = some_zone();
  if (!zone) {
    MESSAGE("skipped: this host has no network interface");
    return;
  }
  const portkit::Ipv6Address address = "fe80::1"_ipv6.with_scope(zone->scope);
  CHECK(with_zone(address).name() == zone->name);
  CHECK(with_zone(address).value() == address);
  check_printed<portkit::Ipv6Address>(address, "fe80::1%" + zone->name);
  check_printed<IpAddress>(address, "fe80::1%" + zone->name);
  check_printed(UdpEndpoint{address, 53_udp}, "[fe80::1%" + zone->name + "]:53");
  check_printed(TransportEndpoint{address, 53_udp}, "[fe80::1%" + zone->name + "]:53/udp");
  const portkit::Ipv6Address longest = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"_ipv6;
  check_printed<portkit::Ipv6Address>(longest.with_scope(zone->scope),
                                      to_string(longest) + "%" + zone->name);
}

TEST_CASE("a value without a zone, or of one that has no name, prints as ever") {
  check_printed("192.0.2.1"_ip, "192.0.2.1");
  check_printed("::1"_ip, "::1");
  check_printed("fe80::1%4294967295"_ipv6, "fe80::1%4294967295");
  check_printed(TcpEndpoint::of("127.0.0.1:80"), "127.0.0.1:80");
  check_printed(TcpEndpoint::of("[fe80::1%4294967295]:80"), "[fe80::1%4294967295]:80");
  CHECK(with_zone("fe80::1%4294967295"_ipv6).name().empty());
  CHECK(with_zone("192.0.2.1"_ip).name().empty());
}
