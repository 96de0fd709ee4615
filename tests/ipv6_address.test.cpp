// SPDX-License-Identifier: BSL-1.0
#include <portkit/ipv6_address.hpp>
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
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <vector>

using namespace portkit;
using namespace std::string_view_literals;
using address_cases::hostile_bytes;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<Ipv6Address, 20, 4>);
static_assert(std::regular<Ipv6Address> && std::totally_ordered<Ipv6Address>);
static_assert(std::three_way_comparable<Ipv6Address, std::strong_ordering>);
static_assert(facts::Constant<"fe80::1%3"_ipv6>::value.scope_id() == 3);
static_assert(!std::is_same_v<facts::Constant<"fe80::1%3"_ipv6>, facts::Constant<"fe80::1"_ipv6>>);

// Neither numbers, nor texts, nor the other version become one, and it becomes none of them.
static_assert(facts::Equatable<Ipv6Address, Ipv6Address> &&
              facts::Orderable<Ipv6Address, Ipv6Address>);
template <class T>
concept IsStrangeToAddresses =
    !facts::Castable<Ipv6Address, T> && !facts::Constructible<Ipv6Address, T> &&
    !facts::Castable<T, Ipv6Address> && !facts::Assignable<Ipv6Address, T> &&
    !facts::Equatable<Ipv6Address, T> && !facts::Orderable<Ipv6Address, T>;
static_assert(!IsStrangeToAddresses<Ipv6Address>);
static_assert(IsStrangeToAddresses<int> && IsStrangeToAddresses<std::uint32_t> &&
              IsStrangeToAddresses<unsigned long long> && IsStrangeToAddresses<bool> &&
              IsStrangeToAddresses<char> && IsStrangeToAddresses<double>);
static_assert(IsStrangeToAddresses<const char*> && IsStrangeToAddresses<std::string_view> &&
              IsStrangeToAddresses<std::array<unsigned char, 16>>);
static_assert(IsStrangeToAddresses<Ipv4Address>); // v4_mapped() says it by name

template <class T>
concept IsReadable = requires(T bytes) { Ipv6Address::from_bytes(bytes); };
static_assert(IsReadable<std::span<const std::byte, 16>> && IsReadable<std::span<std::byte, 16>>);
static_assert(IsReadable<std::span<const unsigned char, 16>> && IsReadable<std::span<char, 16>>);
static_assert(IsReadable<std::array<char, 16>&> && IsReadable<const std::array<std::byte, 16>&>);
static_assert(IsReadable<unsigned char (&)[16]> && IsReadable<const char (&)[16]>);
static_assert(!IsReadable<std::array<char, 4>&> && !IsReadable<std::array<char, 15>&> &&
              !IsReadable<std::array<char, 17>&>);
static_assert(!IsReadable<unsigned char (&)[17]> && !IsReadable<std::span<std::byte>>);
static_assert(!IsReadable<const char*> && !IsReadable<std::string_view>);
static_assert(!IsReadable<std::span<const std::uint16_t, 8>> &&
              !IsReadable<std::span<const std::uint32_t, 4>>);

static_assert(std::is_nothrow_default_constructible_v<Ipv6Address>);
static_assert(noexcept(Ipv6Address::any()) && noexcept(Ipv6Address::loopback()));
static_assert(noexcept(Ipv6Address::from_bytes(std::array<unsigned char, 16>{})));
static_assert(noexcept(Ipv6Address{}.bytes()) && noexcept(Ipv6Address{}.scope_id()) &&
              noexcept(Ipv6Address{}.with_scope(1)) && noexcept(Ipv6Address{}.mapped_v4()));
static_assert(noexcept(Ipv6Address{}.is_unspecified()) && noexcept(Ipv6Address{}.is_loopback()) &&
              noexcept(Ipv6Address{}.is_link_local()) && noexcept(Ipv6Address{}.is_multicast()) &&
              noexcept(Ipv6Address{}.is_unique_local()) && noexcept(Ipv6Address{}.is_v4_mapped()));
static_assert(noexcept(Ipv6Address{} == Ipv6Address{}) && noexcept(Ipv6Address{} < Ipv6Address{}));
static_assert(noexcept(hash_value(Ipv6Address{})) &&
              noexcept(std::hash<Ipv6Address>{}(Ipv6Address{})));
static_assert(noexcept(parse<Ipv6Address>(std::string_view{})));
static_assert(noexcept(to_chars(nullptr, nullptr, Ipv6Address{})));

namespace {

using Bytes = std::array<unsigned char, 16>;

constexpr auto error_of = [](std::string_view text) {
  return address_cases::error_of<Ipv6Address>(text);
};

/// An address in which zeros, ones and small groups are as frequent as they are in practice.
[[nodiscard]] Bytes random_bytes(Random& random) {
  Bytes bytes{};
  const unsigned zeros = random.below(256); // which of the eight groups are zero
  const unsigned kind = random.below(4);
  for (unsigned group = 0; group != 8; ++group) {
    if ((zeros >> group & 1) != 0) continue;
    const unsigned digits = kind == 3 ? 4 : random.below(5);
    const unsigned value = random.below(1U << (4 * digits));
    bytes[2 * group] = static_cast<unsigned char>(value >> 8);
    bytes[2 * group + 1] = static_cast<unsigned char>(value & 0xFF);
  }
  if (random.below(16) == 0) { // v4-mapped, or nearly so
    for (std::size_t i = 0; i != 12; ++i) bytes[i] = i < 10 ? 0 : 0xFF;
    if (random.below(2) == 0) bytes[random.below(12)] ^= 1;
  }
  return bytes;
}

[[nodiscard]] std::uint32_t random_scope(Random& random) {
  constexpr std::array<std::uint32_t, 8> edges{0,   1,           9,           10,
                                               999, 0x7FFF'FFFF, 0x8000'0000, 0xFFFF'FFFF};
  const unsigned kind = random.below(16);
  if (kind < edges.size()) return edges[kind];
  if (kind < 12) return 0;
  return static_cast<std::uint32_t>(random.next() >> random.below(32));
}

/// ::, with this 16-bit group at this place.
constexpr Ipv6Address with_group(std::size_t place, std::uint32_t group) {
  Bytes bytes{};
  bytes[2 * place] = static_cast<unsigned char>(group >> 8);
  bytes[2 * place + 1] = static_cast<unsigned char>(group & 0xFF);
  return Ipv6Address::from_bytes(bytes);
}

} // namespace

// ---- values -----------------------------------------------------------------------------------

TEST_CASE("an Ipv6Address is its sixteen bytes") {
  PORTKIT_CHECK(Ipv6Address{}.bytes() == Bytes{});
  PORTKIT_CHECK(Ipv6Address::any() == Ipv6Address{});
  PORTKIT_CHECK(Ipv6Address::loopback().bytes() ==
                Bytes{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  PORTKIT_CHECK("102:304:506:708:90a:b0c:d0e:f10"_ipv6.bytes() ==
                Bytes{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
}

TEST_CASE("sixteen bytes are read in the order in which they arrived, from every byte type") {
  static constexpr Bytes as_unsigned{0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 1};
  constexpr auto converted = []<class Byte>(Byte) {
    std::array<Byte, 16> bytes{};
    for (std::size_t i = 0; i != 16; ++i) bytes[i] = static_cast<Byte>(as_unsigned[i]);
    return bytes;
  };
  PORTKIT_CHECK(Ipv6Address::from_bytes(as_unsigned) == "fe80::ff01"_ipv6);
  PORTKIT_CHECK(Ipv6Address::from_bytes(converted(char{})) == "fe80::ff01"_ipv6);
  PORTKIT_CHECK(Ipv6Address::from_bytes(converted(std::byte{})) == "fe80::ff01"_ipv6);
  static constexpr unsigned char packet[20] = {9, 9, 0x20, 1, 0x0D, 0xB8};
  PORTKIT_CHECK(Ipv6Address::from_bytes(std::span{packet}.subspan<2, 16>()) == "2001:db8::"_ipv6);
  static constexpr char field[16] = {'\xFF', 2};
  PORTKIT_CHECK(Ipv6Address::from_bytes(field) == "ff02::"_ipv6);
}

TEST_CASE("bytes go in and come back") {
  Random random{2};
  for (int i = 0; i != 100'000; ++i) {
    Bytes bytes{};
    for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(random.next() & 0xFF);
    if (Ipv6Address::from_bytes(bytes).bytes() != bytes) FAIL_CHECK("wrong at " << i);
  }
}

TEST_CASE("a scope id is part of the value and not of the bytes") {
  constexpr Ipv6Address address = "fe80::1"_ipv6;
  PORTKIT_CHECK(address.scope_id() == 0);
  PORTKIT_CHECK(address.with_scope(3).scope_id() == 3);
  PORTKIT_CHECK(address.with_scope(3).bytes() == address.bytes());
  PORTKIT_CHECK(address.with_scope(3) != address);
  PORTKIT_CHECK(address.with_scope(3) != address.with_scope(4));
  PORTKIT_CHECK(address.with_scope(3).with_scope(0) == address);
  PORTKIT_CHECK(address.with_scope(0xFFFF'FFFF).scope_id() == 0xFFFF'FFFF);
  PORTKIT_CHECK(Ipv6Address::from_bytes(address.with_scope(3).bytes()) == address);
}

TEST_CASE("Ipv6Addresses are ordered by their bytes, then by scope id") {
  PORTKIT_CHECK("::"_ipv6 < "::1"_ipv6);
  PORTKIT_CHECK("::ffff"_ipv6 < "::1:0"_ipv6);
  PORTKIT_CHECK("::ffff:ffff:ffff:ffff"_ipv6 < "0:0:0:1::"_ipv6);
  PORTKIT_CHECK("7fff::"_ipv6 < "8000::"_ipv6); // not as signed numbers
  PORTKIT_CHECK("9::"_ipv6 < "10::"_ipv6);      // not as text
  PORTKIT_CHECK("fe80::1%9"_ipv6 < "fe80::2"_ipv6);
  PORTKIT_CHECK("fe80::1"_ipv6 < "fe80::1%1"_ipv6);
  PORTKIT_CHECK("fe80::1%9"_ipv6 < "fe80::1%10"_ipv6);
  PORTKIT_CHECK(("::1"_ipv6 <=> "::1"_ipv6) == std::strong_ordering::equal);
  for (std::size_t place = 1; place != 8; ++place)
    CHECK(with_group(place, 0xFFFF) < with_group(place - 1, 1));
}

TEST_CASE("a kind of Ipv6Address begins and ends where its RFC says") {
  // In turn: the last address before, the first, the last, the first one behind.
  PORTKIT_CHECK("::"_ipv6.is_unspecified());
  PORTKIT_CHECK(!"::1"_ipv6.is_unspecified());
  PORTKIT_CHECK(!"1::"_ipv6.is_unspecified());
  PORTKIT_CHECK(!"::ffff:0.0.0.0"_ipv6.is_unspecified());

  PORTKIT_CHECK(!"::"_ipv6.is_loopback());
  PORTKIT_CHECK("::1"_ipv6.is_loopback());
  PORTKIT_CHECK(!"::2"_ipv6.is_loopback());
  PORTKIT_CHECK(!"1::1"_ipv6.is_loopback());
  PORTKIT_CHECK(!"::ffff:127.0.0.1"_ipv6.is_loopback()); // of it ask mapped_v4()

  PORTKIT_CHECK(!"fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff"_ipv6.is_link_local());
  PORTKIT_CHECK("fe80::"_ipv6.is_link_local());
  PORTKIT_CHECK("febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff"_ipv6.is_link_local());
  PORTKIT_CHECK(!"fec0::"_ipv6.is_link_local());

  PORTKIT_CHECK(!"feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"_ipv6.is_multicast());
  PORTKIT_CHECK("ff00::"_ipv6.is_multicast());
  PORTKIT_CHECK("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"_ipv6.is_multicast());

  PORTKIT_CHECK(!"fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"_ipv6.is_unique_local());
  PORTKIT_CHECK("fc00::"_ipv6.is_unique_local());
  PORTKIT_CHECK("fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"_ipv6.is_unique_local());
  PORTKIT_CHECK(!"fe00::"_ipv6.is_unique_local());

  PORTKIT_CHECK(!"::fffe:ffff:ffff"_ipv6.is_v4_mapped());
  PORTKIT_CHECK("::ffff:0:0"_ipv6.is_v4_mapped());
  PORTKIT_CHECK("::ffff:ffff:ffff"_ipv6.is_v4_mapped());
  PORTKIT_CHECK(!"::1:0:0:0"_ipv6.is_v4_mapped());
  PORTKIT_CHECK(!"1::ffff:1.2.3.4"_ipv6.is_v4_mapped());
  PORTKIT_CHECK(!"0:0:1::ffff:1.2.3.4"_ipv6.is_v4_mapped());
  PORTKIT_CHECK(!"::1.2.3.4"_ipv6.is_v4_mapped());
}

TEST_CASE("a kind of Ipv6Address does not depend on the scope id") {
  PORTKIT_CHECK("::%3"_ipv6.is_unspecified());
  PORTKIT_CHECK("::1%3"_ipv6.is_loopback());
  PORTKIT_CHECK("fe80::1%3"_ipv6.is_link_local());
  PORTKIT_CHECK("ff02::1%3"_ipv6.is_multicast());
  PORTKIT_CHECK("fd00::1%3"_ipv6.is_unique_local());
  PORTKIT_CHECK("::ffff:1.2.3.4%3"_ipv6.is_v4_mapped());
}

TEST_CASE("an IPv4 address is mapped and comes back") {
  PORTKIT_CHECK("192.0.2.1"_ipv4.v4_mapped() == "::ffff:192.0.2.1"_ipv6);
  PORTKIT_CHECK("192.0.2.1"_ipv4.v4_mapped() == "::ffff:c000:201"_ipv6);
  PORTKIT_CHECK("::ffff:192.0.2.1"_ipv6.mapped_v4() == std::optional{"192.0.2.1"_ipv4});
  PORTKIT_CHECK("::ffff:192.0.2.1%3"_ipv6.mapped_v4() == std::optional{"192.0.2.1"_ipv4});
  PORTKIT_CHECK("::192.0.2.1"_ipv6.mapped_v4() == std::nullopt); // v4-compatible, not mapped
  PORTKIT_CHECK("64:ff9b::192.0.2.1"_ipv6.mapped_v4() == std::nullopt);
  PORTKIT_CHECK("::1"_ipv6.mapped_v4() == std::nullopt);
  for (const Ipv4Address address :
       {"0.0.0.0"_ipv4, "127.0.0.1"_ipv4, "128.0.0.0"_ipv4, "255.255.255.255"_ipv4}) {
    CHECK(address.v4_mapped().is_v4_mapped());
    CHECK(address.v4_mapped().mapped_v4() == address);
    CHECK(address.v4_mapped().scope_id() == 0);
  }
}

// ---- hashing ----------------------------------------------------------------------------------

TEST_CASE("an Ipv6Address is hashed alike by every protocol of hashing") {
  for (const Ipv6Address& address : {"::"_ipv6, "2001:db8::1"_ipv6, "fe80::1%3"_ipv6})
    CHECK(std::hash<Ipv6Address>{}(address) == hash_value(address));
  // Each group and the scope id matter, to Abseil's protocol too.
  std::unordered_set<std::size_t> hashes{hash_value("::"_ipv6), hash_value("::%1"_ipv6)};
  const auto nothing = address_cases::absl_hash_input("::"_ipv6);
  CHECK(address_cases::absl_hash_input("::"_ipv6) == nothing);
  CHECK(address_cases::absl_hash_input("::%1"_ipv6) != nothing);
  for (std::size_t place = 0; place != 8; ++place) {
    hashes.insert(hash_value(with_group(place, 0x100)));
    CHECK(address_cases::absl_hash_input(with_group(place, 0x100)) != nothing);
  }
  CHECK(hashes.size() == 10);
}

TEST_CASE("neighbouring Ipv6Addresses spread over the low bits of their hashes") {
  for (std::size_t place = 0; place != 8; ++place) {
    CAPTURE(place);
    address_cases::check_spread<Ipv6Address>([=](std::uint32_t i) { return with_group(place, i); });
  }
  address_cases::check_spread<Ipv6Address>(
      [](std::uint32_t i) { return "fe80::1"_ipv6.with_scope(i); });
  address_cases::check_spread<Ipv6Address>([](std::uint32_t i) {
    return Ipv4Address{10, 0, static_cast<std::uint8_t>(i >> 8),
                       static_cast<std::uint8_t>(i & 0xFF)}
        .v4_mapped();
  });
}

TEST_CASE("no two of neighbouring Ipv6Addresses hash alike") {
  if constexpr (sizeof(std::size_t) >= 8) {
    for (std::size_t place = 0; place != 8; ++place) {
      std::unordered_set<std::size_t> hashes;
      for (std::uint32_t i = 0; i != 65536; ++i) hashes.insert(hash_value(with_group(place, i)));
      CHECK(hashes.size() == 65536);
    }
  }
}

// ---- text: reading ----------------------------------------------------------------------------

TEST_CASE("an Ipv6Address is read in every form of RFC 4291 section 2.2") {
  PORTKIT_CHECK(parse<Ipv6Address>("ABCD:EF01:2345:6789:ABCD:EF01:2345:6789") ==
                "abcd:ef01:2345:6789:abcd:ef01:2345:6789"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("2001:DB8:0:0:8:800:200C:417A") ==
                "2001:db8::8:800:200c:417a"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("FF01:0:0:0:0:0:0:101") == "ff01::101"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("0:0:0:0:0:0:0:1") == Ipv6Address::loopback());
  PORTKIT_CHECK(parse<Ipv6Address>("0:0:0:0:0:0:0:0") == Ipv6Address::any());
  PORTKIT_CHECK(parse<Ipv6Address>("0000:0000:0000:0000:0000:0000:0000:0001") ==
                Ipv6Address::loopback());
  PORTKIT_CHECK(parse<Ipv6Address>("0:0:0:0:0:0:13.1.68.3") == "::d01:4403"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("0:0:0:0:0:FFFF:129.144.52.38") == "::ffff:8190:3426"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("::13.1.68.3") == "::d01:4403"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("1:2:3:4:5:6:1.2.3.4") == "1:2:3:4:5:6:102:304"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("1::1.2.3.4") == "1::102:304"_ipv6);
  // A :: may stand for one group only.
  PORTKIT_CHECK(parse<Ipv6Address>("::2:3:4:5:6:7:8") == "0:2:3:4:5:6:7:8"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("1:2:3::5:6:7:8") == "1:2:3:0:5:6:7:8"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("1:2:3:4:5:6:7::") == "1:2:3:4:5:6:7:0"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("::3:4:5:6:1.2.3.4") == "0:0:3:4:5:6:102:304"_ipv6);
  PORTKIT_CHECK(parse<Ipv6Address>("1:2:3:4:5::1.2.3.4") == "1:2:3:4:5:0:102:304"_ipv6);
}

TEST_CASE("a scope id is a number behind a %") {
  PORTKIT_CHECK(parse<Ipv6Address>("fe80::1%3") == "fe80::1"_ipv6.with_scope(3));
  PORTKIT_CHECK(parse<Ipv6Address>("::%4294967295") == Ipv6Address{}.with_scope(0xFFFF'FFFF));
  PORTKIT_CHECK(parse<Ipv6Address>("::1.2.3.4%10") == "::102:304"_ipv6.with_scope(10));
  PORTKIT_CHECK(parse<Ipv6Address>("fe80::1%0") == "fe80::1"_ipv6); // none, as in sockaddr_in6
  PORTKIT_CHECK(error_of("fe80::1%") == ParseError{ParseErrc::scope_not_a_number, 8, 0});
  PORTKIT_CHECK(error_of("fe80::1%eth0") == ParseError{ParseErrc::scope_not_a_number, 8, 4});
  PORTKIT_CHECK(error_of("fe80::1%3x") == ParseError{ParseErrc::scope_not_a_number, 8, 2});
  PORTKIT_CHECK(error_of("fe80::1%+3") == ParseError{ParseErrc::scope_not_a_number, 8, 2});
  PORTKIT_CHECK(error_of("fe80::1% 3") == ParseError{ParseErrc::scope_not_a_number, 8, 2});
  PORTKIT_CHECK(error_of("fe80::1%03") == ParseError{ParseErrc::scope_not_a_number, 8, 2});
  PORTKIT_CHECK(error_of("fe80::1%00") == ParseError{ParseErrc::scope_not_a_number, 8, 2});
  PORTKIT_CHECK(error_of("fe80::1%3%4") == ParseError{ParseErrc::scope_not_a_number, 8, 3});
  PORTKIT_CHECK(error_of("fe80::1%25eth0") == ParseError{ParseErrc::scope_not_a_number, 8, 6});
  PORTKIT_CHECK(error_of("fe80::1%4294967296") == ParseError{ParseErrc::scope_out_of_range, 8, 10});
  PORTKIT_CHECK(error_of("::%18446744073709551617") ==
                ParseError{ParseErrc::scope_out_of_range, 3, 20});
  PORTKIT_CHECK(error_of("%3") == ParseError{ParseErrc::missing_group, 0, 0});
  PORTKIT_CHECK(error_of("1:%x") == ParseError{ParseErrc::missing_group, 2, 0}); // the first fault
}

TEST_CASE("a refused Ipv6Address names the rule and the place") {
  PORTKIT_CHECK(error_of("") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of({}) == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of(" ::1") == ParseError{ParseErrc::not_an_address_character, 0, 1});
  PORTKIT_CHECK(error_of("::1 ") == ParseError{ParseErrc::not_an_address_character, 3, 1});
  PORTKIT_CHECK(error_of("::1\0"sv) == ParseError{ParseErrc::not_an_address_character, 3, 1});
  PORTKIT_CHECK(error_of("::1/64") == ParseError{ParseErrc::not_an_address_character, 3, 1});
  PORTKIT_CHECK(error_of("::g") == ParseError{ParseErrc::not_an_address_character, 2, 1});
  PORTKIT_CHECK(error_of("::1g") == ParseError{ParseErrc::not_an_address_character, 3, 1});
  PORTKIT_CHECK(error_of("::12345g") == ParseError{ParseErrc::not_an_address_character, 7, 1});
  PORTKIT_CHECK(error_of("[::1]") == ParseError{ParseErrc::not_an_address_character, 0, 1});
  PORTKIT_CHECK(error_of("::.1") == ParseError{ParseErrc::not_an_address_character, 2, 1});
  PORTKIT_CHECK(error_of("0x1::") == ParseError{ParseErrc::not_an_address_character, 1, 1});
  PORTKIT_CHECK(error_of(":") == ParseError{ParseErrc::missing_group, 0, 0});
  PORTKIT_CHECK(error_of(":1::2") == ParseError{ParseErrc::missing_group, 0, 0});
  PORTKIT_CHECK(error_of("1") == ParseError{ParseErrc::missing_group, 1, 0});
  PORTKIT_CHECK(error_of("1:") == ParseError{ParseErrc::missing_group, 2, 0});
  PORTKIT_CHECK(error_of("1::2:") == ParseError{ParseErrc::missing_group, 5, 0});
  PORTKIT_CHECK(error_of("1:2:3:4:5:6:7") == ParseError{ParseErrc::missing_group, 13, 0});
  PORTKIT_CHECK(error_of("1:2:3:4:5:6:7:") == ParseError{ParseErrc::missing_group, 14, 0});
  PORTKIT_CHECK(error_of("1:2:3:4:5:6:7:8:") == ParseError{ParseErrc::missing_group, 16, 0});
  PORTKIT_CHECK(error_of("1:2:3:4:5:6:7%3") == ParseError{ParseErrc::missing_group, 13, 0});
  PORTKIT_CHECK(error_of("1:2:3:4:5:1.2.3.4") == ParseError{ParseErrc::missing_group, 10, 0});
  PORTKIT_CHECK(error_of("1.2.3.4") == ParseError{ParseErrc::missing_group, 0, 0});
  PORTKIT_CHECK(error_of("1:2:3:4:5:6:7:8:9") == ParseError{ParseErrc::too_many_groups, 16, 1});
  PORTKIT_CHECK(error_of("1:2:3:4:5:6:7:8:9:a%3") == ParseError{ParseErrc::too_many_groups, 16, 3});
  PORTKIT_CHECK(error_of("1:2:3:4:5:6:7:8::") == ParseError{ParseErrc::too_many_groups, 15, 2});
  PORTKIT_CHECK(error_of("::1:2:3:4:5:6:7:8") == ParseError{ParseErrc::too_many_groups, 16, 1});
  PORTKIT_CHECK(error_of("1:2:3:4::5:6:7:8") == ParseError{ParseErrc::too_many_groups, 15, 1});
  PORTKIT_CHECK(error_of("1:2:3:4:5:6:7:1.2.3.4") == ParseError{ParseErrc::too_many_groups, 14, 7});
  PORTKIT_CHECK(error_of("1::3:4:5:6:7:1.2.3.4") == ParseError{ParseErrc::too_many_groups, 13, 7});
  PORTKIT_CHECK(error_of("12345::") == ParseError{ParseErrc::group_too_long, 0, 5});
  PORTKIT_CHECK(error_of("::00001") == ParseError{ParseErrc::group_too_long, 2, 5});
  PORTKIT_CHECK(error_of("1::2::3") == ParseError{ParseErrc::second_double_colon, 4, 2});
  PORTKIT_CHECK(error_of(":::") == ParseError{ParseErrc::second_double_colon, 1, 2});
  PORTKIT_CHECK(error_of("1:::2") == ParseError{ParseErrc::second_double_colon, 2, 2});
  PORTKIT_CHECK(error_of("::::") == ParseError{ParseErrc::second_double_colon, 1, 2});
  // The IPv4 part has the faults of an IPv4 address.
  PORTKIT_CHECK(error_of("::1.2.3") == ParseError{ParseErrc::missing_octet, 7, 0});
  PORTKIT_CHECK(error_of("::1.2.3.4.5") == ParseError{ParseErrc::too_many_octets, 9, 2});
  PORTKIT_CHECK(error_of("::1.02.3.4") == ParseError{ParseErrc::octet_leading_zero, 4, 1});
  PORTKIT_CHECK(error_of("::1.2.3.256") == ParseError{ParseErrc::octet_out_of_range, 8, 3});
  PORTKIT_CHECK(error_of("::1.2.3.4:5") == ParseError{ParseErrc::not_an_address_character, 9, 1});
  PORTKIT_CHECK(error_of("::a.2.3.4") == ParseError{ParseErrc::not_an_address_character, 2, 1});
  PORTKIT_CHECK(error_of("::1.2.3.a") == ParseError{ParseErrc::not_an_address_character, 8, 1});
}

TEST_CASE("what is wrong with an Ipv6Address is said in plain English") {
  CHECK(error_of("::x").message() == "this character cannot stand here in an IP address"sv);
  CHECK(error_of("1:2").message() == "an IPv6 address has eight groups, or :: for some"sv);
  CHECK(error_of("1:2:3:4:5:6:7:8:9").message() ==
        "an IPv6 address has no more than eight groups"sv);
  CHECK(error_of("::12345").message() == "a group of an IPv6 address has at most four digits"sv);
  CHECK(error_of("1::2::3").message() == "an IPv6 address has :: at most once"sv);
  CHECK(error_of("fe80::1%eth0").message() ==
        "a scope id is a decimal number without leading zero, as in fe80::1%3"sv);
  CHECK(error_of("fe80::1%4294967296").message() == "a scope id is at most 4294967295"sv);
}

TEST_CASE("a text of 4 GiB is refused as an Ipv6Address") {
  address_cases::check_too_long<Ipv6Address>("2001:db8::1%3 and what follows, which is not read");
}

TEST_CASE("every short hostile text is read as an Ipv6Address as the specification says") {
  using address_cases::for_each_text;
  constexpr auto check = [](std::string_view text) {
    address_cases::check_text<Ipv6Address>(text);
  };
  for_each_text(hostile_bytes, 6, "", "", check);
  for_each_text(hostile_bytes, 4, "1:2:3:4:5:6:7", "", check);
  for_each_text(hostile_bytes, 4, "", "::1.2.3.4", check);
  for_each_text(hostile_bytes, 4, "fe80::1%", "", check);
  for_each_text("1:.", 7, "1:2:3:4:5:", "", check);
  for_each_text("1:", 16, "", "", check); // eight groups and more
  for_each_text("0F:.x", 7, "::", "", check);
  for_each_text("0429567%", 5, "::%42949", "", check);
}

TEST_CASE("the specification of this test agrees with RFC 3986 on what is an IPv6 address") {
  std::size_t addresses = 0;
  address_cases::for_each_text("1:.", 12, "", "", [&](std::string_view text) {
    const bool is_address = !reference::read_ipv6(text).error.has_value();
    addresses += is_address ? 1 : 0;
    if (is_address != reference::is_ipv6_of_rfc3986(text))
      FAIL_CHECK("they differ on " << spelled(text));
  });
  CHECK(addresses > 600);
}

TEST_CASE("every byte at every place of an Ipv6Address is read as the specification says") {
  for (const std::string_view good : {"::"sv, "::1"sv, "2001:db8::1:0"sv, "1:2:3:4:5:6:7:8"sv,
                                      "::ffff:192.0.2.1"sv, "fe80::1%10"sv})
    for (std::size_t i = 0; i != good.size(); ++i)
      for (unsigned byte = 0; byte != 256; ++byte) {
        std::string text{good};
        text[i] = static_cast<char>(static_cast<unsigned char>(byte));
        address_cases::check_text<Ipv6Address>(text);
        address_cases::check_text<Ipv6Address>(text.substr(0, i + 1));
      }
}

TEST_CASE("Ipv6Addresses of any length are refused without an overflow") {
  for (std::size_t length = 1; length <= 300; ++length) {
    const std::string zeros(length, '0');
    const std::string digits(length, 'f');
    const std::string nines(length, '9');
    std::string groups;
    for (std::size_t i = 0; i != length; ++i) groups += "1:";
    for (const std::string& text :
         {zeros + "::", "::" + digits, groups, groups + "1", "::" + groups + "1", groups + ":",
          std::string(length, ':'), "::%" + nines, "::%" + zeros, "::" + nines + ".0.0.1"})
      address_cases::check_text<Ipv6Address>(text);
  }
}

// ---- text: writing ----------------------------------------------------------------------------

TEST_CASE("an Ipv6Address is written as RFC 5952 recommends") {
  using address_cases::is_written;
  // Section 4.1: no leading zeros.  4.3: lower case.
  PORTKIT_CHECK(is_written("2001:0DB8::0001"_ipv6, "2001:db8::1"));
  PORTKIT_CHECK(is_written("2001:db8:AAAA:bbbb:Cccc:DDdd:eEEe:1"_ipv6,
                           "2001:db8:aaaa:bbbb:cccc:dddd:eeee:1"));
  // 4.2.1: as much as possible.
  PORTKIT_CHECK(is_written("2001:db8:0:0:0:0:2:1"_ipv6, "2001:db8::2:1"));
  PORTKIT_CHECK(is_written("2001:db8::0:1"_ipv6, "2001:db8::1"));
  // 4.2.2: no :: for one group.
  PORTKIT_CHECK(is_written("2001:db8::1:1:1:1:1"_ipv6, "2001:db8:0:1:1:1:1:1"));
  PORTKIT_CHECK(is_written("::2:3:4:5:6:7:8"_ipv6, "0:2:3:4:5:6:7:8"));
  PORTKIT_CHECK(is_written("1:2:3:4:5:6:7::"_ipv6, "1:2:3:4:5:6:7:0"));
  // 4.2.3: the longest run, the first of two.
  PORTKIT_CHECK(is_written("2001:0:0:1:0:0:0:1"_ipv6, "2001:0:0:1::1"));
  PORTKIT_CHECK(is_written("2001:db8:0:0:1:0:0:1"_ipv6, "2001:db8::1:0:0:1"));
  PORTKIT_CHECK(is_written("0:0:1:0:0:0:1:0"_ipv6, "0:0:1::1:0"));
  PORTKIT_CHECK(is_written("1:0:0:2:3:4:0:0"_ipv6, "1::2:3:4:0:0"));
  PORTKIT_CHECK(is_written("1:0:2:3:4:5:0:0"_ipv6, "1:0:2:3:4:5::"));
  PORTKIT_CHECK(is_written(Ipv6Address::any(), "::"));
  PORTKIT_CHECK(is_written(Ipv6Address::loopback(), "::1"));
  PORTKIT_CHECK(is_written("1::"_ipv6, "1::"));
  // 5: dotted where it is known that the address holds one of IPv4, and nowhere else.
  PORTKIT_CHECK(is_written("::ffff:c000:201"_ipv6, "::ffff:192.0.2.1"));
  PORTKIT_CHECK(is_written("::ffff:0:0"_ipv6, "::ffff:0.0.0.0"));
  PORTKIT_CHECK(is_written("::192.0.2.1"_ipv6, "::c000:201"));
  PORTKIT_CHECK(is_written("64:ff9b::192.0.2.1"_ipv6, "64:ff9b::c000:201"));
  PORTKIT_CHECK(is_written("::fffe:1.2.3.4"_ipv6, "::fffe:102:304"));
  // RFC 4007 section 11: the scope id.
  PORTKIT_CHECK(is_written("fe80::1%3"_ipv6, "fe80::1%3"));
  PORTKIT_CHECK(is_written("fe80::1%0"_ipv6, "fe80::1"));
  PORTKIT_CHECK(is_written("::ffff:1.2.3.4%10"_ipv6, "::ffff:1.2.3.4%10"));
  PORTKIT_CHECK(is_written("::%4294967295"_ipv6, "::%4294967295"));
}

TEST_CASE("each of the 256 patterns of zero groups is written as specified and read back") {
  for (unsigned zeros = 0; zeros != 256; ++zeros)
    for (const unsigned group : {1U, 0x10U, 0xFFFU, 0xFFFFU}) {
      reference::Address expected{std::nullopt, true};
      for (unsigned i = 0; i != 8; ++i) {
        const unsigned value = (zeros >> i & 1) != 0 ? 0 : group;
        expected.bytes.push_back(value / 256);
        expected.bytes.push_back(value % 256);
      }
      Bytes bytes{};
      for (std::size_t i = 0; i != 16; ++i)
        bytes[i] = static_cast<unsigned char>(expected.bytes[i]);
      const Ipv6Address address = Ipv6Address::from_bytes(bytes);
      const std::string text = reference::write_address(expected);
      if (to_string(address) != text) FAIL_CHECK("written wrongly: " << text);
      if (parse<Ipv6Address>(text) != address) FAIL_CHECK("read wrongly: " << text);
    }
}

TEST_CASE("a million Ipv6Addresses are written as specified and read back") {
  Random random{5952};
  reference::Address expected{std::nullopt, true};
  for (int i = 0; i != 1'000'000; ++i) {
    const Bytes bytes = random_bytes(random);
    expected.bytes.assign(bytes.begin(), bytes.end());
    expected.scope = random_scope(random);
    const Ipv6Address address = Ipv6Address::from_bytes(bytes).with_scope(expected.scope);
    const std::string text = reference::write_address(expected);
    if (to_string(address) != text) FAIL_CHECK("written wrongly: " << text);
    if (parse<Ipv6Address>(text) != address) FAIL_CHECK("read wrongly: " << text);
  }
}

TEST_CASE("every scope id at an edge is written and read back") {
  std::vector<std::uint32_t> scopes{0};
  for (std::uint64_t power = 1; power <= 0xFFFF'FFFF; power *= 2)
    for (const std::uint64_t scope : {power - 1, power, power + 1})
      scopes.push_back(static_cast<std::uint32_t>(scope));
  for (std::uint64_t power = 1; power <= 0xFFFF'FFFF; power *= 10)
    for (const std::uint64_t scope : {power - 1, power, power + 1})
      scopes.push_back(static_cast<std::uint32_t>(scope));
  scopes.push_back(0xFFFF'FFFF);
  for (const std::uint32_t scope : scopes) {
    const Ipv6Address address = "fe80::1"_ipv6.with_scope(scope);
    const std::string text =
        scope == 0 ? "fe80::1" : joined({"fe80::1%", reference::write_port(scope)});
    CHECK(to_string(address) == text);
    CHECK(parse<Ipv6Address>(text) == address);
  }
}

TEST_CASE("an Ipv6Address is written where it fits and nowhere else") {
  static_assert(max_text_size<Ipv6Address> ==
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295"sv.size());
  for (const char* text :
       {"::", "::1", "1::", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "fe80::1%3",
        "::ffff:255.255.255.255%4294967295", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295"})
    address_cases::check_rooms<Ipv6Address>(text);
}
