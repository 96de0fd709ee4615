// SPDX-License-Identifier: BSL-1.0
#include <portkit/demux.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using namespace portkit;

namespace {

/// A handler that tells its number.
template <int Number>
struct Says {
  constexpr int operator()() const noexcept { return Number; }
};

// Few ports, which are compared, and many, which are looked up.
constexpr Demux few{on<443_tcp>(Says<1>{}), on<53_udp, 53_tcp>(Says<2>{}),
                    on<TcpPortRange::of(6000, 6063)>(Says<3>{}), otherwise(Says<0>{})};
constexpr Demux many{on<443_tcp>(Says<1>{}),
                     on<53_udp, 53_tcp>(Says<2>{}),
                     on<TcpPortRange::of(6000, 6063), 6064_udp, 5999_udp>(Says<3>{}),
                     on<0_tcp, 65535_tcp, 0_sctp, 65535_sctp>(Says<4>{}),
                     on<UdpPortRange::of(6000, 6063), 6064_tcp>(Says<5>{}),
                     on<TransportPort{80_dccp}, 81_dccp>(Says<6>{}),
                     on<TransportPortRange{UdpPortRange::of(49152, 65535)}>(Says<7>{}),
                     on<5060_sctp, 5060_tcp, 5060_udp, 5060_dccp>(Says<8>{}),
                     on<TcpPortRange::of(70, 70)>(Says<9>{}),
                     otherwise(Says<0>{})};

struct Row {
  TransportPortRange range;
  int number;
};
const std::vector<Row> few_rows{{TransportPortRange{443_tcp}, 1},
                                {TransportPortRange{53_udp}, 2},
                                {TransportPortRange{53_tcp}, 2},
                                {TcpPortRange::of(6000, 6063), 3}};
const std::vector<Row> many_rows{
    {TransportPortRange{443_tcp}, 1},    {TransportPortRange{53_udp}, 2},
    {TransportPortRange{53_tcp}, 2},     {TcpPortRange::of(6000, 6063), 3},
    {TransportPortRange{6064_udp}, 3},   {TransportPortRange{5999_udp}, 3},
    {TransportPortRange{0_tcp}, 4},      {TransportPortRange{65535_tcp}, 4},
    {TransportPortRange{0_sctp}, 4},     {TransportPortRange{65535_sctp}, 4},
    {UdpPortRange::of(6000, 6063), 5},   {TransportPortRange{6064_tcp}, 5},
    {TransportPortRange{80_dccp}, 6},    {TransportPortRange{81_dccp}, 6},
    {UdpPortRange::of(49152, 65535), 7}, {TransportPortRange{5060_sctp}, 8},
    {TransportPortRange{5060_tcp}, 8},   {TransportPortRange{5060_udp}, 8},
    {TransportPortRange{5060_dccp}, 8},  {TransportPortRange{70_tcp}, 9}};

int slow_answer(const std::vector<Row>& rows, TransportPort port) {
  for (const Row& row : rows)
    if (row.range.contains(port)) return row.number;
  return 0;
}

template <class F>
void for_each_port(F f) {
  for (std::uint32_t number = 0; number != 65536; ++number)
    for (const Protocol protocol : all_protocols)
      f(TransportPort{protocol, Port{static_cast<std::uint16_t>(number)}});
}

/// Ports far apart and in no pattern, or the hash would be better than it is.
constexpr TransportPort scattered(std::size_t i) {
  return {i % 3 == 0 ? Protocol::udp : Protocol::tcp,
          Port{static_cast<std::uint16_t>(i * 211 + i * i % 199)}};
}
/// More arms than Clang folds.
template <std::size_t... I>
constexpr auto demux_of_hundreds(std::index_sequence<I...>) {
  return Demux{on<scattered(I)>(Says<static_cast<int>(I) + 1>{})..., otherwise(Says<0>{})};
}

/// All ports in one arm.
template <std::size_t... I>
constexpr auto demux_of_one_long_arm(std::index_sequence<I...>) {
  return Demux{on<TcpPort{Port{static_cast<std::uint16_t>(I * 5)}}...>(Says<1>{}),
               otherwise(Says<0>{})};
}

// Clang 14 calls literals in generic lambdas at run time.
constexpr TcpPort first = 1_tcp;
constexpr UdpPort seventh = 7_udp;

struct Nothing {
  constexpr void operator()(auto&&...) const noexcept {}
};

/// What a handler is given for a port.
struct KindOfPort {
  constexpr int operator()(TransportPort) const { return 0; }
  constexpr int operator()(TcpPort) const { return 1; }
  constexpr int operator()(UdpPort) const { return 2; }
};

constexpr Demux kinds{
    on<443_tcp, TcpPortRange::of(8000, 8010)>(KindOfPort{}), on<53_udp, 53_tcp>(KindOfPort{}),
    on<TransportPort{80_udp}, TransportPortRange{UdpPortRange::of(1, 2)}>(KindOfPort{}),
    otherwise(KindOfPort{})};

constexpr int int_handler(int) { return 1; }
constexpr long long_handler(int) noexcept { return 2; }

} // namespace

// ---- facts ------------------------------------------------------------------------------------

static_assert(std::same_as<decltype(few(443_tcp)), int>);
static_assert(noexcept(few(443_tcp)) && noexcept(many(443_tcp)));
// A port without a protocol goes to no handler.
static_assert(facts::Callable<decltype(few), TcpPort> &&
              facts::Callable<decltype(few), TransportPort>);
static_assert(!facts::Callable<decltype(few), Port> && !facts::Callable<decltype(few), int>);
static_assert(sizeof(few) == 1 && sizeof(many) == 1);
static_assert(std::is_trivially_copyable_v<decltype(few)>);
static_assert(
    !facts::Convertible<decltype(otherwise(Says<0>{})), Demux<decltype(otherwise(Says<0>{}))>>);

// ---- which handler ----------------------------------------------------------------------------

TEST_CASE("every key reaches the arm that takes it") {
  for_each_port([](TransportPort port) {
    if (few(port) != slow_answer(few_rows, port) || many(port) != slow_answer(many_rows, port))
      FAIL_CHECK(port.key());
  });
}

TEST_CASE("every key reaches its arm among hundreds") {
  constexpr std::size_t count = 300;
  static constexpr auto demux = demux_of_hundreds(std::make_index_sequence<count>{});
  PORTKIT_CHECK(demux(scattered(1)) == 2);
  for_each_port([](TransportPort port) {
    int expected = 0;
    const std::size_t i = port.port().value() / 211U;
    if (i < count && scattered(i) == port) expected = static_cast<int>(i) + 1;
    if (demux(port) != expected) FAIL_CHECK(port.key());
  });
}

TEST_CASE("one arm takes hundreds of ports") {
  static constexpr auto demux = demux_of_one_long_arm(std::make_index_sequence<300>{});
  for_each_port([](TransportPort port) {
    const std::uint32_t number = port.port().value();
    const bool is_taken = port.protocol() == Protocol::tcp && number % 5 == 0 && number < 1500;
    if (demux(port) != int{is_taken}) FAIL_CHECK(port.key());
  });
}

TEST_CASE("a demux of all ports, and one of none") {
  constexpr Demux all{
      on<TcpPortRange{PortRange::all()}, UdpPortRange{PortRange::all()},
         SctpPortRange{PortRange::all()}, DccpPortRange{PortRange::all()}>(Says<1>{}),
      otherwise(Says<0>{})};
  constexpr Demux none{otherwise(Says<5>{})};
  for_each_port([&](TransportPort port) {
    if (all(port) != 1 || none(port) != 5) FAIL_CHECK(port.key());
  });
}

TEST_CASE("a constant port is dispatched while compiling") {
  PORTKIT_CHECK(few(443_tcp) == 1);
  PORTKIT_CHECK(few(443_udp) == 0);
  PORTKIT_CHECK(few(TransportPort{53_tcp}) == 2);
  PORTKIT_CHECK(many(6063_tcp) == 3);
  PORTKIT_CHECK(many(65535_udp) == 7);
  PORTKIT_CHECK(many(65535_dccp) == 0);
}

// ---- how it is called -------------------------------------------------------------------------

TEST_CASE("a handler that takes the port first is given it, typed if its arm has one protocol") {
  PORTKIT_CHECK(kinds(443_tcp) == 1);
  PORTKIT_CHECK(kinds(8003_tcp) == 1);
  PORTKIT_CHECK(kinds(53_udp) == 0);
  PORTKIT_CHECK(kinds(53_tcp) == 0);
  PORTKIT_CHECK(kinds(80_udp) == 2);
  PORTKIT_CHECK(kinds(2_udp) == 2);
  PORTKIT_CHECK(kinds(9_sctp) == 0);
  constexpr Demux display{
      on<TcpPortRange::of(6000, 6063)>([](TcpPort port) { return port.value() - 6000; }),
      otherwise([] { return -1; })};
  PORTKIT_CHECK(display(6007_tcp) == 7);
  PORTKIT_CHECK(display(6007_udp) == -1);
}

TEST_CASE("the port comes before the arguments, and is left out where it is not taken") {
  constexpr Demux demux{
      on<443_tcp>([](TcpPort port, int a, int b) { return port.value() + a * 10 + b; }),
      on<53_udp>([](int a, int b) { return a + b; }),
      otherwise([](TransportPort port, int, int) { return -int{port.port().value()}; })};
  PORTKIT_CHECK(demux(443_tcp, 2, 3) == 466);
  PORTKIT_CHECK(demux(53_udp, 2, 3) == 5);
  PORTKIT_CHECK(demux(7_sctp, 2, 3) == -7);
}

TEST_CASE("arguments are forwarded as what they are") {
  struct Category {
    constexpr int operator()(int&) const { return 1; }
    constexpr int operator()(const int&) const { return 2; }
    constexpr int operator()(int&&) const { return 3; }
  };
  constexpr auto check = [](const auto& demux) {
    int value = 0;
    const int constant = 0;
    CHECK(demux(first, value) == 1);
    CHECK(demux(first, constant) == 2);
    CHECK(demux(first, std::move(value)) == 3);
    CHECK(demux(seventh, 5) == 3);
  };
  check(Demux{on<1_tcp>(Category{}), otherwise(Category{})});
  check(Demux{on<1_tcp, 2_tcp, 3_tcp, 4_tcp, 5_tcp, 6_tcp, 7_tcp, 8_tcp, 9_tcp>(Category{}),
              otherwise(Category{})});
}

TEST_CASE("a move-only argument arrives, and a move-only result comes back") {
  const auto pass = [](std::unique_ptr<int> p) { return p; };
  const auto check = [](const auto& demux) {
    const std::unique_ptr<int> result = demux(first, std::make_unique<int>(7));
    REQUIRE(result != nullptr);
    CHECK(*result == 7);
  };
  check(Demux{on<1_tcp>(pass), otherwise(pass)});
  check(Demux{on<TcpPort::of(1), 2_tcp, 3_tcp, 4_tcp, 5_tcp, 6_tcp, 7_tcp, 8_tcp, 9_tcp>(pass),
              otherwise(pass)});
}

TEST_CASE("the result is the handlers' common type, and a reference if all return it") {
  constexpr Demux mixed{on<1_tcp>(int_handler), on<2_tcp>(long_handler), otherwise(int_handler)};
  static_assert(std::same_as<decltype(mixed(1_tcp, 5)), long>);
  static_assert(!noexcept(mixed(1_tcp, 5)));
  PORTKIT_CHECK(mixed(1_tcp, 5) == 1);
  PORTKIT_CHECK(mixed(2_tcp, 5) == 2);

  const auto same = [](int& value) -> int& { return value; };
  const Demux reference{on<1_tcp>(same), otherwise(same)};
  int value = 4;
  static_assert(std::same_as<decltype(reference(1_tcp, value)), int&>);
  CHECK(&reference(1_tcp, value) == &value);

  constexpr Demux optional{on<1_tcp>([] { return std::optional{4}; }),
                           otherwise([] { return std::nullopt; })};
  PORTKIT_CHECK(optional(1_tcp) == 4);
  PORTKIT_CHECK(!optional(2_tcp).has_value());

  constexpr Demux nothing{on<1_tcp>(Nothing{}), otherwise(Nothing{})};
  static_assert(std::same_as<decltype(nothing(1_tcp, 3, "a")), void>);
  static_assert(noexcept(nothing(1_tcp, 3, "a")));
}

TEST_CASE("handlers have state, which they change unless the demux is constant") {
  struct Counter {
    int count = 0;
    constexpr int operator()() { return ++count; }
    constexpr int operator()() const { return -1; }
  };
  const auto check = [](auto demux) {
    CHECK(demux(first) == 1);
    CHECK(demux(first) == 2);
    CHECK(demux(seventh) == 1);
    CHECK(demux(first) == 3);
    CHECK(std::as_const(demux)(first) == -1);
    auto copy = demux;
    CHECK(copy(first) == 4);
    CHECK(demux(first) == 4);
  };
  check(Demux{on<1_tcp>(Counter{}), otherwise(Counter{})});
  check(Demux{on<1_tcp, 2_tcp, 3_tcp, 4_tcp, 5_tcp, 6_tcp, 7_tcp, 8_tcp, 9_tcp>(Counter{}),
              otherwise(Counter{})});
}

TEST_CASE("a handler that changes its state needs no constant form") {
  int calls = 0;
  Demux demux{on<1_tcp>([own = 0](int&) mutable { return ++own; }),
              otherwise([](int& all) { return ++all; })};
  CHECK(demux(1_tcp, calls) == 1);
  CHECK(demux(1_tcp, calls) == 2);
  CHECK(demux(9_tcp, calls) == 1);
  CHECK(calls == 1);
}

TEST_CASE("a handler that can only be moved is moved in") {
  Demux demux{on<1_tcp>([p = std::make_unique<int>(3)] { return *p; }),
              otherwise([] { return 0; })};
  const auto moved = std::move(demux);
  CHECK(moved(1_tcp) == 3);
  CHECK(moved(2_tcp) == 0);
}
