// SPDX-License-Identifier: BSL-1.0
#include <portkit/address.hpp>
#include <portkit/string.hpp>

#include "address_cases.hpp"
#include "address_reference.hpp"
#include "check.hpp"
#include "facts.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

using namespace portkit;
using namespace std::string_view_literals;
using address_cases::hostile_bytes;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<IpAddress, 24, 4>);
static_assert(std::regular<IpAddress> && std::totally_ordered<IpAddress>);
static_assert(std::three_way_comparable<IpAddress, std::strong_ordering>);
static_assert(facts::Constant<"192.0.2.1"_ip>::value.is_v4());
static_assert(facts::Constant<"2001:db8::1"_ip>::value.is_v6());
static_assert(
    !std::is_same_v<facts::Constant<"192.0.2.1"_ip>, facts::Constant<"::ffff:192.0.2.1"_ip>>);

// From either version nothing is lost, so that goes by itself; the way back is v4() and v6().
static_assert(facts::Convertible<Ipv4Address, IpAddress>);
static_assert(facts::Convertible<Ipv6Address, IpAddress>);
static_assert(std::is_nothrow_convertible_v<Ipv4Address, IpAddress> &&
              std::is_nothrow_convertible_v<Ipv6Address, IpAddress>);
static_assert(!facts::Castable<Ipv4Address, IpAddress> && !facts::Castable<Ipv6Address, IpAddress>);
static_assert(!facts::Assignable<Ipv4Address, IpAddress>);
static_assert(facts::Assignable<IpAddress, Ipv4Address> &&
              facts::Assignable<IpAddress, Ipv6Address>);

// It compares with either version, which do not compare with each other through it.
static_assert(facts::Equatable<IpAddress, Ipv4Address> && facts::Equatable<Ipv6Address, IpAddress>);
static_assert(facts::Orderable<IpAddress, Ipv4Address> && facts::Orderable<Ipv6Address, IpAddress>);
static_assert(!facts::Equatable<Ipv4Address, Ipv6Address> &&
              !facts::Orderable<Ipv4Address, Ipv6Address>);

template <class T>
concept IsStrangeToAddresses =
    !facts::Castable<IpAddress, T> && !facts::Constructible<IpAddress, T> &&
    !facts::Castable<T, IpAddress> && !facts::Assignable<IpAddress, T> &&
    !facts::Equatable<IpAddress, T> && !facts::Orderable<IpAddress, T>;
static_assert(!IsStrangeToAddresses<IpAddress> && !IsStrangeToAddresses<Ipv4Address>);
static_assert(IsStrangeToAddresses<int> && IsStrangeToAddresses<std::uint32_t> &&
              IsStrangeToAddresses<unsigned long long> && IsStrangeToAddresses<bool> &&
              IsStrangeToAddresses<char> && IsStrangeToAddresses<double>);
static_assert(IsStrangeToAddresses<const char*> && IsStrangeToAddresses<std::string_view> &&
              IsStrangeToAddresses<std::array<unsigned char, 4>> &&
              IsStrangeToAddresses<std::array<unsigned char, 16>>);

static_assert(std::is_nothrow_default_constructible_v<IpAddress>);
static_assert(noexcept(IpAddress{}.is_v4()) && noexcept(IpAddress{}.is_v6()) &&
              noexcept(IpAddress{}.v4()) && noexcept(IpAddress{}.v6()) &&
              noexcept(IpAddress{}.unmapped()));
static_assert(noexcept(IpAddress{}.is_unspecified()) && noexcept(IpAddress{}.is_loopback()) &&
              noexcept(IpAddress{}.is_link_local()) && noexcept(IpAddress{}.is_multicast()) &&
              noexcept(IpAddress{}.is_private()));
static_assert(noexcept(IpAddress{} == IpAddress{}) && noexcept(IpAddress{} < IpAddress{}));
static_assert(noexcept(hash_value(IpAddress{})) && noexcept(std::hash<IpAddress>{}(IpAddress{})));
static_assert(noexcept(parse<IpAddress>(std::string_view{})));
static_assert(noexcept(to_chars(nullptr, nullptr, IpAddress{})));

namespace {

constexpr auto error_of = [](std::string_view text) {
  return address_cases::error_of<IpAddress>(text);
};

} // namespace

// ---- values -----------------------------------------------------------------------------------

TEST_CASE("an IpAddress is one of IPv4 or one of IPv6") {
  constexpr IpAddress four = "192.0.2.1"_ipv4;
  constexpr IpAddress six = "2001:db8::1%3"_ipv6;
  PORTKIT_CHECK(four.is_v4());
  PORTKIT_CHECK(!four.is_v6());
  PORTKIT_CHECK(four.v4() == std::optional{"192.0.2.1"_ipv4});
  PORTKIT_CHECK(four.v6() == std::nullopt);
  PORTKIT_CHECK(six.is_v6());
  PORTKIT_CHECK(!six.is_v4());
  PORTKIT_CHECK(six.v6() == std::optional{"2001:db8::1%3"_ipv6});
  PORTKIT_CHECK(six.v4() == std::nullopt);
  PORTKIT_CHECK(IpAddress{} == Ipv4Address::any());
  PORTKIT_CHECK(IpAddress{}.is_v4());
  PORTKIT_CHECK(IpAddress{Ipv4Address::broadcast()}.v4() ==
                std::optional{Ipv4Address::broadcast()});
}

TEST_CASE("an IPv4 address and its v4-mapped twin differ until they are unmapped") {
  constexpr IpAddress four = "192.0.2.1"_ip;
  constexpr IpAddress mapped = "::ffff:192.0.2.1"_ip;
  PORTKIT_CHECK(mapped.is_v6());
  PORTKIT_CHECK(mapped.v4() == std::nullopt);
  PORTKIT_CHECK(mapped != four);
  PORTKIT_CHECK(hash_value(mapped) != hash_value(four));
  PORTKIT_CHECK(mapped.unmapped() == four);
  PORTKIT_CHECK(mapped.unmapped().is_v4());
  PORTKIT_CHECK(hash_value(mapped.unmapped()) == hash_value(four));
  // An IPv4 address has no scope id.
  PORTKIT_CHECK("::ffff:192.0.2.1%3"_ip.unmapped() == four);
  // Nothing else changes.
  PORTKIT_CHECK(four.unmapped() == four);
  PORTKIT_CHECK("2001:db8::1"_ip.unmapped() == "2001:db8::1"_ip);
  PORTKIT_CHECK("fe80::1%3"_ip.unmapped() == "fe80::1%3"_ip);
  PORTKIT_CHECK("::192.0.2.1"_ip.unmapped() == "::192.0.2.1"_ip);
  PORTKIT_CHECK("::"_ip.unmapped() == "::"_ip);
}

TEST_CASE("visit calls the function once, with the address held") {
  constexpr auto size_of = [](const auto& address) { return address.bytes().size(); };
  PORTKIT_CHECK("192.0.2.1"_ip.visit(size_of) == 4);
  PORTKIT_CHECK("::ffff:192.0.2.1"_ip.visit(size_of) == 16);
  int calls = 0;
  "192.0.2.1"_ip.visit([&]<class Address>(const Address& address) {
    ++calls;
    CHECK(std::is_same_v<Address, Ipv4Address>);
    CHECK(IpAddress{address} == "192.0.2.1"_ip);
  });
  "fe80::1%3"_ip.visit([&]<class Address>(const Address& address) {
    ++calls;
    CHECK(std::is_same_v<Address, Ipv6Address>);
    CHECK(IpAddress{address} == "fe80::1%3"_ip);
  });
  CHECK(calls == 2);
  int target = 0;
  int& reference = "::"_ip.visit([&](const auto&) -> int& { return target; });
  CHECK(&reference == &target);
}

TEST_CASE("every IPv4 address stands before every IPv6 address") {
  PORTKIT_CHECK("255.255.255.255"_ip < "::"_ip);
  PORTKIT_CHECK("0.0.0.0"_ip < "255.255.255.255"_ip);
  PORTKIT_CHECK("9.0.0.0"_ip < "10.0.0.0"_ip);
  PORTKIT_CHECK("127.0.0.1"_ip < "128.0.0.0"_ip);
  PORTKIT_CHECK("::1"_ip < "::2"_ip);
  PORTKIT_CHECK("fe80::1"_ip < "fe80::1%1"_ip);
  PORTKIT_CHECK("192.0.2.1"_ip < "::ffff:192.0.2.1"_ip);
  PORTKIT_CHECK("192.0.2.1"_ip == "192.0.2.1"_ipv4);
  PORTKIT_CHECK("::1"_ipv6 == "::1"_ip);
  PORTKIT_CHECK("::ffff:192.0.2.1"_ipv6 != "192.0.2.1"_ip);
  std::vector<IpAddress> addresses{"::1"_ip, "10.0.0.1"_ip, "::"_ip, "2.0.0.1"_ip};
  std::sort(addresses.begin(), addresses.end());
  CHECK(addresses == std::vector<IpAddress>{"2.0.0.1"_ip, "10.0.0.1"_ip, "::"_ip, "::1"_ip});
}

TEST_CASE("an IpAddress is of the kind that the address held is of") {
  PORTKIT_CHECK("0.0.0.0"_ip.is_unspecified());
  PORTKIT_CHECK("::"_ip.is_unspecified());
  PORTKIT_CHECK(!"0.0.0.1"_ip.is_unspecified());
  PORTKIT_CHECK(!"::1"_ip.is_unspecified());
  PORTKIT_CHECK("127.255.255.255"_ip.is_loopback());
  PORTKIT_CHECK("::1"_ip.is_loopback());
  PORTKIT_CHECK(!"128.0.0.0"_ip.is_loopback());
  PORTKIT_CHECK(!"::2"_ip.is_loopback());
  PORTKIT_CHECK("169.254.0.0"_ip.is_link_local());
  PORTKIT_CHECK("fe80::1%3"_ip.is_link_local());
  PORTKIT_CHECK(!"169.255.0.0"_ip.is_link_local());
  PORTKIT_CHECK(!"fec0::1"_ip.is_link_local());
  PORTKIT_CHECK("224.0.0.0"_ip.is_multicast());
  PORTKIT_CHECK("ff02::1"_ip.is_multicast());
  PORTKIT_CHECK(!"223.255.255.255"_ip.is_multicast());
  PORTKIT_CHECK(!"fe80::1"_ip.is_multicast());
  PORTKIT_CHECK("192.168.255.255"_ip.is_private());
  PORTKIT_CHECK("fdff::1"_ip.is_private());
  PORTKIT_CHECK(!"192.169.0.0"_ip.is_private());
  PORTKIT_CHECK(!"fe00::1"_ip.is_private());
  // A v4-mapped address is one of IPv6 until it is unmapped.
  PORTKIT_CHECK(!"::ffff:127.0.0.1"_ip.is_loopback());
  PORTKIT_CHECK("::ffff:127.0.0.1"_ip.unmapped().is_loopback());
  PORTKIT_CHECK(!"::ffff:0.0.0.0"_ip.is_unspecified());
  PORTKIT_CHECK(!"::ffff:10.0.0.1"_ip.is_private());
  PORTKIT_CHECK("::ffff:10.0.0.1"_ip.unmapped().is_private());
}

// ---- hashing ----------------------------------------------------------------------------------

TEST_CASE("an IpAddress is hashed alike by every protocol of hashing") {
  using address_cases::absl_hash_input;
  for (const IpAddress& address : {"0.0.0.0"_ip, "192.0.2.1"_ip, "::"_ip, "fe80::1%3"_ip})
    CHECK(std::hash<IpAddress>{}(address) == hash_value(address));
  PORTKIT_CHECK(hash_value("fe80::1%3"_ip) != hash_value("fe80::1%4"_ip));
  CHECK(absl_hash_input("192.0.2.1"_ip) == absl_hash_input(IpAddress{"192.0.2.1"_ipv4}));
  CHECK(absl_hash_input("192.0.2.1"_ip) != absl_hash_input("192.0.2.2"_ip));
  CHECK(absl_hash_input("192.0.2.1"_ip) != absl_hash_input("::ffff:192.0.2.1"_ip));
  CHECK(absl_hash_input("fe80::1%3"_ip) != absl_hash_input("fe80::1%4"_ip));
}

TEST_CASE("an IpAddress is a key of hash tables, in which either version is found") {
  const std::unordered_map<IpAddress, std::string_view> names{
      {"127.0.0.1"_ipv4, "v4"}, {"::1"_ipv6, "v6"}, {"::ffff:127.0.0.1"_ip, "mapped"}};
  CHECK(names.size() == 3);
  CHECK(names.at(Ipv4Address::loopback()) == "v4");
  CHECK(names.at(Ipv6Address::loopback()) == "v6");
  CHECK(names.at(Ipv4Address::loopback().v4_mapped()) == "mapped");
}

TEST_CASE("neighbouring IpAddresses spread over the low bits of their hashes") {
  for (const unsigned shift : {0U, 8U, 16U}) {
    CAPTURE(shift);
    address_cases::check_spread<IpAddress>([=](std::uint32_t i) {
      const std::uint32_t number = 0x0A01'0203 ^ i << shift;
      std::array<unsigned char, 4> bytes{};
      for (unsigned k = 0; k != 4; ++k)
        bytes[k] = static_cast<unsigned char>(number >> (24 - 8 * k) & 0xFF);
      return IpAddress{Ipv4Address::from_bytes(bytes)};
    });
  }
  for (std::size_t place = 0; place != 16; place += 2) {
    CAPTURE(place);
    address_cases::check_spread<IpAddress>([=](std::uint32_t i) {
      std::array<unsigned char, 16> bytes{0x20, 1, 0x0D, 0xB8};
      bytes[place] = static_cast<unsigned char>(i >> 8);
      bytes[place + 1] = static_cast<unsigned char>(i & 0xFF);
      return IpAddress{Ipv6Address::from_bytes(bytes)};
    });
  }
}

// ---- text -------------------------------------------------------------------------------------

TEST_CASE("an IpAddress's text is that of its version") {
  PORTKIT_CHECK(parse<IpAddress>("192.0.2.1") == IpAddress{"192.0.2.1"_ipv4});
  PORTKIT_CHECK(parse<IpAddress>("2001:DB8::1") == IpAddress{"2001:db8::1"_ipv6});
  PORTKIT_CHECK(parse<IpAddress>("::ffff:192.0.2.1") == IpAddress{"::ffff:192.0.2.1"_ipv6});
  PORTKIT_CHECK(parse<IpAddress>("fe80::1%3") == IpAddress{"fe80::1%3"_ipv6});
  PORTKIT_CHECK(address_cases::is_canonical<IpAddress>("0.0.0.0"));
  PORTKIT_CHECK(address_cases::is_canonical<IpAddress>("255.255.255.255"));
  PORTKIT_CHECK(address_cases::is_canonical<IpAddress>("::"));
  PORTKIT_CHECK(address_cases::is_canonical<IpAddress>("::ffff:192.0.2.1"));
  PORTKIT_CHECK(address_cases::is_canonical<IpAddress>("fe80::1%3"));
}

TEST_CASE("a refused IpAddress has the fault of the version that it looks like") {
  PORTKIT_CHECK(error_of("") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of("1.2.3") == ParseError{ParseErrc::missing_octet, 5, 0});
  PORTKIT_CHECK(error_of("256.1.1.1") == ParseError{ParseErrc::octet_out_of_range, 0, 3});
  PORTKIT_CHECK(error_of("1.2.3.4:80") == ParseError{ParseErrc::not_an_address_character, 7, 1});
  PORTKIT_CHECK(error_of("1:2") == ParseError{ParseErrc::missing_group, 3, 0});
  PORTKIT_CHECK(error_of("::1.2.3") == ParseError{ParseErrc::missing_octet, 7, 0});
  PORTKIT_CHECK(error_of("fe80::1%lo") == ParseError{ParseErrc::scope_not_a_number, 8, 2});
  PORTKIT_CHECK(error_of("[::1]") == ParseError{ParseErrc::not_an_address_character, 0, 1});
  PORTKIT_CHECK(error_of("localhost") == ParseError{ParseErrc::not_an_address_character, 0, 1});
  PORTKIT_CHECK(error_of("2130706433") == ParseError{ParseErrc::octet_out_of_range, 0, 10});
  PORTKIT_CHECK(error_of("7") == ParseError{ParseErrc::missing_octet, 1, 0});
  PORTKIT_CHECK(error_of("fe80") == ParseError{ParseErrc::not_an_address_character, 0, 1});
}

TEST_CASE("a text of 4 GiB is refused as an IpAddress") {
  address_cases::check_too_long<IpAddress>("192.0.2.1 and what follows, which is not read");
  address_cases::check_too_long<IpAddress>("2001:db8::1 and what follows, which is not read");
}

TEST_CASE("every short hostile text is read as an IpAddress as the specification says") {
  using address_cases::for_each_text;
  constexpr auto check = [](std::string_view text) { address_cases::check_text<IpAddress>(text); };
  for_each_text(hostile_bytes, 6, "", "", check);
  for_each_text(hostile_bytes, 3, "1.2.3.4", "", check);
  for_each_text(hostile_bytes, 3, "::1.2.3.4", "", check);
  for_each_text("1:.%", 9, "", "", check);
}

TEST_CASE("an IpAddress is written where it fits and nowhere else") {
  static_assert(max_text_size<IpAddress> == max_text_size<Ipv6Address>);
  for (const char* text : {"0.0.0.0", "255.255.255.255", "::", "::1", "::ffff:1.2.3.4", "fe80::1%3",
                           "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295"})
    address_cases::check_rooms<IpAddress>(text);
}
