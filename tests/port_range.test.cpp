// SPDX-License-Identifier: BSL-1.0
#include <portkit/port_range.hpp>
#include <portkit/string.hpp>

#include "check.hpp"
#include "facts.hpp"
#include "number_cases.hpp"
#include "random.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <vector>

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

// What is a range of ports to C++, is one to a for loop, to an algorithm and to a view.
template <class T, class Value>
concept ViewOfPorts =
    std::ranges::random_access_range<T> && std::ranges::sized_range<T> &&
    std::ranges::common_range<T> && std::ranges::borrowed_range<T> && std::ranges::view<T> &&
    !std::ranges::contiguous_range<T> && std::same_as<std::ranges::range_value_t<T>, Value> &&
    std::same_as<std::ranges::range_reference_t<const T>, Value>;
static_assert(ViewOfPorts<PortRange, Port>);
static_assert(ViewOfPorts<TcpPortRange, TcpPort> && ViewOfPorts<SctpPortRange, SctpPort>);
static_assert(ViewOfPorts<TransportPortRange, TransportPort>);

static_assert(facts::PlainValue<TcpPortRange, 4, 2> && facts::PlainValue<DccpPortRange, 4, 2>);
static_assert(std::three_way_comparable<TcpPortRange, std::strong_ordering>);
static_assert(facts::Constant<TcpPortRange::of(80, 90)>::value.last() == 90_tcp);
static_assert(!std::is_default_constructible_v<TcpPortRange>);
static_assert(facts::Constructible<TcpPortRange, TcpPort>);
static_assert(facts::Constructible<TcpPortRange, PortRange>);
static_assert(!facts::Convertible<PortRange, TcpPortRange>);
static_assert(!facts::Convertible<TcpPortRange, PortRange>);
static_assert(!facts::Constructible<TcpPortRange, UdpPortRange>);
static_assert(!facts::Constructible<TcpPortRange, TransportPortRange>);
static_assert(facts::Equatable<TcpPortRange, TcpPortRange>);
static_assert(!facts::Equatable<TcpPortRange, UdpPortRange>);
static_assert(!facts::Orderable<TcpPortRange, UdpPortRange>);
static_assert(!facts::Equatable<TcpPortRange, PortRange>);

// A protocol and its padding byte on top; not standard layout, for which nobody asks.
static_assert(sizeof(TransportPortRange) == 6 && alignof(TransportPortRange) == 2);
static_assert(std::is_trivially_copyable_v<TransportPortRange> &&
              std::copyable<TransportPortRange> && std::totally_ordered<TransportPortRange>);
static_assert(facts::Constant<TransportPortRange{Protocol::udp, PortRange::of(80, 90)}>::value ==
              UdpPortRange::of(80, 90));
static_assert(!std::is_default_constructible_v<TransportPortRange>);
static_assert(facts::Convertible<TcpPortRange, TransportPortRange>);
static_assert(!facts::Convertible<PortRange, TransportPortRange>);
static_assert(!facts::Convertible<TransportPort, TransportPortRange>);
static_assert(facts::Constructible<TransportPortRange, TransportPort>);
static_assert(facts::Equatable<TransportPortRange, UdpPortRange>);
static_assert(!facts::Equatable<TransportPortRange, PortRange>);

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

// ---- relations: against what a child would do -------------------------------------------------

namespace {

constexpr std::uint32_t edges[]{0,     1,     2,     63,    64,    1023,  1024,
                                32767, 32768, 49151, 49152, 65533, 65534, 65535};

[[nodiscard]] Port port(std::uint32_t number) { return Port{static_cast<std::uint16_t>(number)}; }

/// Every range between two of the edges.
[[nodiscard]] std::vector<PortRange> edge_ranges() {
  std::vector<PortRange> ranges;
  for (const std::uint32_t first : edges)
    for (const std::uint32_t last : edges)
      if (const auto range = PortRange::from(port(first), port(last))) ranges.push_back(*range);
  return ranges;
}

[[nodiscard]] PortRange random_range(Random& random) {
  // Now and then near a neighbour of what came before, so that borders meet.
  const auto number = [&] {
    return random.once_in(2) ? edges[random.below(std::size(edges))] : random.below(65536);
  };
  const std::uint32_t a = number();
  const std::uint32_t b = number();
  return *PortRange::from(port(std::min(a, b)), port(std::max(a, b)));
}

/// Both ranges in numbers that cannot overflow.
struct Pair {
  explicit Pair(PortRange a, PortRange b)
      : low{std::max<std::int64_t>(a.first().value(), b.first().value())},
        high{std::min<std::int64_t>(a.last().value(), b.last().value())},
        lowest{std::min<std::int64_t>(a.first().value(), b.first().value())},
        highest{std::max<std::int64_t>(a.last().value(), b.last().value())} {}
  std::int64_t low, high, lowest, highest;

  [[nodiscard]] std::int64_t common() const { return high - low + 1; } // 0: they touch
  [[nodiscard]] static bool is(const std::optional<PortRange>& range, std::int64_t first,
                               std::int64_t last) {
    return range && range->first().value() == first && range->last().value() == last;
  }
};

/// The first relation of the two that is not what the reference says; empty if all are.
[[nodiscard]] std::string_view wrong_relation(PortRange a, PortRange b) {
  const Pair pair{a, b};
  if (a.overlaps(b) != (pair.common() > 0)) return "overlaps";
  if (a.adjacent(b) != (pair.common() == 0)) return "adjacent";
  if (a.includes(b) != (pair.common() == b.size())) return "includes";
  const auto intersection = a.intersect(b);
  if (pair.common() > 0 ? !Pair::is(intersection, pair.low, pair.high) : intersection.has_value())
    return "intersect";
  const auto whole = a.merge(b);
  if (pair.common() >= 0 ? !Pair::is(whole, pair.lowest, pair.highest) : whole.has_value())
    return "merge";
  if ((a < b) != (std::array{a.first(), a.last()} < std::array{b.first(), b.last()})) return "<";
  if ((a == b) != (pair.common() == a.size() && a.size() == b.size())) return "==";
  return {};
}

/// A range, written as a C++ programmer would: a bit for each of 16 ports from `base` on.
[[nodiscard]] std::uint32_t bits(PortRange range, std::uint32_t base) {
  std::uint32_t mask = 0;
  for (const Port port : range) mask |= 1U << (port.value() - base);
  return mask;
}

} // namespace

TEST_CASE("two ranges relate as their ports do, at every place in 12 ports at each end") {
  for (const std::uint32_t base : {0U, 65524U}) {
    std::vector<PortRange> ranges;
    for (std::uint32_t first = base; first != base + 12; ++first)
      for (std::uint32_t last = first; last != base + 12; ++last)
        ranges.push_back(*PortRange::from(port(first), port(last)));
    for (const PortRange a : ranges) {
      for (const PortRange b : ranges) {
        const std::uint32_t in_a = bits(a, base);
        const std::uint32_t in_b = bits(b, base);
        CAPTURE(to_string(a));
        CAPTURE(to_string(b));
        const bool is_one = [mask = in_a | in_b] { // its bits stand side by side
          return (((mask | (mask - 1)) + 1) & mask) == 0;
        }();
        if (a.overlaps(b) != ((in_a & in_b) != 0)) FAIL_CHECK("overlaps");
        if (a.includes(b) != ((in_b & ~in_a) == 0)) FAIL_CHECK("includes");
        if (a.adjacent(b) != (is_one && (in_a & in_b) == 0)) FAIL_CHECK("adjacent");
        const auto intersection = a.intersect(b);
        if ((intersection ? bits(*intersection, base) : 0) != (in_a & in_b))
          FAIL_CHECK("intersect");
        const auto whole = a.merge(b);
        if ((whole ? bits(*whole, base) : 0) != (is_one ? in_a | in_b : 0)) FAIL_CHECK("merge");
      }
    }
  }
}

TEST_CASE("two ranges relate as their numbers do: the edges, and a million random pairs") {
  const std::vector<PortRange> ranges = edge_ranges();
  CHECK(ranges.size() == std::size(edges) * (std::size(edges) + 1) / 2);
  for (const PortRange a : ranges)
    for (const PortRange b : ranges)
      if (const auto relation = wrong_relation(a, b); !relation.empty())
        FAIL_CHECK(to_string(a) << " " << relation << " " << to_string(b));
  Random random{20260817};
  for (int i = 0; i != 1'000'000; ++i) {
    const PortRange a = random_range(random);
    const PortRange b = random_range(random);
    if (const auto relation = wrong_relation(a, b); !relation.empty())
      FAIL_CHECK(to_string(a) << " " << relation << " " << to_string(b));
  }
}

TEST_CASE("ranges of two protocols have nothing in common") {
  constexpr TransportPortRange tcp = TcpPortRange::of(80, 90);
  constexpr TransportPortRange udp = UdpPortRange::of(80, 90);
  constexpr TransportPortRange next = UdpPortRange::of(91, 99);
  PORTKIT_CHECK(tcp != udp);
  PORTKIT_CHECK(!tcp.overlaps(udp));
  PORTKIT_CHECK(!tcp.includes(udp));
  PORTKIT_CHECK(!tcp.adjacent(next));
  PORTKIT_CHECK(udp.adjacent(next));
  PORTKIT_CHECK(!tcp.intersect(udp));
  PORTKIT_CHECK(!tcp.merge(next));
  PORTKIT_CHECK(udp.merge(next) == std::optional<TransportPortRange>{UdpPortRange::of(80, 99)});
  PORTKIT_CHECK(tcp.contains(85_tcp));
  PORTKIT_CHECK(!tcp.contains(85_udp));
  PORTKIT_CHECK(tcp.index_of(85_tcp) == std::optional{5U});
  PORTKIT_CHECK(!tcp.index_of(85_udp));
  PORTKIT_CHECK(tcp.next_wrapping(85_udp) == 80_tcp);
}

// ---- the ports of a range ---------------------------------------------------------------------

TEST_CASE("the loop over all ports visits 65,536 of them, each once, and ends") {
  std::vector<int> visits(65536);
  for (const Port port : PortRange::all()) ++visits[port.value()];
  CHECK(std::ranges::all_of(visits, [](int count) { return count == 1; }));

  std::uint32_t expected = 65530;
  for (const TcpPort port : TcpPortRange::of(65530, 65535)) CHECK(port.value() == expected++);
  CHECK(expected == 65536);
  for (const TransportPort port : TransportPortRange{65535_sctp}) CHECK(port == 65535_sctp);
}

TEST_CASE("a range goes where ranges go") {
  constexpr PortRange range = PortRange::of(65533, 65535);
  PORTKIT_CHECK(range.end() - range.begin() == 3);
  PORTKIT_CHECK(*(range.end() - 1) == 65535_port);
  PORTKIT_CHECK(range.begin()[1] == 65534_port);
  PORTKIT_CHECK(range.begin()->value() == 65533);
  CHECK(std::ranges::equal(range | std::views::reverse,
                           std::array{65535_port, 65534_port, 65533_port}));
  CHECK(std::ranges::equal(UdpPortRange::of(53, 60) | std::views::drop(6),
                           std::array{59_udp, 60_udp}));
  CHECK(std::ranges::lower_bound(PortRange::all(), 443_port) - PortRange::all().begin() == 443);
}

TEST_CASE("nth and index_of are each other's way back, and nth ends at size()") {
  for (const PortRange range : edge_ranges()) {
    CAPTURE(to_string(range));
    for (const std::uint32_t index : edges) {
      const std::optional<Port> found = range.nth(index);
      CHECK(found.has_value() == (index < range.size()));
      if (found) CHECK(found->value() == range.first().value() + index);
      if (found) CHECK(range.index_of(*found) == index);
    }
    CHECK(range.nth(range.size() - 1) == range.last());
    CHECK(!range.nth(range.size()));
    CHECK(!range.nth(~std::size_t{}));
    for (const std::uint32_t number : edges)
      CHECK(range.index_of(port(number)).has_value() == range.contains(port(number)));
  }
}

TEST_CASE("next_wrapping goes round the range, and into it from outside") {
  for (const PortRange range : edge_ranges()) {
    CAPTURE(to_string(range));
    for (const std::uint32_t number : edges) {
      const bool has_next = number >= range.first().value() && number < range.last().value();
      CHECK(range.next_wrapping(port(number)).value() ==
            (has_next ? number + 1 : range.first().value()));
    }
  }
  PORTKIT_CHECK(PortRange::all().next_wrapping(65535_port) == 0_port);
  PORTKIT_CHECK(TcpPortRange::of(1, 3).next_wrapping(2_tcp) == 3_tcp);

  constexpr PortRange ephemeral = PortRange::of(32768, 32799);
  Port port = 32780_port;
  for (std::uint32_t i = 0; i != ephemeral.size(); ++i) port = ephemeral.next_wrapping(port);
  CHECK(port == 32780_port);
}

TEST_CASE("the named ranges are PortClass in ranges") {
  PORTKIT_CHECK(PortRange::all() == PortRange::of(0, 65535));
  PORTKIT_CHECK(PortRange::well_known().adjacent(PortRange::registered()));
  PORTKIT_CHECK(PortRange::registered().adjacent(PortRange::dynamic()));
  for (const Port port : PortRange::all()) {
    if (PortRange::well_known().contains(port) != is_well_known(port) ||
        PortRange::registered().contains(port) != is_registered(port) ||
        PortRange::dynamic().contains(port) != is_dynamic(port))
      FAIL_CHECK("wrong for " << port.value());
  }
}

// ---- ranges with a protocol -------------------------------------------------------------------

TEST_CASE("a typed range is a range whose ports have the protocol") {
  constexpr TcpPortRange range = TcpPortRange::of(8000, 8010);
  static_assert(TcpPortRange::protocol == Protocol::tcp);
  PORTKIT_CHECK(range == TcpPortRange::of(8000_tcp, 8010_tcp));
  PORTKIT_CHECK(range == TcpPortRange::from(8000_tcp, 8010_tcp));
  PORTKIT_CHECK(range == TcpPortRange{PortRange::of(8000, 8010)});
  PORTKIT_CHECK(range.ports() == PortRange::of(8000, 8010));
  PORTKIT_CHECK(range.last() == 8010_tcp);
  PORTKIT_CHECK(range.nth(3) == std::optional{8003_tcp});
  PORTKIT_CHECK(range.intersect(TcpPortRange::of(8010, 9000)) == TcpPortRange{8010_tcp});
  PORTKIT_CHECK(TcpPortRange::from(90_tcp, 80_tcp) == std::nullopt);
}

TEST_CASE("a transport range is taken apart and put together") {
  constexpr TransportPortRange range{Protocol::udp, PortRange::of(5000, 5010)};
  PORTKIT_CHECK(range == UdpPortRange::of(5000, 5010));
  PORTKIT_CHECK(range.protocol() == Protocol::udp);
  PORTKIT_CHECK(range.ports() == PortRange::of(5000, 5010));
  PORTKIT_CHECK(range.as<Protocol::udp>() == UdpPortRange::of(5000, 5010));
  PORTKIT_CHECK(!range.as<Protocol::tcp>());
  PORTKIT_CHECK(range.first() == 5000_udp);
  PORTKIT_CHECK(range.last() == 5010_udp);
  PORTKIT_CHECK(TransportPortRange{53_udp}.size() == 1);
}

TEST_CASE("transport ranges are ordered by first, by last, then by protocol number") {
  using R = TransportPortRange;
  constexpr std::array ascending{R{TcpPortRange::of(1, 2)},  R{SctpPortRange::of(1, 2)},
                                 R{TcpPortRange::of(1, 3)},  R{TcpPortRange::of(2, 2)},
                                 R{UdpPortRange::of(2, 2)},  R{DccpPortRange::of(2, 2)},
                                 R{SctpPortRange::of(2, 2)}, R{TcpPortRange::of(256, 256)}};
  for (std::size_t i = 0; i != ascending.size(); ++i)
    for (std::size_t j = 0; j != ascending.size(); ++j)
      CHECK((ascending[i] <=> ascending[j]) == (i <=> j));
}

TEST_CASE("a typed range hashes as its transport range") {
  const std::hash<TransportPortRange> hash;
  CHECK(hash(TcpPortRange::of(1, 2)) == std::hash<TcpPortRange>{}(TcpPortRange::of(1, 2)));
  CHECK(hash(TcpPortRange::of(1, 2)) == hash_value(TcpPortRange::of(1, 2)));
  CHECK(hash(TcpPortRange::of(1, 2)) != hash(UdpPortRange::of(1, 2)));
  CHECK(hash(TcpPortRange::of(1, 2)) != hash(TcpPortRange::of(1, 3)));
  std::unordered_set<std::size_t> hashes;
  for (const PortRange range : edge_ranges())
    for (const Protocol protocol : all_protocols) hashes.insert(hash({protocol, range}));
  CHECK(hashes.size() == 4 * edge_ranges().size());
}

// ---- text -------------------------------------------------------------------------------------

namespace {

template <class T = PortRange>
[[nodiscard]] constexpr ParseError error_of(std::string_view text,
                                            ParseOptions options = ParseOptions::strict) {
  return parse<T>(text, options).error();
}

} // namespace

TEST_CASE("a range's text is its ends and a dash, or its only port") {
  PORTKIT_CHECK(parse<PortRange>("8000-8010") == PortRange::of(8000, 8010));
  PORTKIT_CHECK(parse<PortRange>("80") == PortRange{80_port});
  PORTKIT_CHECK(parse<PortRange>("80-80") == PortRange{80_port});
  PORTKIT_CHECK(parse<PortRange>("0-65535") == PortRange::all());
  PORTKIT_CHECK(parse<UdpPortRange>("60000-61000") == UdpPortRange::of(60000, 61000));
  PORTKIT_CHECK(parse<TransportPortRange>("8000-8010/tcp") == TcpPortRange::of(8000, 8010));
  PORTKIT_CHECK(parse<TransportPortRange>("53/UDP") == TransportPortRange{53_udp});
  PORTKIT_CHECK(parse<PortRange>("0080-090", ParseOptions::leading_zeros_allowed) ==
                PortRange::of(80, 90));
}

TEST_CASE("a refused range names the rule and the place") {
  PORTKIT_CHECK(error_of("") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of("-") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of("-80") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of("80-") == ParseError{ParseErrc::empty, 3, 0});
  PORTKIT_CHECK(error_of("90-80") == ParseError{ParseErrc::reversed_range, 0, 5});
  PORTKIT_CHECK(error_of("80-90-100") == ParseError{ParseErrc::not_a_digit, 5, 1});
  PORTKIT_CHECK(error_of("80--90") == ParseError{ParseErrc::not_a_digit, 3, 1});
  PORTKIT_CHECK(error_of("80 - 90") == ParseError{ParseErrc::not_a_digit, 2, 1});
  PORTKIT_CHECK(error_of("80:90") == ParseError{ParseErrc::not_a_digit, 2, 1});
  PORTKIT_CHECK(error_of("80\u201390") == ParseError{ParseErrc::not_a_digit, 2, 1}); // an en dash
  PORTKIT_CHECK(error_of("1-65536") == ParseError{ParseErrc::out_of_range, 2, 5});
  PORTKIT_CHECK(error_of("65536-1") == ParseError{ParseErrc::out_of_range, 0, 5});
  PORTKIT_CHECK(error_of("1-065535") == ParseError{ParseErrc::leading_zero, 2, 1});
  PORTKIT_CHECK(error_of("0-9", ParseOptions::nonzero_port) ==
                ParseError{ParseErrc::zero_port, 0, 1});
  PORTKIT_CHECK(error_of<TcpPortRange>("90-80") == ParseError{ParseErrc::reversed_range, 0, 5});
  PORTKIT_CHECK(error_of<TcpPortRange>("80-90/tcp") == ParseError{ParseErrc::not_a_digit, 5, 1});
}

TEST_CASE("a refused transport range names the rule and the place in the whole text") {
  using R = TransportPortRange;
  PORTKIT_CHECK(error_of<R>("80-90") == ParseError{ParseErrc::missing_protocol, 5, 0});
  PORTKIT_CHECK(error_of<R>("80-90/") == ParseError{ParseErrc::missing_protocol, 6, 0});
  PORTKIT_CHECK(error_of<R>("80-90/icmp") == ParseError{ParseErrc::unknown_protocol, 6, 4});
  PORTKIT_CHECK(error_of<R>("80-90/tcp/udp") == ParseError{ParseErrc::unknown_protocol, 6, 7});
  PORTKIT_CHECK(error_of<R>("80/tcp-90/tcp") == ParseError{ParseErrc::unknown_protocol, 3, 10});
  PORTKIT_CHECK(error_of<R>("90-80/tcp") == ParseError{ParseErrc::reversed_range, 0, 5});
  PORTKIT_CHECK(error_of<R>("80-65536/tcp") == ParseError{ParseErrc::out_of_range, 3, 5});
  PORTKIT_CHECK(error_of<R>("/tcp") == ParseError{ParseErrc::empty, 0, 0});
}

TEST_CASE("a range of 4 GiB of text is refused, since no error could point into it") {
  if constexpr (sizeof(std::size_t) > 4) {
    const char bytes[] = "80-90/xxxxxxxx"; // no byte beyond these is read
    const std::size_t four_gib = std::size_t{1} << 31 << 1;
    CHECK(error_of<PortRange>({bytes, four_gib}).code == ParseErrc::too_long);
    CHECK(error_of<TcpPortRange>({bytes, four_gib}).code == ParseErrc::too_long);
    CHECK(error_of<TransportPortRange>({bytes, four_gib}).code == ParseErrc::too_long);
  }
}

TEST_CASE("a range is printed as it is read back, where it fits and nowhere else") {
  static_assert(max_text_size<PortRange> == std::string_view{"65534-65535"}.size());
  static_assert(max_text_size<TcpPortRange> == max_text_size<PortRange>);
  static_assert(max_text_size<TransportPortRange> == std::string_view{"65534-65535/sctp"}.size());
  const auto check_text = [](auto range, const std::string& text) {
    CAPTURE(text);
    CHECK(to_string(range) == text);
    CHECK(parse<decltype(range)>(text) == range);
    for (std::size_t room = 0; room != text.size(); ++room)
      CHECK(number_cases::written_into(room, range) == std::nullopt);
    for (std::size_t room = text.size(); room != text.size() + 6; ++room)
      CHECK(number_cases::written_into(room, range) == text);
  };
  for (const PortRange range : edge_ranges()) {
    const std::string first = std::to_string(range.first().value());
    const std::string last = std::to_string(range.last().value());
    const std::string text = first == last ? first : first + '-' + last;
    check_text(range, text);
    check_text(TcpPortRange{range}, text);
    for (const Protocol protocol : all_protocols)
      check_text(TransportPortRange{protocol, range}, text + '/' + std::string{name(protocol)});
  }
}
