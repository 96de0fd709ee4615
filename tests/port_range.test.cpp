// SPDX-License-Identifier: BSL-1.0
#include <portkit/port_range.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <type_traits>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<PortRange, 4, 2>);
static_assert(std::totally_ordered<PortRange>);
static_assert(std::three_way_comparable<PortRange, std::strong_ordering>);
static_assert(facts::Constant<PortRange::of(80, 90)>::value.last() == 90_port);

// Never empty, so no default; never by accident out of two numbers or one.
static_assert(!std::is_default_constructible_v<PortRange>);
static_assert(std::is_constructible_v<PortRange, Port>);
static_assert(!facts::Convertible<Port, PortRange>);
static_assert(!std::is_constructible_v<PortRange, Port, Port>); // from and of check the order
static_assert(!std::is_constructible_v<PortRange, int>);
static_assert(!std::is_constructible_v<PortRange, std::uint16_t>);
static_assert(!std::is_constructible_v<PortRange, int, int>);
static_assert(!facts::Equatable<PortRange, Port> && facts::Equatable<PortRange, PortRange>);

template <class T>
concept IsInRange = requires(PortRange range, T port) { range.contains(port); };
static_assert(IsInRange<Port>);
static_assert(!IsInRange<int> && !IsInRange<std::uint16_t> && !IsInRange<NetworkPort>);

static_assert(std::is_same_v<decltype(PortRange::of(0, 1).size()), std::uint32_t>);
static_assert(std::is_nothrow_constructible_v<PortRange, Port>);
static_assert(noexcept(PortRange::from(Port{}, Port{})));
static_assert(noexcept(PortRange{Port{}}.first()) && noexcept(PortRange{Port{}}.last()));
static_assert(noexcept(PortRange{Port{}}.size()) && noexcept(PortRange{Port{}}.contains(Port{})));
static_assert(noexcept(PortRange{Port{}} == PortRange{Port{}}));
static_assert(noexcept(PortRange{Port{}} <=> PortRange{Port{}}));

TEST_CASE("a range holds both of its ends") {
  constexpr PortRange range = PortRange::of(8000, 8010);
  PORTKIT_CHECK(range.first() == 8000_port);
  PORTKIT_CHECK(range.last() == 8010_port);
  PORTKIT_CHECK(range.size() == 11);
  PORTKIT_CHECK(range == PortRange::of(8000_port, 8010_port));
  PORTKIT_CHECK(range == PortRange::from(8000_port, 8010_port));
  PORTKIT_CHECK(!range.contains(7999_port));
  PORTKIT_CHECK(range.contains(8000_port));
  PORTKIT_CHECK(range.contains(8005_port));
  PORTKIT_CHECK(range.contains(8010_port));
  PORTKIT_CHECK(!range.contains(8011_port));
  PORTKIT_CHECK(!range.contains(0_port));
  PORTKIT_CHECK(!range.contains(65535_port));
}

TEST_CASE("a range of one port") {
  PORTKIT_CHECK(PortRange{443_port} == PortRange::of(443, 443));
  PORTKIT_CHECK(PortRange{443_port}.size() == 1);
  PORTKIT_CHECK(PortRange{443_port}.contains(443_port));
  PORTKIT_CHECK(!PortRange{443_port}.contains(442_port));
  PORTKIT_CHECK(!PortRange{443_port}.contains(444_port));
  PORTKIT_CHECK(PortRange::from(443_port, 443_port) == std::optional{PortRange{443_port}});
}

TEST_CASE("a range may hold all 65,536 ports") {
  constexpr PortRange all = PortRange::of(0, 65535);
  PORTKIT_CHECK(all.size() == 65536);
  PORTKIT_CHECK(all.contains(0_port));
  PORTKIT_CHECK(all.contains(65535_port));
  PORTKIT_CHECK(PortRange::of(1, 65535).size() == 65535);
  PORTKIT_CHECK(PortRange{65535_port}.size() == 1);
  PORTKIT_CHECK(PortRange{0_port}.size() == 1);
}

TEST_CASE("a range does not run backwards") {
  PORTKIT_CHECK(PortRange::from(90_port, 80_port) == std::nullopt);
  PORTKIT_CHECK(PortRange::from(1_port, 0_port) == std::nullopt);
  PORTKIT_CHECK(PortRange::from(65535_port, 0_port) == std::nullopt);
  PORTKIT_CHECK(PortRange::from(32768_port, 32767_port) == std::nullopt);
  PORTKIT_CHECK(PortRange::from(32767_port, 32768_port).has_value());
}

TEST_CASE("ranges are ordered by first, then by last") {
  PORTKIT_CHECK(PortRange::of(80, 90) < PortRange::of(81, 82));
  PORTKIT_CHECK(PortRange::of(80, 90) < PortRange::of(80, 91));
  PORTKIT_CHECK(PortRange::of(80, 90) == PortRange::of(80, 90));
  PORTKIT_CHECK(PortRange::of(80, 90) != PortRange::of(80, 91));
  PORTKIT_CHECK(PortRange::of(80, 90) != PortRange::of(79, 90));
  PORTKIT_CHECK(PortRange::of(32768, 65535) > PortRange::of(1, 2));
}

TEST_CASE("a range hashes by both its ends") {
  constexpr std::hash<PortRange> hash;
  PORTKIT_CHECK(hash(PortRange::of(1, 2)) == hash_value(PortRange::of(1, 2)));
  PORTKIT_CHECK(hash(PortRange::of(1, 2)) != hash(PortRange::of(1, 3)));
  PORTKIT_CHECK(hash(PortRange::of(1, 2)) != hash(PortRange::of(0, 2)));
}

TEST_CASE("a range contains what lies between its ends, for every port") {
  for (const PortRange range : {PortRange::of(0, 0), PortRange::of(0, 1023),
                                PortRange::of(1024, 49151), PortRange::of(49152, 65535)}) {
    std::uint32_t inside = 0;
    for (std::uint32_t number = 0; number != 65536; ++number) {
      const bool is_inside = range.contains(Port{static_cast<std::uint16_t>(number)});
      if (is_inside) ++inside;
      if (is_inside != (number >= range.first().value() && number <= range.last().value()))
        FAIL_CHECK("wrong for " << number);
    }
    CHECK(inside == range.size());
  }
}
