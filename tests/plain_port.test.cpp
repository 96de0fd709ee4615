// SPDX-License-Identifier: BSL-1.0
#include <portkit/port.hpp>

#include "check.hpp"
#include "facts.hpp"
#include "number_cases.hpp"

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<Port, 2, 2>);
static_assert(std::regular<Port> && std::totally_ordered<Port>);
static_assert(std::three_way_comparable<Port, std::strong_ordering>);
static_assert(facts::Constant<443_port>::value.value() == 443);
static_assert(!std::is_same_v<facts::Constant<80_port>, facts::Constant<443_port>>);
static_assert(number_cases::takes_numbers_as_it_should<Port>());
static_assert(!number_cases::HasArithmetic<Port>);
static_assert(number_cases::throws_nothing<Port>());
static_assert(std::is_same_v<decltype(Port{}.value()), std::uint16_t>);

// A port of no protocol is not one of a protocol, and says nothing about one.
static_assert(facts::Constructible<TcpPort, Port> && !facts::Convertible<Port, TcpPort>);
static_assert(!facts::Castable<Port, TcpPort> && !facts::Convertible<TcpPort, Port>);
static_assert(!facts::Castable<TransportPort, Port> && !facts::Castable<Port, TransportPort>);
static_assert(!facts::Equatable<Port, TcpPort> && !facts::Equatable<TcpPort, Port>);
static_assert(!facts::Orderable<Port, TcpPort> && !facts::Orderable<TcpPort, Port>);
static_assert(!facts::Equatable<Port, TransportPort> && !facts::Orderable<Port, TransportPort>);
static_assert(!facts::Assignable<Port, TcpPort> && !facts::Assignable<TcpPort, Port>);
static_assert(facts::Assignable<Port, Port>);

// Text becomes a port by parse alone.
static_assert(!facts::Castable<Port, const char*> && !facts::Castable<Port, std::string_view>);
static_assert(!facts::Castable<Port, std::nullptr_t>);

namespace {
enum Unscoped : std::uint16_t { https = 443 };
}
static_assert(facts::Convertible<Unscoped, std::uint16_t>);
static_assert(!facts::Castable<Port, Unscoped>);

TEST_CASE("a Port without a value is port 0") {
  Port declared;
  CHECK(declared == 0_port);
  PORTKIT_CHECK(Port{} == 0_port);
  PORTKIT_CHECK(Port{}.value() == 0);
}

TEST_CASE("a Port is made of integers that fit") { number_cases::check_from_integers<Port>(); }
TEST_CASE("a Port's offset neither wraps nor saturates") { number_cases::check_offset<Port>(); }
TEST_CASE("Ports are ordered as their numbers") { number_cases::check_order<Port>(); }
TEST_CASE("a Port goes to network order and back") { number_cases::check_network_order<Port>(); }
TEST_CASE("a Port is parsed by the one strict grammar") { number_cases::check_parse<Port>(); }
TEST_CASE("a Port is written into the room there is") { number_cases::check_to_chars<Port>(); }
TEST_CASE("from_chars reads the Port a text begins with") {
  number_cases::check_from_chars<Port>();
}
TEST_CASE("a Port is hashed alike by every protocol of hashing") {
  number_cases::check_hash<Port>();
  CHECK(facts::absl_hash_input(443_port) == facts::absl_hash_input(443_port));
  CHECK(facts::absl_hash_input(443_port) != facts::absl_hash_input(80_port));
}

TEST_CASE("a Port is a key of the standard's hash tables") {
  std::unordered_map<Port, std::string_view> names{{80_port, "http"}, {443_port, "https"}};
  names[80_port] = "www";
  CHECK(names.size() == 2);
  CHECK(names.at(80_port) == "www");
  CHECK(names.at(443_port) == "https");
  CHECK(names.find(8080_port) == names.end());
}

TEST_CASE("a Port literal is the decimal number that is written") {
  PORTKIT_CHECK((0_port).value() == 0);
  PORTKIT_CHECK((9_port).value() == 9);
  PORTKIT_CHECK((443_port).value() == 443);
  PORTKIT_CHECK((65535_port).value() == 65535);
  PORTKIT_CHECK((65'535_port).value() == 65535);
  PORTKIT_CHECK((1'0_port).value() == 10);
}

TEST_CASE("the literals come by either of the usual using directives") {
  {
    using namespace portkit::literals;
    PORTKIT_CHECK((443_port).value() == 443);
  }
  {
    using namespace portkit;
    PORTKIT_CHECK((443_port).value() == 443);
  }
}

TEST_CASE("a Port is a template argument") {
  PORTKIT_CHECK(facts::Constant<443_port>::value == 443_port);
  PORTKIT_CHECK(facts::Constant<Port{}>::value.is_zero());
}
