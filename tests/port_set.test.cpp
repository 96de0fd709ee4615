// SPDX-License-Identifier: BSL-1.0
#include <portkit/any_port_set.hpp>
#include <portkit/plain_port_set.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>
#include <portkit/small_port_set.hpp>
#include <portkit/transport_port_set.hpp>
#include <portkit/typed_port_set.hpp>

#include "check.hpp"
#include "facts.hpp"
#include "random.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <ranges>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

/// A set is a value, and a forward range whose members are made as they are asked for.
template <class Set>
concept SetOfPorts =
    AnyPortSet<Set> && std::is_trivially_copyable_v<Set> && std::is_trivially_destructible_v<Set> &&
    std::is_nothrow_default_constructible_v<Set> && std::ranges::forward_range<Set> &&
    std::ranges::common_range<Set> && std::ranges::sized_range<Set> &&
    !std::ranges::borrowed_range<Set> && !std::ranges::view<Set> &&
    std::same_as<std::ranges::range_reference_t<const Set>, typename Set::value_type> &&
    std::ranges::forward_range<decltype(std::declval<const Set&>().ranges())> &&
    std::ranges::view<decltype(std::declval<const Set&>().ranges())> &&
    std::ranges::borrowed_range<decltype(std::declval<const Set&>().ranges())>;
static_assert(SetOfPorts<PortSet> && SetOfPorts<TcpPortSet> && SetOfPorts<SctpPortSet>);
static_assert(SetOfPorts<TransportPortSet>);
static_assert(SetOfPorts<SmallPortSet<1>> && SetOfPorts<SmallPortSet<32768>>);
static_assert(!AnyPortSet<PortRange> && !AnyPortSet<std::set<Port>> && !AnyPortSet<int>);

static_assert(sizeof(PortSet) == 8192 && sizeof(UdpPortSet) == 8192);
static_assert(sizeof(TransportPortSet) == 32768);
static_assert(sizeof(SmallPortSet<1>) == 8 && sizeof(SmallPortSet<15>) == 64);

static_assert(facts::Constant<PortSet{443_port}>::value.contains(443_port));
static_assert(facts::Constant<TcpPortSet{443_tcp}>::value.contains(443_tcp));
static_assert(facts::Constant<TransportPortSet{443_tcp}>::value.size() == 1);
static_assert(facts::Constant<SmallPortSet<2>{443_port}>::value.contains(443_port));

// Nothing becomes a set by itself but a typed set a transport one, which loses nothing.
static_assert(facts::Constructible<PortSet, PortRange> && !facts::Convertible<PortRange, PortSet>);
static_assert(facts::Constructible<PortSet, std::vector<Port>>);
static_assert(!facts::Convertible<std::vector<Port>, PortSet>);
static_assert(!facts::Constructible<PortSet, std::vector<int>>);
static_assert(facts::Constructible<PortSet, SmallPortSet<2>>);
static_assert(!facts::Constructible<PortSet, TcpPortSet>); // ports() says it
static_assert(facts::Constructible<TcpPortSet, PortSet>);
static_assert(!facts::Convertible<PortSet, TcpPortSet>);
static_assert(!facts::Constructible<TcpPortSet, UdpPortSet>);
static_assert(!facts::Constructible<TcpPortSet, std::vector<UdpPort>>);
static_assert(facts::Constructible<TcpPortSet, std::vector<TcpPort>>);
static_assert(facts::Convertible<TcpPortSet, TransportPortSet>);
static_assert(!facts::Constructible<TransportPortSet, PortSet>);
static_assert(facts::Constructible<TransportPortSet, std::vector<UdpPort>>);
static_assert(!std::is_constructible_v<PortSet, PortSet, PortSet, std::bit_or<>>);

static_assert(facts::Equatable<TcpPortSet, TcpPortSet>);
static_assert(!facts::Equatable<TcpPortSet, UdpPortSet> && !facts::Equatable<TcpPortSet, PortSet>);
static_assert(facts::Equatable<TcpPortSet, TransportPortSet>);
static_assert(facts::Equatable<SmallPortSet<1>, SmallPortSet<2>>);

template <class A, class B>
concept Mixing = requires(const A& a, const B& b) { a | b; } || requires(A& a, const B& b) {
  a &= b;
} || requires(const A& a, const B& b) { a.includes(b); };
static_assert(Mixing<TcpPortSet, TcpPortSet> && Mixing<TransportPortSet, TcpPortSet>);
static_assert(!Mixing<TcpPortSet, UdpPortSet> && !Mixing<TcpPortSet, PortSet>);

template <class Set, class Port>
concept Taking = requires(Set& set, Port port) { set.insert(port); };
static_assert(Taking<TcpPortSet, TcpPort> && Taking<TransportPortSet, UdpPortRange>);
static_assert(!Taking<TcpPortSet, UdpPort> && !Taking<TcpPortSet, Port> && !Taking<PortSet, int>);

template <class Set>
concept RangesOfTemporary = requires(Set (*make)()) { make().ranges(); };
template <class Set>
concept RangesOfConstTemporary = requires(const Set (*make)()) { make().ranges(); };
template <class Set>
concept RangesOfLasting = requires(Set& set) { set.ranges(); };
static_assert(RangesOfLasting<PortSet> && RangesOfLasting<const TransportPortSet>);
static_assert(!RangesOfTemporary<PortSet> && !RangesOfConstTemporary<TcpPortSet>);
static_assert(!RangesOfTemporary<TransportPortSet> && !RangesOfTemporary<SmallPortSet<2>>);

static_assert(noexcept(std::declval<PortSet&>() |= PortSet{}) && noexcept(PortSet{} | PortSet{}));
static_assert(noexcept(PortSet{}.nth(0)) && noexcept(PortSet{} == PortSet{}));

// ---- in constant expressions ------------------------------------------------------------------

TEST_CASE("a set is made, changed and asked while compiling") {
  constexpr PortSet set{22_port, 80_port, 81_port, 65535_port};
  PORTKIT_CHECK(set.size() == 4);
  PORTKIT_CHECK(set.contains(81_port));
  PORTKIT_CHECK(!set.contains(82_port));
  PORTKIT_CHECK(set.nth(3) == std::optional{65535_port});
  PORTKIT_CHECK(!set.nth(4));
  PORTKIT_CHECK(!set.nth(~std::size_t{}));
  PORTKIT_CHECK(set.next_after(22_port) == std::optional{80_port});
  PORTKIT_CHECK(set.next_after(0_port) == std::optional{22_port});
  PORTKIT_CHECK(!set.next_after(65535_port));
  PORTKIT_CHECK(set.next_absent(80_port) == std::optional{82_port});
  PORTKIT_CHECK(!set.next_absent(65534_port));
  PORTKIT_CHECK(*set.begin() == 22_port);
  PORTKIT_CHECK((~set).size() == 65532);
  PORTKIT_CHECK((set | PortSet{PortRange::of(0, 1023)}).size() == 1025);
  PORTKIT_CHECK((set - PortSet{81_port}) == PortSet{22_port, 80_port, 65535_port});
  PORTKIT_CHECK((set & PortSet{PortRange::of(80, 90)}) == PortSet{80_port, 81_port});
  PORTKIT_CHECK((set ^ PortSet{22_port, 23_port}).contains(23_port));
  PORTKIT_CHECK(set.includes(PortSet{22_port, 65535_port}));
  PORTKIT_CHECK(!set.includes(PortSet{22_port, 23_port}));
  PORTKIT_CHECK(set.intersects(PortSet{22_port, 23_port}));
  PORTKIT_CHECK(!set.intersects(PortSet{23_port}));
  PORTKIT_CHECK(PortSet{}.is_empty());
  PORTKIT_CHECK(PortSet::all().size() == 65536);
  PORTKIT_CHECK(~PortSet::all() == PortSet{});

  constexpr SmallPortSet<3> few{22_port, 80_port, 81_port, 65535_port};
  PORTKIT_CHECK(PortSet{few} == set);
  PORTKIT_CHECK(SmallPortSet<3>::from(set) == std::optional{few});
  PORTKIT_CHECK(!SmallPortSet<2>::from(set));
  PORTKIT_CHECK((~few).size() == 65532);

  // The order of the ports counts, since nothing is dropped on the way.
  PORTKIT_CHECK(SmallPortSet<1>::from(std::array{80_port, 81_port, 82_port}).has_value());
  PORTKIT_CHECK(!SmallPortSet<1>::from(std::array{80_port, 82_port, 81_port}));

  constexpr TransportPortSet pairs{53_udp, 53_tcp, 22_tcp};
  PORTKIT_CHECK(pairs.size() == 3);
  PORTKIT_CHECK(*pairs.begin() == 22_tcp);
  PORTKIT_CHECK(pairs.ports(Protocol::tcp) == PortSet{22_port, 53_port});
  PORTKIT_CHECK((pairs - TcpPortSet{53_tcp}) == TransportPortSet{22_tcp, 53_udp});
}

// What the headers promise of whole-set work within the default limits of the compilers, with a
// question for each element.
namespace {

[[nodiscard]] constexpr bool walks(std::uint32_t members) {
  const PortSet set{*PortRange::from(0_port, Port{static_cast<std::uint16_t>(members - 1)})};
  std::uint32_t count = 0;
  for (const Port port : set) count += static_cast<std::uint32_t>(set.contains(port));
  return count == members;
}
[[nodiscard]] constexpr bool walks_ranges(std::uint32_t ranges) {
  PortSet set;
  for (std::uint32_t i = 0; i != ranges; ++i) set.insert(Port{static_cast<std::uint16_t>(2 * i)});
  std::uint32_t count = 0;
  for (const PortRange range : set.ranges()) count += range.size();
  return count == ranges;
}
[[nodiscard]] constexpr bool unites(std::uint32_t times) {
  PortSet set;
  for (std::uint32_t i = 0; i != times; ++i)
    set |= PortSet{Port{static_cast<std::uint16_t>(i)}} & PortSet::all();
  return set.size() == times;
}
[[nodiscard]] constexpr bool unites_pairs(std::uint32_t times) {
  TransportPortSet set;
  for (std::uint32_t i = 0; i != times; ++i)
    set |= TransportPortSet{TransportPort{Protocol::sctp, Port{static_cast<std::uint16_t>(i)}}};
  return set.size() == times;
}
[[nodiscard]] constexpr bool walks_range(std::uint32_t ports) {
  std::uint32_t count = 0;
  const auto range = PortRange::from(0_port, Port{static_cast<std::uint16_t>(ports - 1)});
  for (const Port port : *range) count += static_cast<std::uint32_t>(!port.is_zero());
  return count == ports - 1;
}

} // namespace

TEST_CASE("the published budget of constant expressions is kept") {
  PORTKIT_CHECK(walks(8192));
  PORTKIT_CHECK(walks_ranges(4096));
  PORTKIT_CHECK(unites(64));
  PORTKIT_CHECK(unites_pairs(16));
  PORTKIT_CHECK(walks_range(32768));
}

// ---- the model --------------------------------------------------------------------------------

namespace {

using Model = std::bitset<65536>;

[[nodiscard]] Port port(std::uint32_t number) { return Port{static_cast<std::uint16_t>(number)}; }
[[nodiscard]] PortRange range(std::uint32_t first, std::uint32_t last) {
  return *PortRange::from(port(first), port(last));
}

/// The plain thing inside, whatever the kind of set.
[[nodiscard]] PortRange plain_range(PortRange range) { return range; }
[[nodiscard]] PortRange plain_range(TcpPortRange range) { return range.ports(); }

/// The edges of words, of blocks of words and of all, as often as any other; and short ranges as
/// often as long ones.
[[nodiscard]] PortRange random_range(Random& random) {
  constexpr std::uint32_t edges[]{0,   1,   62,   63,   64,    65,    127,   128,   511,
                                  512, 513, 1023, 1024, 32767, 32768, 65472, 65534, 65535};
  const std::uint32_t first =
      random.once_in(3) ? edges[random.below(std::size(edges))] : random.below(65536);
  const std::uint32_t length = random.once_in(8)   ? random.below(65536)
                               : random.once_in(2) ? random.below(200)
                                                   : 0;
  return range(first, std::min(first + length, 65535U));
}

/// The ports that the set says it has, by way of its ranges; which also are few and in order.
template <class Set>
[[nodiscard]] Model model_of(const Set& set) {
  Model model;
  std::int64_t last = -2;
  for (const auto item : set.ranges()) {
    const PortRange range = plain_range(item);
    CHECK(range.first().value() > last + 1); // neither overlapping nor touching
    last = range.last().value();
    for (std::uint32_t i = range.first().value(); i <= range.last().value(); ++i) model.set(i);
  }
  return model;
}

/// The first member from `from` on, or 65536.
[[nodiscard]] std::uint32_t next(const Model& model, std::uint32_t from, bool is_member) {
  while (from < 65536 && model[from] != is_member) ++from;
  return from;
}

template <class Optional>
[[nodiscard]] std::uint32_t number_of(const Optional& port) {
  return port ? port->value() : 65536U;
}

/// Everything that the set answers, from a random place on.
template <class Set>
void check_answers(const Set& set, const Model& model, Random& random) {
  using Value = typename Set::value_type;
  CHECK(set.size() == model.count());
  CHECK(set.is_empty() == model.none());
  const std::uint32_t place = random.below(65536);
  CHECK(set.contains(Value{port(place)}) == model[place]);
  CHECK(number_of(set.next_after(Value{port(place)})) == next(model, place + 1, true));
  CHECK(number_of(set.next_absent(Value{port(place)})) == next(model, place + 1, false));
  CHECK(!set.nth(model.count()));
}

/// Every member by iteration and by nth: they are many, so this is for now and then.
template <class Set>
void check_members(const Set& set, const Model& model) {
  CHECK(model_of(set) == model);
  std::uint32_t number = 0;
  std::size_t index = 0;
  for (const auto member : set) {
    number = next(model, number, true);
    if (member.value() != number) FAIL_CHECK("wrong member at " << index);
    if (index % 4999 == 0) CHECK(set.nth(index) == member);
    ++number;
    ++index;
  }
  CHECK(index == model.count());
}

constexpr unsigned set_operations = 12;

/// One of the changes that run_operations tries.
template <class Set, class Range>
void change(unsigned operation, Range range, Set& set, Set& other) {
  switch (operation) {
    case 0: set |= other; break;
    case 1: set &= other; break;
    case 2: set -= other; break;
    case 3: set ^= other; break;
    case 4: set = set | other; break;
    case 5: set = set & other; break;
    case 6: set = set - other; break;
    case 7: set = set ^ other; break;
    case 8: set = ~set; break;
    case 9: std::swap(set, other); break;
    case 10: set |= set; break;
    case 11: set -= set; break;
    case 12: set.insert(range.first()); break;
    case 13: set.erase(range.first()); break;
    case 14: set.insert(range); break;
    default: set.erase(range);
  }
}
/// The same, of the model.
void change(unsigned operation, PortRange range, Model& set, Model& other) {
  const auto assign = [&](bool is_member, std::uint32_t last) {
    for (std::uint32_t n = range.first().value(); n <= last; ++n) set.set(n, is_member);
  };
  switch (operation) {
    case 0:
    case 4: set |= other; break;
    case 1:
    case 5: set &= other; break;
    case 2:
    case 6: set &= ~other; break;
    case 3:
    case 7: set ^= other; break;
    case 8: set.flip(); break;
    case 9: std::swap(set, other); break;
    case 10: break;
    case 11: set.reset(); break;
    default:
      assign(operation % 2 == 0, operation < 14 ? range.first().value() : range.last().value());
  }
}

/// A hundred thousand changes, alone and with other sets, each of which the model makes too.
template <class Set, class Range>
void run_operations(std::uint64_t seed, int operations) {
  Random random{seed};
  const auto set = std::make_unique<Set>();
  const auto model = std::make_unique<Model>();
  const auto other = std::make_unique<Set>(Set{Range{random_range(random)}});
  const auto other_model = std::make_unique<Model>(model_of(*other));
  for (int i = 0; i != operations; ++i) {
    const unsigned operation =
        random.once_in(20) ? random.below(set_operations) : set_operations + random.below(4);
    const PortRange range = random_range(random);
    const Range typed{range};
    change(operation, typed, *set, *other);
    change(operation, range, *model, *other_model);
    if (i % 64 == 0) {
      check_answers(*set, *model, random);
      CHECK(set->includes(*other) == (*other_model & ~*model).none());
      CHECK(set->intersects(*other) == (*other_model & *model).any());
      CHECK((*set == *other) == (*model == *other_model));
    }
    if (i % 1024 == 0) check_members(*set, *model);
  }
  check_members(*set, *model);
}

} // namespace

TEST_CASE("a PortSet does what a bitset does, a hundred thousand times") {
  run_operations<PortSet, PortRange>(1, 60'000);
  run_operations<TcpPortSet, TcpPortRange>(2, 40'000);
}

TEST_CASE("every single port goes in and out of a set, and touches no other") {
  const auto set = std::make_unique<PortSet>();
  for (const Port port : PortRange::all()) {
    set->insert(port);
    if (!set->contains(port) || (port.value() % 509 == 0 && set->size() != 1) ||
        set->next_after(port) || (!port.is_zero() && set->next_after(0_port) != port))
      FAIL_CHECK("wrong for " << port.value());
    set->erase(port);
    if (set->contains(port)) FAIL_CHECK("still there: " << port.value());
  }
  CHECK(set->is_empty());
}

TEST_CASE("a set of every second port has 32,768 ranges, and SmallPortSet can have them all") {
  const auto set = std::make_unique<PortSet>();
  for (std::uint32_t number = 1; number < 65536; number += 2) set->insert(port(number));
  CHECK(std::ranges::distance(set->ranges()) == 32768);
  const auto small = std::make_unique<SmallPortSet<32768>>();
  for (const PortRange range : set->ranges())
    if (!small->insert(range)) FAIL_CHECK("no room for " << range.first().value());
  CHECK(PortSet{*small} == *set);
  static_assert(std::same_as<decltype(*small | SmallPortSet<2>{}), SmallPortSet<32768>>);
  static_assert(std::same_as<decltype(~*small), SmallPortSet<32768>>);
}

// ---- SmallPortSet -----------------------------------------------------------------------------

namespace {

/// A few ports around 100 and around 65530, so that ranges meet, split and run out of room.
[[nodiscard]] PortRange crowded_range(Random& random) {
  const std::uint32_t first = (random.once_in(2) ? 100 : 65516) + random.below(20);
  return range(first, std::min(first + random.below(4), 65535U));
}
[[nodiscard]] std::size_t range_count(const PortSet& set) {
  return static_cast<std::size_t>(std::ranges::distance(set.ranges()));
}

template <std::size_t N>
void run_small_set(std::uint64_t seed) {
  Random random{seed};
  SmallPortSet<N> small;
  const auto set = std::make_unique<PortSet>();
  const auto wished = std::make_unique<PortSet>();
  int refused = 0;
  for (int i = 0; i != 1500; ++i) {
    const PortRange range = crowded_range(random);
    const SmallPortSet<N> before = small;
    const bool is_insert = random.once_in(2);
    *wished = *set;
    if (is_insert)
      wished->insert(range);
    else
      wished->erase(range);
    const bool has_room = range_count(*wished) <= N;
    CHECK((is_insert ? small.insert(range) : small.erase(range)) == has_room);
    if (has_room)
      *set = *wished;
    else
      CHECK(std::memcmp(&small, &before, sizeof small) == 0);
    refused += !has_room;
    if (i % 8 != 0) continue;
    CHECK(PortSet{small} == *set);
    CHECK(model_of(small) == model_of(*set));
    CHECK(SmallPortSet<N>::from(*set) == std::optional{small});
    CHECK(hash_value(*SmallPortSet<N + 3>::from(*set)) == hash_value(small));
    CHECK(std::ranges::equal(small, *set));
    CHECK(small.size() == set->size());
    CHECK(small.is_empty() == set->is_empty());
    for (std::uint32_t k = 0; k != small.size() + 2; ++k) CHECK(small.nth(k) == set->nth(k));
    for (std::uint32_t number = 98; number != 126; ++number) {
      CHECK(small.contains(port(number)) == set->contains(port(number)));
      CHECK(small.next_after(port(number)) == set->next_after(port(number)));
      CHECK(small.next_absent(port(number + 65410)) == set->next_absent(port(number + 65410)));
    }
  }
  CHECK(refused > 100);
}

} // namespace

TEST_CASE("a SmallPortSet is a PortSet until it is full, and then refuses and changes nothing") {
  run_small_set<1>(1);
  run_small_set<2>(2);
  run_small_set<3>(3);
  run_small_set<5>(5);
}

TEST_CASE("the operators of SmallPortSet have room for every answer") {
  Random random{7};
  for (int i = 0; i != 400; ++i) {
    SmallPortSet<3> a;
    SmallPortSet<2> b;
    for (int k = 0; k != 3; ++k) {
      static_cast<void>(a.insert(crowded_range(random)));
      static_cast<void>(b.insert(crowded_range(random)));
    }
    const PortSet set_a{a};
    const PortSet set_b{b};
    CHECK(PortSet{a | b} == (set_a | set_b));
    CHECK(PortSet{a & b} == (set_a & set_b));
    CHECK(PortSet{a - b} == (set_a - set_b));
    CHECK(PortSet{a ^ b} == (set_a ^ set_b));
    CHECK(PortSet{~a} == ~set_a);
    CHECK(a.includes(b) == set_a.includes(set_b));
    CHECK(a.intersects(b) == set_a.intersects(set_b));
    CHECK((a == b) == (set_a == set_b));
    CHECK(a == ~~a);
  }
  // The worst cases: nothing merges, everything splits.
  constexpr SmallPortSet<2> two{10_port, 20_port};
  PORTKIT_CHECK((two | SmallPortSet<2>{15_port, 25_port}).size() == 4);
  PORTKIT_CHECK((SmallPortSet<1>{PortRange::all()} - two).size() == 65534);
  PORTKIT_CHECK((SmallPortSet<1>{PortRange::all()} ^ two) == ~two);
  PORTKIT_CHECK((~SmallPortSet<1>{}).size() == 65536);
}

TEST_CASE("equal small sets are equal bytes, however they came to be") {
  SmallPortSet<4> a{1_port, 3_port, 5_port, 7_port};
  CHECK(a.erase(PortRange::of(2, 9)));
  const SmallPortSet<4> b{1_port};
  CHECK(a == b);
  CHECK(std::memcmp(&a, &b, sizeof a) == 0);
  static_assert(std::same_as<facts::Constant<SmallPortSet<2>{PortRange::of(1, 2)}>,
                             facts::Constant<SmallPortSet<2>{2_port, 1_port}>>);
}

// ---- TransportPortSet -------------------------------------------------------------------------

namespace {

[[nodiscard]] TransportPortRange random_transport_range(Random& random) {
  const std::uint32_t first = random.once_in(4) ? 65500 + random.below(36) : 60 + random.below(400);
  return {all_protocols[random.below(4)], range(first, std::min(first + random.below(40), 65535U))};
}

} // namespace

TEST_CASE("a TransportPortSet does what a std::set does, in the same order") {
  Random random{3};
  const auto set = std::make_unique<TransportPortSet>();
  const auto other = std::make_unique<TransportPortSet>();
  std::set<TransportPort> model;
  std::set<TransportPort> other_model;
  for (int i = 0; i != 3000; ++i) {
    const TransportPortRange range = random_transport_range(random);
    if (i % 100 == 99) {
      CHECK(set->includes(*other) == std::ranges::includes(model, other_model));
      CHECK(set->intersects(*other) == std::ranges::any_of(other_model, [&](TransportPort port) {
              return model.contains(port);
            }));
      std::swap(*set, *other);
      std::swap(model, other_model);
      if (i % 300 == 299) {
        *set |= *other;
        model.insert(other_model.begin(), other_model.end());
      }
      CHECK((*set == *other) == (model == other_model));
    } else if (random.once_in(2)) {
      CHECK(set->insert(range));
      model.insert(range.begin(), range.end());
    } else {
      CHECK(set->erase(range));
      for (const TransportPort port : range) model.erase(port);
    }
    CHECK(set->contains(range.first()) == model.contains(range.first()));
    if (i % 10 != 0) continue;
    CHECK(set->size() == model.size());
    CHECK(set->is_empty() == model.empty());
    CHECK(std::ranges::equal(*set, model));
    std::vector<TransportPort> of_ranges;
    std::optional<TransportPortRange> before;
    for (const TransportPortRange part : set->ranges()) {
      of_ranges.insert(of_ranges.end(), part.begin(), part.end());
      CHECK((!before || *before < part));
      before = part;
    }
    std::ranges::sort(of_ranges);
    CHECK(std::ranges::equal(of_ranges, model));
  }
}

TEST_CASE("the algebra of a TransportPortSet is that of its four sets") {
  const auto a = std::make_unique<TransportPortSet>();
  const auto b = std::make_unique<TransportPortSet>();
  Random random{4};
  for (int i = 0; i != 30; ++i) {
    a->insert(random_transport_range(random));
    b->insert(random_transport_range(random));
  }
  for (const Protocol protocol : all_protocols) {
    const PortSet& x = a->ports(protocol);
    const PortSet& y = b->ports(protocol);
    CHECK((*a | *b).ports(protocol) == (x | y));
    CHECK((*a & *b).ports(protocol) == (x & y));
    CHECK((*a - *b).ports(protocol) == (x - y));
    CHECK((*a ^ *b).ports(protocol) == (x ^ y));
    CHECK((~*a).ports(protocol) == ~x);
    TransportPortSet changed = *a;
    changed -= *b;
    CHECK(changed == (*a - *b));
    changed ^= *b;
    CHECK(changed == (*a | *b));
    changed &= *b;
    CHECK(changed == *b);
  }
  CHECK((~TransportPortSet{}).size() == 262144);
}

TEST_CASE("members and ranges of a TransportPortSet come by port, then by protocol number") {
  const TransportPortSet set{53_udp, 22_tcp, 53_tcp, 53_sctp, 53_dccp, 54_udp};
  CHECK(std::ranges::equal(
      set, std::vector<TransportPort>{22_tcp, 53_tcp, 53_udp, 53_dccp, 53_sctp, 54_udp}));
  CHECK(std::ranges::equal(
      set.ranges(), std::vector<TransportPortRange>{TcpPortRange{22_tcp}, TcpPortRange{53_tcp},
                                                    DccpPortRange{53_dccp}, SctpPortRange{53_sctp},
                                                    UdpPortRange::of(53, 54)}));
}

// ---- conversions, hashes, generic code --------------------------------------------------------

TEST_CASE("one kind of set makes another") {
  const std::vector<Port> ports{80_port, 443_port, 81_port};
  const PortSet set{ports};
  CHECK(set == PortSet{443_port, 81_port, 80_port, 80_port});
  CHECK(PortSet{std::vector{PortRange::of(80, 81), PortRange{443_port}}} == set);
  CHECK(PortSet{PortRange::of(80, 82)}.size() == 3);
  CHECK(TcpPortSet{set}.ports() == set);
  CHECK(TcpPortSet{std::vector{80_tcp, 81_tcp, 443_tcp}} == TcpPortSet{set});
  CHECK(TcpPortSet::all().ports() == PortSet::all());
  CHECK(SmallPortSet<2>::from(ports)->size() == 3);
  CHECK(!SmallPortSet<1>::from(ports));
  CHECK(PortSet{*SmallPortSet<2>::from(ports)} == set);

  TransportPortSet pairs = TcpPortSet{set};
  CHECK(pairs == TcpPortSet{set});
  CHECK(pairs != TransportPortSet{UdpPortSet{set}});
  pairs.ports(Protocol::udp).insert(53_port);
  CHECK(pairs.contains(53_udp));
  CHECK(TransportPortSet{std::vector{53_udp}} == UdpPortSet{53_udp});
  CHECK(TransportPortSet{TcpPortRange::of(1, 9)}.size() == 9);
}

namespace {

/// What a hash sees that follows Abseil's protocol, class by class.
struct HashState {
  std::vector<std::uint64_t> seen;

  template <class... Values>
  [[nodiscard]] static HashState combine(HashState state, const Values&... values) {
    const auto add = [&](const auto& value) {
      if constexpr (requires { AbslHashValue(std::move(state), value); })
        state = AbslHashValue(std::move(state), value);
      else
        state.seen.push_back(static_cast<std::uint64_t>(value));
    };
    (add(values), ...);
    return state;
  }
  [[nodiscard]] static HashState combine_contiguous(HashState state, const std::uint64_t* words,
                                                    std::size_t count) {
    state.seen.insert(state.seen.end(), words, words + count);
    return state;
  }
};
template <class T>
[[nodiscard]] std::vector<std::uint64_t> hash_input(const T& value) {
  return AbslHashValue(HashState{}, value).seen;
}

} // namespace

TEST_CASE("Abseil's hash sees what makes a set or a range, and nothing else") {
  CHECK(hash_input(PortSet{80_port}) == hash_input(PortSet{PortRange{80_port}}));
  CHECK(hash_input(PortSet{80_port}) != hash_input(PortSet{81_port}));
  CHECK(hash_input(TcpPortSet{80_tcp}) != hash_input(TcpPortSet{81_tcp}));
  CHECK(hash_input(TransportPortSet{80_tcp}) != hash_input(TransportPortSet{80_udp}));
  CHECK(hash_input(SmallPortSet<1>{80_port}) == hash_input(SmallPortSet<2>{80_port}));
  CHECK(hash_input(SmallPortSet<1>{80_port}) != hash_input(SmallPortSet<1>{81_port}));
  CHECK(hash_input(PortRange::of(1, 2)) != hash_input(PortRange::of(1, 3)));
  CHECK(hash_input(TcpPortRange::of(1, 2)) ==
        hash_input(TransportPortRange{TcpPortRange::of(1, 2)}));
  CHECK(hash_input(TcpPortRange::of(1, 2)) != hash_input(UdpPortRange::of(1, 2)));
}

TEST_CASE("equal sets hash alike, and others apart") {
  const PortSet a{80_port, 443_port};
  const PortSet b{PortSet{443_port} | PortSet{80_port}};
  CHECK(std::hash<PortSet>{}(a) == std::hash<PortSet>{}(b));
  CHECK(std::hash<PortSet>{}(a) == hash_value(a));
  CHECK(std::hash<TcpPortSet>{}(TcpPortSet{a}) == hash_value(TcpPortSet{a}));
  CHECK(std::hash<TransportPortSet>{}(TransportPortSet{80_tcp}) !=
        std::hash<TransportPortSet>{}(TransportPortSet{80_udp}));
  std::set<std::size_t> hashes;
  std::set<std::size_t> small_hashes;
  for (std::uint32_t number = 0; number < 65536; number += 61) {
    hashes.insert(hash_value(PortSet{port(number)}));
    small_hashes.insert(hash_value(SmallPortSet<2>{port(number)}));
  }
  CHECK(hashes.size() == 1075);
  CHECK(small_hashes.size() == 1075);
}

namespace {

/// Generic code takes any kind, and heeds the answer of each.
template <AnyPortSet Set>
[[nodiscard]] bool move_all(Set& from, Set& to) {
  for (const typename Set::range_type range : from.ranges())
    if (!to.insert(range)) return false;
  from = Set{};
  return true;
}
template <AnyPortSet Set>
void check_move(typename Set::value_type port) {
  Set from{port};
  Set to;
  CHECK(move_all(from, to));
  CHECK(from.is_empty());
  CHECK(to.contains(port));
}

} // namespace

TEST_CASE("a template takes every kind of set") {
  check_move<PortSet>(80_port);
  check_move<TcpPortSet>(80_tcp);
  check_move<TransportPortSet>(80_tcp);
  check_move<SmallPortSet<1>>(80_port);

  SmallPortSet<1> full{80_port};
  SmallPortSet<1> from{90_port};
  CHECK(!move_all(from, full));
  CHECK(from.contains(90_port)); // and not lost
}
