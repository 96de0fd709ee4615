// SPDX-License-Identifier: BSL-1.0
#include <portkit/port_mapping.hpp>
#include <portkit/string.hpp>

#include "address_cases.hpp"
#include "check.hpp"
#include "facts.hpp"
#include "list_samples.hpp"

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <unordered_set>
#include <vector>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<PortMapping, 40, 4>);
static_assert(std::totally_ordered<PortMapping>);
static_assert(std::three_way_comparable<PortMapping, std::strong_ordering>);
static_assert(!std::is_default_constructible_v<PortMapping>); // no container has no ports
static_assert(facts::Constant<PortMapping::of("8080:80")>::value.protocol() == Protocol::tcp);

// Only by name: two ranges in a row could be swapped (B20).
static_assert(!std::is_constructible_v<PortMapping, PortRange, PortRange>);
static_assert(!std::is_constructible_v<PortMapping, Port, Port>);
static_assert(!facts::Castable<PortMapping, PortMapping::Parts>); // the sizes may differ

static_assert(noexcept(parse<PortMapping>(std::string_view{})));
static_assert(noexcept(PortMapping::from(std::declval<PortMapping::Parts>())));
static_assert(noexcept(std::declval<PortMapping>().container_port(Port{})));
static_assert(noexcept(std::declval<PortMapping>().conflicts_with(std::declval<PortMapping>())));
static_assert(noexcept(hash_value(std::declval<PortMapping>())));
static_assert(noexcept(to_chars(nullptr, nullptr, std::declval<PortMapping>())));

namespace {

constexpr ParseError error_of(std::string_view text, ParseOptions options = ParseOptions::strict) {
  return parse<PortMapping>(text, options).error();
}

/// True if the text is read and printed as `printed`.
constexpr bool becomes(std::string_view text, std::string_view printed) {
  const Result<PortMapping> mapping = parse<PortMapping>(text);
  if (!mapping) return false;
  char room[max_text_size<PortMapping>] = {};
  const auto end = to_chars(room, room + sizeof room, *mapping);
  return end.ec == std::errc{} &&
         std::string_view(room, static_cast<std::size_t>(end.ptr - room)) == printed;
}

constexpr bool conflict(std::string_view a, std::string_view b) {
  const PortMapping first = *parse<PortMapping>(a);
  const PortMapping second = *parse<PortMapping>(b);
  return first.conflicts_with(second) && second.conflicts_with(first);
}
constexpr bool coexist(std::string_view a, std::string_view b) {
  const PortMapping first = *parse<PortMapping>(a);
  const PortMapping second = *parse<PortMapping>(b);
  return !first.conflicts_with(second) && !second.conflicts_with(first);
}

} // namespace

TEST_CASE("a mapping is what docker's option says") {
  static constexpr PortMapping mapping = PortMapping::of("127.0.0.1:8000-8010:80-90/udp");
  PORTKIT_CHECK(mapping.address() == IpAddress{Ipv4Address::loopback()});
  PORTKIT_CHECK(mapping.host() == PortRange::of(8000, 8010));
  PORTKIT_CHECK(mapping.container() == PortRange::of(80, 90));
  PORTKIT_CHECK(mapping.protocol() == Protocol::udp);

  static constexpr PortMapping least = PortMapping::of("80");
  PORTKIT_CHECK(!least.address());
  PORTKIT_CHECK(!least.host());
  PORTKIT_CHECK(least.container() == PortRange{80_port});
  PORTKIT_CHECK(least.protocol() == Protocol::tcp); // docker's default
}

TEST_CASE("a mapping is printed with its protocol") {
  PORTKIT_CHECK(becomes("80", "80/tcp"));
  PORTKIT_CHECK(becomes("8080:80", "8080:80/tcp"));
  PORTKIT_CHECK(becomes("53:53/UDP", "53:53/udp"));
  PORTKIT_CHECK(becomes("80-80:81-81/sctp", "80:81/sctp"));
  PORTKIT_CHECK(becomes("8000-8010:80-90/dccp", "8000-8010:80-90/dccp"));
  PORTKIT_CHECK(becomes("127.0.0.1:8080:80", "127.0.0.1:8080:80/tcp"));
  PORTKIT_CHECK(becomes("127.0.0.1::80-81", "127.0.0.1::80-81/tcp"));
  PORTKIT_CHECK(becomes("[::1]:8080:80", "[::1]:8080:80/tcp"));
  PORTKIT_CHECK(becomes("[0::0]::80", "[::]::80/tcp"));
  PORTKIT_CHECK(becomes("[fe80::1%3]:0-65535:0-65535", "[fe80::1%3]:0-65535:0-65535/tcp"));
}

TEST_CASE("the longest text fits, and no longer one than the room") {
  constexpr std::string_view longest = "[1111:2222:3333:4444:5555:6666:7777:8888%4294967295]:"
                                       "60000-65535:50000-55535/dccp";
  static_assert(longest.size() <= max_text_size<PortMapping>);
  const PortMapping mapping = *parse<PortMapping>(longest);
  std::string room(longest.size(), '#');
  CHECK(to_chars(room.data(), room.data() + room.size(), mapping).ec == std::errc{});
  CHECK(room == longest);
  for (std::size_t size = 0; size != longest.size(); ++size) {
    std::string less(size + 1, '#');
    const auto full = to_chars(less.data(), less.data() + size, mapping);
    CHECK(full.ec == std::errc::value_too_large);
    CHECK(full.ptr == less.data() + size);
    CHECK(less.back() == '#');
  }
}

TEST_CASE("F12, B8: what is no mapping is refused where the fault is") {
  PORTKIT_CHECK(error_of("") == ParseError{ParseErrc::empty, 0, 0});
  address_cases::check_too_long<PortMapping>("8080:80 and what follows, which is not read");
  PORTKIT_CHECK(error_of("80/foo") == ParseError{ParseErrc::unknown_protocol, 3, 3});
  PORTKIT_CHECK(error_of("80/") == ParseError{ParseErrc::missing_protocol, 3, 0});
  PORTKIT_CHECK(error_of("+80") == ParseError{ParseErrc::not_a_digit, 0, 1});
  PORTKIT_CHECK(error_of("080") == ParseError{ParseErrc::leading_zero, 0, 1});
  PORTKIT_CHECK(error_of("80/tcp/extra") == ParseError{ParseErrc::unknown_protocol, 3, 9});
  PORTKIT_CHECK(error_of("/tcp") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of("8080:") == ParseError{ParseErrc::empty, 5, 0});
  PORTKIT_CHECK(error_of(":80") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of(":8080:80") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of("8080:65536") == ParseError{ParseErrc::out_of_range, 5, 5});
  PORTKIT_CHECK(error_of("8080:90-80") == ParseError{ParseErrc::reversed_range, 5, 5});
  PORTKIT_CHECK(error_of("90-80:90-80") == ParseError{ParseErrc::reversed_range, 0, 5});
  PORTKIT_CHECK(error_of("8000-8010:80") == ParseError{ParseErrc::unequal_ranges, 0, 12});
  PORTKIT_CHECK(error_of("8000:80-81/tcp") == ParseError{ParseErrc::unequal_ranges, 0, 10});
  PORTKIT_CHECK(error_of("[::1]:1-3:5-8") == ParseError{ParseErrc::unequal_ranges, 6, 7});
  PORTKIT_CHECK(error_of("0:80", ParseOptions::nonzero_port) ==
                ParseError{ParseErrc::zero_port, 0, 1});
  PORTKIT_CHECK(parse<PortMapping>("080:0443", ParseOptions::leading_zeros_allowed) ==
                PortMapping::of("80:443"));
}

TEST_CASE("addresses are refused where the fault is") {
  PORTKIT_CHECK(error_of("::1:8080:80") == ParseError{ParseErrc::missing_brackets, 0, 3});
  PORTKIT_CHECK(error_of("[::1:8080:80") == ParseError{ParseErrc::unclosed_bracket, 0, 1});
  PORTKIT_CHECK(error_of("[127.0.0.1]:8080:80") ==
                ParseError{ParseErrc::not_ipv6_in_brackets, 1, 9});
  PORTKIT_CHECK(error_of("[::g]:8080:80") == ParseError{ParseErrc::not_an_address_character, 3, 1});
  PORTKIT_CHECK(error_of("[::1]") == ParseError{ParseErrc::missing_port, 5, 0});
  PORTKIT_CHECK(error_of("[::1]:80/udp") == ParseError{ParseErrc::missing_port, 8, 0});
  PORTKIT_CHECK(error_of("[::1]x:8080:80") == ParseError{ParseErrc::text_after_bracket, 5, 1});
  PORTKIT_CHECK(error_of("[::1]::") == ParseError{ParseErrc::empty, 7, 0});
  PORTKIT_CHECK(error_of("[::1]:8080:80:1") == ParseError{ParseErrc::not_a_digit, 13, 1});
  PORTKIT_CHECK(error_of("256.0.0.1:8080:80") == ParseError{ParseErrc::octet_out_of_range, 0, 3});
  PORTKIT_CHECK(error_of("1.2.3:8080:80") == ParseError{ParseErrc::missing_octet, 5, 0});
  PORTKIT_CHECK(error_of("1.2.3.4:8080:80:1").code == ParseErrc::not_an_address_character);
  PORTKIT_CHECK(error_of("127.0.0.1:80") == ParseError{ParseErrc::not_a_digit, 3, 1});
}

TEST_CASE("B20: a mapping is made by names, and its parts keep their sides") {
  static constexpr auto mapping = PortMapping::from({.address = {},
                                                     .host = PortRange::of(8000, 8010),
                                                     .container = PortRange::of(80, 90),
                                                     .protocol = Protocol::udp});
  PORTKIT_CHECK(mapping == PortMapping::of("8000-8010:80-90/udp"));
  PORTKIT_CHECK(
      !PortMapping::from({.host = PortRange::of(8000, 8010), .container = PortRange::of(80, 91)}));
  PORTKIT_CHECK(PortMapping::from({.container = PortRange{80_port}}) == PortMapping::of("80/tcp"));
}

TEST_CASE("B16: ports lead from one side to the other, the last one too") {
  static constexpr PortMapping mapping = PortMapping::of("8000-8010:80-90");
  PORTKIT_CHECK(mapping.container_port(8000_port) == 80_port);
  PORTKIT_CHECK(mapping.container_port(8010_port) == 90_port);
  PORTKIT_CHECK(!mapping.container_port(7999_port));
  PORTKIT_CHECK(!mapping.container_port(8011_port));
  PORTKIT_CHECK(!mapping.container_port(80_port)); // the other side
  PORTKIT_CHECK(mapping.host_port(80_port) == 8000_port);
  PORTKIT_CHECK(mapping.host_port(90_port) == 8010_port);
  PORTKIT_CHECK(!mapping.host_port(91_port));
  PORTKIT_CHECK(PortMapping::of("1-65535:1-65535").container_port(65535_port) == 65535_port);
  // The system chooses: no port of the host is known, 0 neither.
  PORTKIT_CHECK(!PortMapping::of("80").host_port(80_port));
  PORTKIT_CHECK(!PortMapping::of("80").container_port(0_port));
  PORTKIT_CHECK(!PortMapping::of("0").container_port(0_port));
}

TEST_CASE("a host cannot have the same port of the same protocol twice") {
  PORTKIT_CHECK(conflict("8080:80", "8080:81"));
  PORTKIT_CHECK(conflict("8000-8010:80-90", "8010-8020:80-90"));
  PORTKIT_CHECK(coexist("8000-8010:80-90", "8011-8020:80-89"));
  PORTKIT_CHECK(coexist("8080:80", "8081:80")); // one container port by two
  PORTKIT_CHECK(coexist("53:53/tcp", "53:53/udp"));
  PORTKIT_CHECK(coexist("80", "80")); // the system chooses two
  PORTKIT_CHECK(coexist("8080:80", "80"));
  PORTKIT_CHECK(coexist("127.0.0.1:8080:80", "127.0.0.2:8080:80"));
  PORTKIT_CHECK(conflict("127.0.0.1:8080:80", "127.0.0.1:8080:81"));
  PORTKIT_CHECK(conflict("8080:80", "127.0.0.1:8080:80"));
  PORTKIT_CHECK(conflict("8080:80", "[::1]:8080:80"));
  PORTKIT_CHECK(conflict("0.0.0.0:8080:80", "127.0.0.1:8080:80"));
  PORTKIT_CHECK(coexist("0.0.0.0:8080:80", "[::1]:8080:80"));
  PORTKIT_CHECK(conflict("[::]:8080:80", "[::1]:8080:80"));
  PORTKIT_CHECK(coexist("[::]:8080:80", "127.0.0.1:8080:80"));
  PORTKIT_CHECK(conflict("[::ffff:127.0.0.1]:8080:80", "127.0.0.1:8080:80"));
}

namespace {

/// Follows Abseil's protocol, and takes what it is given by the hash of that.
struct HashState {
  std::size_t hash = 0;

  template <class... Values>
  static HashState combine(HashState state, const Values&... values) {
    ((state.hash = detail::hash_append(state.hash, hash_of(values))), ...);
    return state;
  }
  static std::uint64_t hash_of(bool value) { return value; }
  static std::uint64_t hash_of(Protocol value) { return static_cast<std::uint64_t>(value); }
  static std::uint64_t hash_of(const auto& value) { return hash_value(value); }
};

} // namespace

TEST_CASE("mappings are ordered by address, host, container and protocol") {
  constexpr std::string_view ascending[]{"80/tcp",
                                         "80/udp",
                                         "1:80/tcp",
                                         "1:81/tcp",
                                         "2:80/tcp",
                                         "127.0.0.1::80/tcp",
                                         "127.0.0.1:1:80/tcp",
                                         "127.0.0.2::80/tcp",
                                         "[::1]::80/tcp"};
  std::vector<PortMapping> mappings;
  for (const std::string_view text : ascending) mappings.push_back(*parse<PortMapping>(text));
  for (std::size_t i = 0; i != mappings.size(); ++i)
    for (std::size_t j = 0; j != mappings.size(); ++j) {
      CHECK((mappings[i] <=> mappings[j]) == (i <=> j));
      CHECK((hash_value(mappings[i]) == hash_value(mappings[j])) == (i == j));
      CHECK((AbslHashValue(HashState{}, mappings[i]).hash ==
             AbslHashValue(HashState{}, mappings[j]).hash) == (i == j));
    }
  CHECK(std::hash<PortMapping>{}(mappings[3]) == hash_value(mappings[3]));
  CHECK(std::unordered_set<PortMapping>(mappings.begin(), mappings.end()).size() ==
        mappings.size());
}

TEST_CASE("every mapping comes back from its text, and damage is refused within it") {
  list_samples::Random random{3};
  constexpr std::string_view addresses[]{"127.0.0.1", "0.0.0.0", "2001:db8::1", "::", "fe80::1%7"};
  std::size_t accepted = 0;
  for (int i = 0; i != 100'000; ++i) {
    const PortRange container = list_samples::range(random);
    PortMapping::Parts parts{.container = container};
    if (const auto n = list_samples::below(random, 8); n < std::size(addresses))
      parts.address = *parse<IpAddress>(addresses[n]);
    const std::uint32_t room = 65536 - container.size();
    const auto first = Port::from(list_samples::below(random, room + 1));
    if (list_samples::below(random, 3) != 0)
      parts.host = PortRange::from(*first, *first->offset(container.size() - 1));
    parts.protocol = all_protocols[list_samples::below(random, 4)];

    const std::optional<PortMapping> mapping = PortMapping::from(parts);
    REQUIRE(mapping);
    const std::string text = to_string(*mapping);
    if (mapping->address() != parts.address || mapping->host() != parts.host ||
        parse<PortMapping>(text) != *mapping)
      FAIL_CHECK(text);

    const std::string wrong = list_samples::damaged(random, text, "0123456789:-/.[]%tcpudsf +");
    const Result<PortMapping> read = parse<PortMapping>(wrong);
    if (!read) {
      if (std::size_t{read.error().position} + read.error().length > wrong.size())
        FAIL_CHECK(wrong);
      continue;
    }
    ++accepted;
    if (parse<PortMapping>(to_string(*read)) != *read) FAIL_CHECK(wrong);
  }
  CHECK(accepted > 5'000);
}
