// SPDX-License-Identifier: BSL-1.0
#include <portkit/ipv4_address.hpp>
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

static_assert(facts::PlainValue<Ipv4Address, 4, 4>);
static_assert(std::regular<Ipv4Address> && std::totally_ordered<Ipv4Address>);
static_assert(std::three_way_comparable<Ipv4Address, std::strong_ordering>);
static_assert(facts::Constant<"192.0.2.1"_ipv4>::value == Ipv4Address{192, 0, 2, 1});
static_assert(
    !std::is_same_v<facts::Constant<"192.0.2.1"_ipv4>, facts::Constant<"192.0.2.2"_ipv4>>);

// No number is an address: of which byte order would it be?
static_assert(facts::Equatable<Ipv4Address, Ipv4Address> &&
              facts::Orderable<Ipv4Address, Ipv4Address>);
template <class T>
concept IsStrangeToAddresses =
    !facts::Castable<Ipv4Address, T> && !facts::Constructible<Ipv4Address, T> &&
    !facts::Castable<T, Ipv4Address> && !facts::Assignable<Ipv4Address, T> &&
    !facts::Equatable<Ipv4Address, T> && !facts::Orderable<Ipv4Address, T>;
static_assert(!IsStrangeToAddresses<Ipv4Address>);
static_assert(IsStrangeToAddresses<std::uint32_t> && IsStrangeToAddresses<int> &&
              IsStrangeToAddresses<unsigned long long> && IsStrangeToAddresses<bool> &&
              IsStrangeToAddresses<char> && IsStrangeToAddresses<double>);
static_assert(IsStrangeToAddresses<const char*> && IsStrangeToAddresses<std::string_view> &&
              IsStrangeToAddresses<std::array<unsigned char, 4>>);

// Four bytes, each of which fits.
template <auto First>
concept FitsInBraces = requires { Ipv4Address{First, 0, 0, 1}; };
static_assert(FitsInBraces<0> && FitsInBraces<255> && FitsInBraces<255LL>);
static_assert(!FitsInBraces<256> && !FitsInBraces<300> && !FitsInBraces<-1>);
static_assert(std::is_constructible_v<Ipv4Address, int, int, int, int>);
static_assert(!std::is_constructible_v<Ipv4Address, int, int, int>);
static_assert(!std::is_constructible_v<Ipv4Address, int, int, int, int, int>);

template <class T>
concept IsReadable = requires(T bytes) { Ipv4Address::from_bytes(bytes); };
static_assert(IsReadable<std::span<const std::byte, 4>> && IsReadable<std::span<std::byte, 4>>);
static_assert(IsReadable<std::span<const unsigned char, 4>> && IsReadable<std::span<char, 4>>);
static_assert(IsReadable<std::array<char, 4>&> && IsReadable<const std::array<std::byte, 4>&>);
static_assert(IsReadable<unsigned char (&)[4]> && IsReadable<const char (&)[4]>);
static_assert(!IsReadable<std::array<char, 3>&> && !IsReadable<std::array<char, 5>&>);
static_assert(!IsReadable<unsigned char (&)[5]> && !IsReadable<std::span<std::byte>>);
static_assert(!IsReadable<const char*> && !IsReadable<std::string_view>);
static_assert(!IsReadable<std::span<const std::uint32_t, 1>> &&
              !IsReadable<std::span<const std::uint16_t, 4>> && !IsReadable<std::uint32_t>);

static_assert(std::is_nothrow_default_constructible_v<Ipv4Address>);
static_assert(noexcept(Ipv4Address{192, 0, 2, 1}));
static_assert(noexcept(Ipv4Address::any()) && noexcept(Ipv4Address::loopback()) &&
              noexcept(Ipv4Address::broadcast()));
static_assert(noexcept(Ipv4Address::from_bytes(std::array<unsigned char, 4>{})));
static_assert(noexcept(Ipv4Address{}.bytes()) && noexcept(Ipv4Address{}.v4_mapped()));
static_assert(noexcept(Ipv4Address{}.is_unspecified()) && noexcept(Ipv4Address{}.is_loopback()) &&
              noexcept(Ipv4Address{}.is_private()) && noexcept(Ipv4Address{}.is_link_local()) &&
              noexcept(Ipv4Address{}.is_multicast()) && noexcept(Ipv4Address{}.is_broadcast()));
static_assert(noexcept(Ipv4Address{} == Ipv4Address{}) && noexcept(Ipv4Address{} < Ipv4Address{}));
static_assert(noexcept(hash_value(Ipv4Address{})) &&
              noexcept(std::hash<Ipv4Address>{}(Ipv4Address{})));
static_assert(noexcept(parse<Ipv4Address>(std::string_view{})));
static_assert(noexcept(to_chars(nullptr, nullptr, Ipv4Address{})));

namespace {

constexpr auto error_of = [](std::string_view text) {
  return address_cases::error_of<Ipv4Address>(text);
};

constexpr Ipv4Address from_number(std::uint32_t number) {
  return {static_cast<std::uint8_t>(number >> 24), static_cast<std::uint8_t>(number >> 16 & 0xFF),
          static_cast<std::uint8_t>(number >> 8 & 0xFF), static_cast<std::uint8_t>(number & 0xFF)};
}

constexpr std::array<unsigned, 11> octets_at_the_edges{0,   1,   9,   10,  99, 100,
                                                       199, 200, 249, 250, 255};

} // namespace

// ---- values -----------------------------------------------------------------------------------

TEST_CASE("an Ipv4Address is its four bytes") {
  PORTKIT_CHECK(Ipv4Address{192, 0, 2, 1}.bytes() == std::array<unsigned char, 4>{192, 0, 2, 1});
  PORTKIT_CHECK(Ipv4Address{} == Ipv4Address{0, 0, 0, 0});
  PORTKIT_CHECK(Ipv4Address::any() == Ipv4Address{});
  PORTKIT_CHECK(Ipv4Address::loopback() == Ipv4Address{127, 0, 0, 1});
  PORTKIT_CHECK(Ipv4Address::broadcast() == Ipv4Address{255, 255, 255, 255});
}

TEST_CASE("four bytes are read in the order in which they arrived, from every byte type") {
  constexpr std::array<unsigned char, 4> as_unsigned{0xC0, 0, 0xFF, 1};
  constexpr std::array<char, 4> as_char{'\xC0', '\0', '\xFF', '\x01'}; // negative if signed
  constexpr std::array<std::byte, 4> as_byte{std::byte{0xC0}, std::byte{}, std::byte{0xFF},
                                             std::byte{1}};
  PORTKIT_CHECK(Ipv4Address::from_bytes(as_unsigned) == "192.0.255.1"_ipv4);
  PORTKIT_CHECK(Ipv4Address::from_bytes(as_char) == "192.0.255.1"_ipv4);
  PORTKIT_CHECK(Ipv4Address::from_bytes(as_byte) == "192.0.255.1"_ipv4);
  static constexpr unsigned char packet[] = {9, 0xC0, 0, 0xFF, 1, 9};
  PORTKIT_CHECK(Ipv4Address::from_bytes(std::span{packet}.subspan<1, 4>()) == "192.0.255.1"_ipv4);
  static constexpr char field[4] = {'\x7F', 0, 0, 1};
  PORTKIT_CHECK(Ipv4Address::from_bytes(field) == Ipv4Address::loopback());
}

TEST_CASE("bytes go in and come back") {
  Random random{1};
  for (int i = 0; i != 100'000; ++i) {
    const Ipv4Address address = from_number(static_cast<std::uint32_t>(random.next()));
    if (Ipv4Address::from_bytes(address.bytes()) != address) FAIL_CHECK(to_string(address));
  }
}

TEST_CASE("Ipv4Addresses are ordered by number") {
  PORTKIT_CHECK("0.0.0.0"_ipv4 < "0.0.0.1"_ipv4);
  PORTKIT_CHECK("0.0.0.255"_ipv4 < "0.0.1.0"_ipv4);
  PORTKIT_CHECK("1.0.0.0"_ipv4 > "0.255.255.255"_ipv4);
  PORTKIT_CHECK("127.255.255.255"_ipv4 < "128.0.0.0"_ipv4); // not as signed numbers
  PORTKIT_CHECK("9.0.0.0"_ipv4 < "10.0.0.0"_ipv4);          // not as text
  PORTKIT_CHECK("255.255.255.255"_ipv4 >= "255.255.255.255"_ipv4);
  PORTKIT_CHECK(("1.2.3.4"_ipv4 <=> "1.2.3.4"_ipv4) == std::strong_ordering::equal);
  PORTKIT_CHECK("1.2.3.4"_ipv4 != "4.3.2.1"_ipv4);
}

TEST_CASE("a kind of Ipv4Address begins and ends where its RFC says") {
  // In turn: the last address before, the first, the last, the first one behind.
  PORTKIT_CHECK("0.0.0.0"_ipv4.is_unspecified());
  PORTKIT_CHECK(!"0.0.0.1"_ipv4.is_unspecified());
  PORTKIT_CHECK(!"1.0.0.0"_ipv4.is_unspecified());

  PORTKIT_CHECK(!"126.255.255.255"_ipv4.is_loopback());
  PORTKIT_CHECK("127.0.0.0"_ipv4.is_loopback());
  PORTKIT_CHECK("127.255.255.255"_ipv4.is_loopback());
  PORTKIT_CHECK(!"128.0.0.0"_ipv4.is_loopback());

  PORTKIT_CHECK(!"9.255.255.255"_ipv4.is_private());
  PORTKIT_CHECK("10.0.0.0"_ipv4.is_private());
  PORTKIT_CHECK("10.255.255.255"_ipv4.is_private());
  PORTKIT_CHECK(!"11.0.0.0"_ipv4.is_private());
  PORTKIT_CHECK(!"172.15.255.255"_ipv4.is_private());
  PORTKIT_CHECK("172.16.0.0"_ipv4.is_private());
  PORTKIT_CHECK("172.31.255.255"_ipv4.is_private());
  PORTKIT_CHECK(!"172.32.0.0"_ipv4.is_private());
  PORTKIT_CHECK(!"192.167.255.255"_ipv4.is_private());
  PORTKIT_CHECK("192.168.0.0"_ipv4.is_private());
  PORTKIT_CHECK("192.168.255.255"_ipv4.is_private());
  PORTKIT_CHECK(!"192.169.0.0"_ipv4.is_private());

  PORTKIT_CHECK(!"169.253.255.255"_ipv4.is_link_local());
  PORTKIT_CHECK("169.254.0.0"_ipv4.is_link_local());
  PORTKIT_CHECK("169.254.255.255"_ipv4.is_link_local());
  PORTKIT_CHECK(!"169.255.0.0"_ipv4.is_link_local());

  PORTKIT_CHECK(!"223.255.255.255"_ipv4.is_multicast());
  PORTKIT_CHECK("224.0.0.0"_ipv4.is_multicast());
  PORTKIT_CHECK("239.255.255.255"_ipv4.is_multicast());
  PORTKIT_CHECK(!"240.0.0.0"_ipv4.is_multicast());

  PORTKIT_CHECK(!"255.255.255.254"_ipv4.is_broadcast());
  PORTKIT_CHECK("255.255.255.255"_ipv4.is_broadcast());
}

TEST_CASE("an Ipv4Address is of no two kinds, and most are of none") {
  // One address of each /16: no prefix above is longer.
  std::size_t counts[6] = {};
  for (std::uint32_t upper = 0; upper != 65536; ++upper) {
    const Ipv4Address address = from_number(upper << 16 | 0x0101);
    const bool kinds[] = {address.is_unspecified(), address.is_loopback(),  address.is_private(),
                          address.is_link_local(),  address.is_multicast(), address.is_broadcast()};
    std::size_t sum = 0;
    for (std::size_t i = 0; i != 6; ++i) {
      counts[i] += kinds[i] ? 1 : 0;
      sum += kinds[i] ? 1 : 0;
    }
    if (sum > 1) FAIL_CHECK(to_string(address));
  }
  CHECK(counts[0] == 0);
  CHECK(counts[1] == 256);
  CHECK(counts[2] == 256 + 16 + 1);
  CHECK(counts[3] == 1);
  CHECK(counts[4] == 16 * 256);
  CHECK(counts[5] == 0);
}

// ---- hashing ----------------------------------------------------------------------------------

TEST_CASE("an Ipv4Address is hashed alike by every protocol of hashing") {
  for (const Ipv4Address address : {"0.0.0.0"_ipv4, "192.0.2.1"_ipv4, "255.255.255.255"_ipv4}) {
    CHECK(std::hash<Ipv4Address>{}(address) == hash_value(address));
    CHECK(facts::absl_hash_input(address).size() == 1);
  }
  PORTKIT_CHECK(hash_value("192.0.2.1"_ipv4) != hash_value("192.0.2.2"_ipv4));
  CHECK(facts::absl_hash_input("192.0.2.1"_ipv4) != facts::absl_hash_input("192.0.2.2"_ipv4));
}

TEST_CASE("neighbouring Ipv4Addresses spread over the low bits of their hashes") {
  for (const int shift : {0, 4, 8, 12, 16}) {
    CAPTURE(shift);
    address_cases::check_spread<Ipv4Address>(
        [=](std::uint32_t i) { return from_number(0x0A01'0203 ^ i << shift); });
  }
}

TEST_CASE("no two of neighbouring Ipv4Addresses hash alike") {
  std::unordered_set<std::size_t> hashes;
  for (std::uint32_t i = 0; i != 65536; ++i) hashes.insert(hash_value(from_number(i << 8)));
  if constexpr (sizeof(std::size_t) >= 4) CHECK(hashes.size() == 65536);
}

// ---- text -------------------------------------------------------------------------------------

TEST_CASE("an Ipv4Address's text is four decimal numbers") {
  PORTKIT_CHECK(parse<Ipv4Address>("192.0.2.1") == Ipv4Address{192, 0, 2, 1});
  PORTKIT_CHECK(parse<Ipv4Address>("0.0.0.0") == Ipv4Address::any());
  PORTKIT_CHECK(parse<Ipv4Address>("255.255.255.255") == Ipv4Address::broadcast());
  PORTKIT_CHECK("127.0.0.1"_ipv4 == Ipv4Address::loopback());
  PORTKIT_CHECK(address_cases::is_canonical<Ipv4Address>("0.0.0.0"));
  PORTKIT_CHECK(address_cases::is_canonical<Ipv4Address>("10.99.100.255"));
  PORTKIT_CHECK(address_cases::is_canonical<Ipv4Address>("255.255.255.255"));
}

TEST_CASE("a refused Ipv4Address names the rule and the place") {
  PORTKIT_CHECK(error_of("") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of({}) == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of(" 1.2.3.4") == ParseError{ParseErrc::not_an_address_character, 0, 1});
  PORTKIT_CHECK(error_of("1.2.3.4 ") == ParseError{ParseErrc::not_an_address_character, 7, 1});
  PORTKIT_CHECK(error_of("1.2.3.4\0"sv) == ParseError{ParseErrc::not_an_address_character, 7, 1});
  PORTKIT_CHECK(error_of("1.2.3.4/8") == ParseError{ParseErrc::not_an_address_character, 7, 1});
  PORTKIT_CHECK(error_of("+1.2.3.4") == ParseError{ParseErrc::not_an_address_character, 0, 1});
  PORTKIT_CHECK(error_of("1.-2.3.4") == ParseError{ParseErrc::not_an_address_character, 2, 1});
  PORTKIT_CHECK(error_of("0x7f.0.0.1") == ParseError{ParseErrc::not_an_address_character, 1, 1});
  PORTKIT_CHECK(error_of("1,2,3,4") == ParseError{ParseErrc::not_an_address_character, 1, 1});
  PORTKIT_CHECK(error_of("1.2.3.4:80") == ParseError{ParseErrc::not_an_address_character, 7, 1});
  PORTKIT_CHECK(error_of("localhost") == ParseError{ParseErrc::not_an_address_character, 0, 1});
  PORTKIT_CHECK(error_of("300x.2.3.4") == ParseError{ParseErrc::not_an_address_character, 3, 1});
  PORTKIT_CHECK(error_of("1.2.3") == ParseError{ParseErrc::missing_octet, 5, 0});
  PORTKIT_CHECK(error_of("1.2.3.") == ParseError{ParseErrc::missing_octet, 6, 0});
  PORTKIT_CHECK(error_of("1..3.4") == ParseError{ParseErrc::missing_octet, 2, 0});
  PORTKIT_CHECK(error_of(".1.2.3") == ParseError{ParseErrc::missing_octet, 0, 0});
  PORTKIT_CHECK(error_of("3221225985") == ParseError{ParseErrc::octet_out_of_range, 0, 10});
  PORTKIT_CHECK(error_of("127.1") == ParseError{ParseErrc::missing_octet, 5, 0});
  PORTKIT_CHECK(error_of("1.2.3.4.5") == ParseError{ParseErrc::too_many_octets, 7, 2});
  PORTKIT_CHECK(error_of("1.2.3.4.") == ParseError{ParseErrc::too_many_octets, 7, 1});
  PORTKIT_CHECK(error_of("1.2.3.4.x") == ParseError{ParseErrc::too_many_octets, 7, 2});
  PORTKIT_CHECK(error_of("010.0.0.1") == ParseError{ParseErrc::octet_leading_zero, 0, 1});
  PORTKIT_CHECK(error_of("10.0.0.001") == ParseError{ParseErrc::octet_leading_zero, 7, 2});
  PORTKIT_CHECK(error_of("1.00.3.4") == ParseError{ParseErrc::octet_leading_zero, 2, 1});
  PORTKIT_CHECK(error_of("1.2.3.0999") == ParseError{ParseErrc::octet_leading_zero, 6, 1});
  PORTKIT_CHECK(error_of("256.1.1.1") == ParseError{ParseErrc::octet_out_of_range, 0, 3});
  PORTKIT_CHECK(error_of("1.2.3.300") == ParseError{ParseErrc::octet_out_of_range, 6, 3});
  PORTKIT_CHECK(error_of("1.4294967297.3.4") == ParseError{ParseErrc::octet_out_of_range, 2, 10});
  PORTKIT_CHECK(error_of("300.x") == ParseError{ParseErrc::octet_out_of_range, 0, 3}); // the first
}

TEST_CASE("no option lets an Ipv4Address have leading zeros") {
  constexpr ParseOptions zeros = ParseOptions::leading_zeros_allowed;
  PORTKIT_CHECK(parse<Ipv4Address>("010.0.0.1", zeros).error().code ==
                ParseErrc::octet_leading_zero);
  PORTKIT_CHECK(parse<Ipv4Address>("0.0.0.0", ParseOptions::nonzero_port) == Ipv4Address{});
}

TEST_CASE("what is wrong with an Ipv4Address is said in plain English") {
  CHECK(error_of("1.2.3.x").message() == "this character cannot stand here in an IP address"sv);
  CHECK(error_of("1.2.3").message() == "an IPv4 address has four parts, as in 192.0.2.1"sv);
  CHECK(error_of("1.2.3.4.5").message() == "an IPv4 address has no more than four parts"sv);
  CHECK(error_of("010.0.0.1").message() == "a part of an IPv4 address has no leading zero"sv);
  CHECK(error_of("256.0.0.1").message() == "a part of an IPv4 address is at most 255"sv);
}

TEST_CASE("a text of 4 GiB is refused as an Ipv4Address") {
  address_cases::check_too_long<Ipv4Address>("192.0.2.1 and what follows, which is not read");
}

TEST_CASE("every Ipv4Address of parts at the edges is written and read back") {
  for (const unsigned a : octets_at_the_edges)
    for (const unsigned b : octets_at_the_edges)
      for (const unsigned c : octets_at_the_edges)
        for (const unsigned d : octets_at_the_edges) {
          const Ipv4Address address = from_number(a << 24 | b << 16 | c << 8 | d);
          const std::string text = reference::write_ipv4({a, b, c, d});
          if (to_string(address) != text) FAIL_CHECK("written wrongly: " << text);
          if (parse<Ipv4Address>(text) != address) FAIL_CHECK("read wrongly: " << text);
        }
}

TEST_CASE("every part of an Ipv4Address from 0 to 1100 is read as specified at every place") {
  for (unsigned number = 0; number != 1101; ++number)
    for (const std::string& octet :
         {reference::write_port(number), joined({"0", reference::write_port(number)})}) {
      address_cases::check_text<Ipv4Address>(octet + ".2.3.4");
      address_cases::check_text<Ipv4Address>("1." + octet + ".3.4");
      address_cases::check_text<Ipv4Address>("1.2." + octet + ".4");
      address_cases::check_text<Ipv4Address>("1.2.3." + octet);
    }
}

TEST_CASE("every short hostile text is read as an Ipv4Address as the specification says") {
  using address_cases::for_each_text;
  constexpr auto check = [](std::string_view text) {
    address_cases::check_text<Ipv4Address>(text);
  };
  for_each_text(hostile_bytes, 6, "", "", check);
  for_each_text(hostile_bytes, 4, "1.2.3", "", check);
  for_each_text(hostile_bytes, 4, "", ".253.4", check);
  for_each_text("025.", 9, "", "", check); // whole addresses: 0.0.0.0 has seven bytes
  for_each_text("0156.x", 6, "255.2", "", check);
}

TEST_CASE("every byte at every place of an Ipv4Address is read as the specification says") {
  for (const std::string_view good : {"0.0.0.0"sv, "192.0.2.1"sv, "255.255.255.255"sv})
    for (std::size_t i = 0; i != good.size(); ++i)
      for (unsigned byte = 0; byte != 256; ++byte) {
        std::string text{good};
        text[i] = static_cast<char>(static_cast<unsigned char>(byte));
        address_cases::check_text<Ipv4Address>(text);
        address_cases::check_text<Ipv4Address>(text.substr(0, i + 1));
      }
}

TEST_CASE("Ipv4Addresses of any length are refused without an overflow") {
  for (std::size_t length = 1; length <= 600; ++length) {
    const std::string nines(length, '9');
    const std::string zeros(length, '0');
    const std::string stops(length, '.');
    for (const std::string& part : {nines, zeros, zeros + "1", "1" + zeros, stops})
      for (const std::string& text : {part, part + ".2.3.4", "1.2.3." + part})
        address_cases::check_text<Ipv4Address>(text);
  }
}

TEST_CASE("an Ipv4Address is written where it fits and nowhere else") {
  static_assert(max_text_size<Ipv4Address> == "255.255.255.255"sv.size());
  for (const char* text : {"0.0.0.0", "1.2.3.4", "10.2.3.4", "1.2.3.99", "192.0.2.1", "100.99.10.9",
                           "200.100.100.10", "255.255.255.255"})
    address_cases::check_rooms<Ipv4Address>(text);
}
