// SPDX-License-Identifier: BSL-1.0
#include <portkit/port.hpp>

#include "check.hpp"
#include "facts.hpp"
#include "number_cases.hpp"

#include <concepts>
#include <cstdint>
#include <functional>
#include <string_view>
#include <type_traits>
#include <unordered_map>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

namespace {

template <class P>
consteval bool is_as_stated() {
  static_assert(facts::PlainValue<P, 2, 2>);
  static_assert(std::regular<P> && std::totally_ordered<P>);
  static_assert(std::three_way_comparable<P, std::strong_ordering>);
  static_assert(facts::Constant<P::of(443)>::value.value() == 443);
  static_assert(number_cases::takes_numbers_as_it_should<P>());
  static_assert(!number_cases::HasArithmetic<P>);
  static_assert(number_cases::throws_nothing<P>());
  static_assert(noexcept(P{Port{}}) && noexcept(P{}.port()) && noexcept(P{}.key()));
  static_assert(facts::Constructible<P, Port> && !facts::Convertible<Port, P>);
  static_assert(!facts::Castable<P, const char*> && !facts::Castable<P, std::string_view>);
  static_assert(!facts::Castable<P, TransportPort> && facts::Castable<TransportPort, P>);
  static_assert(!facts::Assignable<P, TransportPort> && facts::Assignable<TransportPort, P>);
  return true;
}
static_assert(is_as_stated<TcpPort>() && is_as_stated<UdpPort>());
static_assert(is_as_stated<DccpPort>() && is_as_stated<SctpPort>());

/// Values of two protocols meet in no operator and in no conversion.
template <class A, class B>
consteval bool is_apart() {
  static_assert(facts::Equatable<A, A> && !facts::Equatable<A, B> && !facts::Equatable<B, A>);
  static_assert(facts::Orderable<A, A> && !facts::Orderable<A, B> && !facts::Orderable<B, A>);
  static_assert(facts::Assignable<A, A> && !facts::Assignable<A, B> && !facts::Assignable<B, A>);
  static_assert(facts::Castable<A, A> && !facts::Castable<A, B> && !facts::Castable<B, A>);
  static_assert(facts::Convertible<A, A> && !facts::Convertible<A, B> && !facts::Convertible<B, A>);
  static_assert(!std::three_way_comparable_with<A, B>);
  static_assert(!std::common_with<A, B>);
  static_assert(facts::Callable<std::hash<A>, A> && !facts::Callable<std::hash<A>, B>);
  return true;
}
static_assert(is_apart<TcpPort, UdpPort>() && is_apart<TcpPort, DccpPort>());
static_assert(is_apart<TcpPort, SctpPort>() && is_apart<UdpPort, DccpPort>());
static_assert(is_apart<UdpPort, SctpPort>() && is_apart<DccpPort, SctpPort>());

static_assert(std::is_same_v<TcpPort, TypedPort<Protocol::tcp>>);
static_assert(std::is_same_v<UdpPort, TypedPort<Protocol::udp>>);
static_assert(std::is_same_v<DccpPort, TypedPort<Protocol::dccp>>);
static_assert(std::is_same_v<SctpPort, TypedPort<Protocol::sctp>>);
static_assert(TcpPort::protocol == Protocol::tcp && SctpPort::protocol == Protocol::sctp);

// Constants of two protocols are two template arguments.
static_assert(!std::is_same_v<facts::Constant<80_tcp>, facts::Constant<80_udp>>);
static_assert(std::is_same_v<facts::Constant<80_tcp>, facts::Constant<TcpPort::of(80)>>);

} // namespace

TEST_CASE_TEMPLATE("a TypedPort is made of integers that fit", P, TcpPort, UdpPort, DccpPort,
                   SctpPort) {
  number_cases::check_from_integers<P>();
}
TEST_CASE_TEMPLATE("a TypedPort's offset neither wraps nor saturates", P, TcpPort, UdpPort,
                   DccpPort, SctpPort) {
  number_cases::check_offset<P>();
}
TEST_CASE_TEMPLATE("TypedPorts of one protocol are ordered as their numbers", P, TcpPort, UdpPort,
                   DccpPort, SctpPort) {
  number_cases::check_order<P>();
}
TEST_CASE_TEMPLATE("a TypedPort goes to network order and back", P, TcpPort, UdpPort, DccpPort,
                   SctpPort) {
  number_cases::check_network_order<P>();
}
TEST_CASE_TEMPLATE("a TypedPort is parsed by the one strict grammar", P, TcpPort, UdpPort, DccpPort,
                   SctpPort) {
  number_cases::check_parse<P>();
}
TEST_CASE_TEMPLATE("a TypedPort is written into the room there is", P, TcpPort, UdpPort, DccpPort,
                   SctpPort) {
  number_cases::check_to_chars<P>();
}
TEST_CASE_TEMPLATE("from_chars reads the TypedPort a text begins with", P, TcpPort, UdpPort,
                   DccpPort, SctpPort) {
  number_cases::check_from_chars<P>();
}

TEST_CASE_TEMPLATE("a TypedPort without a value is port 0", P, TcpPort, UdpPort, DccpPort,
                   SctpPort) {
  P declared;
  CHECK(declared == P::of(0));
  PORTKIT_CHECK(P{} == P::of(0));
}

TEST_CASE_TEMPLATE("a TypedPort comes from a Port by name and gives it back", P, TcpPort, UdpPort,
                   DccpPort, SctpPort) {
  PORTKIT_CHECK(P{443_port} == P::of(443));
  PORTKIT_CHECK(P::of(443).port() == 443_port);
}

TEST_CASE("the step between protocols is by name") {
  PORTKIT_CHECK(UdpPort{(53_tcp).port()} == 53_udp);
  PORTKIT_CHECK((53_tcp).port() == (53_udp).port());
}

TEST_CASE_TEMPLATE("a TypedPort has the key and the hash of the same TransportPort", P, TcpPort,
                   UdpPort, DccpPort, SctpPort) {
  number_cases::check_hash<P>();
  PORTKIT_CHECK(P::of(443).key() == (443U << 8 | static_cast<unsigned>(P::protocol)));
  PORTKIT_CHECK(P::of(65535).key() == TransportPort{P::of(65535)}.key());
  PORTKIT_CHECK(hash_value(P::of(443)) == hash_value(TransportPort{P::of(443)}));
  CHECK(std::hash<P>{}(P::of(443)) == std::hash<TransportPort>{}(P::of(443)));
  CHECK(facts::absl_hash_input(P::of(443)) == facts::absl_hash_input(TransportPort{P::of(443)}));
}

TEST_CASE("ports of one number and two protocols hash differently") {
  PORTKIT_CHECK(hash_value(53_tcp) != hash_value(53_udp));
  CHECK(facts::absl_hash_input(53_tcp) != facts::absl_hash_input(53_udp));
}

TEST_CASE("a TypedPort is a key of the standard's hash tables") {
  std::unordered_map<UdpPort, std::string_view> names{{53_udp, "domain"}, {123_udp, "ntp"}};
  CHECK(names.at(53_udp) == "domain");
  CHECK(names.count(54_udp) == 0);
}

TEST_CASE("a TypedPort literal is the decimal number that is written") {
  PORTKIT_CHECK(443_tcp == TcpPort::of(443));
  PORTKIT_CHECK(53_udp == UdpPort::of(53));
  PORTKIT_CHECK(5004_dccp == DccpPort::of(5004));
  PORTKIT_CHECK(5060_sctp == SctpPort::of(5060));
  PORTKIT_CHECK((0_tcp).is_zero());
  PORTKIT_CHECK((65'535_udp).value() == 65535);
}

TEST_CASE("functions are chosen by the protocol of a port") {
  struct Chosen {
    static constexpr std::string_view by(TcpPort) { return "tcp"; }
    static constexpr std::string_view by(UdpPort) { return "udp"; }
  };
  PORTKIT_CHECK(Chosen::by(53_tcp) == "tcp");
  PORTKIT_CHECK(Chosen::by(53_udp) == "udp");
}

TEST_CASE("a TypedPort has the text of its number alone") {
  PORTKIT_CHECK(parse<TcpPort>("443") == 443_tcp);
  PORTKIT_CHECK(parse<TcpPort>("443/tcp").error() == ParseError{ParseErrc::not_a_digit, 3, 1});
  CHECK(number_cases::written_into(5, 443_tcp) == "443");
}
