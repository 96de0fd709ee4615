// SPDX-License-Identifier: BSL-1.0
#include <portkit/port.hpp>

#include "check.hpp"
#include "facts.hpp"
#include "number_cases.hpp"
#include "reference.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <unordered_map>
#include <utility>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<TransportPort, 4, 4>);
static_assert(std::totally_ordered<TransportPort>);
static_assert(std::three_way_comparable<TransportPort, std::strong_ordering>);
static_assert(facts::Constant<TransportPort{443_tcp}>::value.protocol() == Protocol::tcp);
static_assert(!std::is_same_v<facts::Constant<TransportPort{80_tcp}>,
                              facts::Constant<TransportPort{80_udp}>>);
static_assert(!number_cases::HasArithmetic<TransportPort>);

// There is no neutral protocol, so no default and nothing that lacks a protocol.
static_assert(!std::is_default_constructible_v<TransportPort>);
static_assert(std::is_constructible_v<TransportPort, Protocol, Port>);
static_assert(!std::is_constructible_v<TransportPort, Port, Protocol>);
static_assert(!std::is_constructible_v<TransportPort, Protocol, int>);
static_assert(!std::is_constructible_v<TransportPort, Protocol, std::uint16_t>);
static_assert(!std::is_constructible_v<TransportPort, int, Port>);
static_assert(!facts::Castable<TransportPort, Port> && !facts::Castable<TransportPort, Protocol>);
static_assert(!facts::Castable<TransportPort, std::uint32_t>);
static_assert(!facts::Castable<std::uint32_t, TransportPort>);
static_assert(!facts::Castable<bool, TransportPort>);
static_assert(!facts::Castable<TransportPort, const char*>);

// From a typed port nothing is lost, so that goes by itself; the way back is `as`.
static_assert(facts::Convertible<TcpPort, TransportPort>);
static_assert(facts::Convertible<SctpPort, TransportPort>);
static_assert(std::is_nothrow_convertible_v<TcpPort, TransportPort>);
static_assert(!facts::Castable<TcpPort, TransportPort>);
static_assert(!facts::Castable<Port, TransportPort>);

// It compares with typed ports, and with nothing that has no protocol.
static_assert(facts::Equatable<TransportPort, TcpPort> && facts::Equatable<UdpPort, TransportPort>);
static_assert(facts::Orderable<TransportPort, TcpPort> && facts::Orderable<UdpPort, TransportPort>);
static_assert(!facts::Equatable<TransportPort, Port> && !facts::Orderable<TransportPort, Port>);
static_assert(!facts::Equatable<TransportPort, std::uint32_t>);
static_assert(!facts::Equatable<TcpPort, UdpPort>); // not through the conversion either

// The text has two parts; from_chars could not tell where the second ends.
template <class P>
concept HasFromChars = requires(const char* place, P& port) { from_chars(place, place, port); };
static_assert(HasFromChars<Port> && HasFromChars<TcpPort>);
static_assert(!HasFromChars<TransportPort>);

static_assert(std::is_nothrow_constructible_v<TransportPort, Protocol, Port>);
static_assert(noexcept(TransportPort::from_key(0)));
static_assert(noexcept(std::declval<TransportPort>().protocol()));
static_assert(noexcept(std::declval<TransportPort>().port()));
static_assert(noexcept(std::declval<TransportPort>().key()));
static_assert(noexcept(std::declval<TransportPort>().as<Protocol::tcp>()));
static_assert(noexcept(std::declval<TransportPort>() == std::declval<TransportPort>()));
static_assert(noexcept(std::declval<TransportPort>() <=> std::declval<TransportPort>()));
static_assert(noexcept(hash_value(std::declval<TransportPort>())));
static_assert(noexcept(std::hash<TransportPort>{}(std::declval<TransportPort>())));
static_assert(noexcept(parse<TransportPort>(std::string_view{})));
static_assert(noexcept(to_chars(nullptr, nullptr, std::declval<TransportPort>())));

namespace {

constexpr ParseError error_of(std::string_view text, ParseOptions options = ParseOptions::strict) {
  return parse<TransportPort>(text, options).error();
}

/// A function that can be called as a temporary only.
struct OnlyOnce {
  int* calls;
  int operator()(auto) && { return ++*calls; }
};

} // namespace

TEST_CASE("a TransportPort is the pair it is made of") {
  for (const Protocol protocol : all_protocols)
    for (const Port port : {0_port, 1_port, 255_port, 256_port, 443_port, 65535_port}) {
      const TransportPort both{protocol, port};
      CHECK(both.protocol() == protocol);
      CHECK(both.port() == port);
    }
  PORTKIT_CHECK(TransportPort{Protocol::udp, 53_port} == 53_udp);
  PORTKIT_CHECK(TransportPort{53_udp}.port() == 53_port);
  PORTKIT_CHECK(TransportPort{53_udp}.protocol() == Protocol::udp);
}

TEST_CASE("a TransportPort gives the typed port of its own protocol only") {
  constexpr TransportPort port = 53_udp;
  PORTKIT_CHECK(port.as<Protocol::udp>() == std::optional{53_udp});
  PORTKIT_CHECK(port.as<Protocol::tcp>() == std::nullopt);
  PORTKIT_CHECK(port.as<Protocol::dccp>() == std::nullopt);
  PORTKIT_CHECK(port.as<Protocol::sctp>() == std::nullopt);
  PORTKIT_CHECK(TransportPort{0_sctp}.as<Protocol::sctp>() == std::optional{0_sctp});
}

TEST_CASE("visit calls the function once, with the typed port") {
  constexpr auto describe = [](auto port) { return std::pair{port.protocol, port.value()}; };
  PORTKIT_CHECK(TransportPort{1_tcp}.visit(describe) == std::pair{Protocol::tcp, std::uint16_t{1}});
  PORTKIT_CHECK(TransportPort{2_udp}.visit(describe) == std::pair{Protocol::udp, std::uint16_t{2}});
  PORTKIT_CHECK(TransportPort{3_dccp}.visit(describe) ==
                std::pair{Protocol::dccp, std::uint16_t{3}});
  PORTKIT_CHECK(TransportPort{4_sctp}.visit(describe) ==
                std::pair{Protocol::sctp, std::uint16_t{4}});

  for (const Protocol protocol : all_protocols) {
    int calls = 0;
    TransportPort{protocol, 443_port}.visit([&]<Protocol P>(TypedPort<P> port) {
      ++calls;
      CHECK(P == protocol);
      CHECK(port.port() == 443_port);
    });
    CHECK(calls == 1);
  }
}

TEST_CASE("visit passes references on, and functions that can be called once") {
  int calls = 0;
  CHECK(TransportPort{443_tcp}.visit(OnlyOnce{&calls}) == 1);
  int target = 0;
  int& reference = TransportPort{443_udp}.visit([&](auto) -> int& { return target; });
  CHECK(&reference == &target);
}

TEST_CASE("the key holds port and protocol number and can be a case label") {
  PORTKIT_CHECK(TransportPort{443_tcp}.key() == (443U << 8 | 6));
  PORTKIT_CHECK(TransportPort{65535_sctp}.key() == 0xFF'FF84);
  PORTKIT_CHECK(TransportPort{0_tcp}.key() == 6);
  const auto name_of = [](TransportPort port) {
    switch (port.key()) {
      case (53_udp).key(): return "dns";
      case (53_tcp).key(): return "dns over tcp";
      case TransportPort{443_tcp}.key(): return "https";
      default: return "other";
    }
  };
  CHECK(std::string_view{name_of(53_udp)} == "dns");
  CHECK(std::string_view{name_of(53_tcp)} == "dns over tcp");
  CHECK(std::string_view{name_of(443_tcp)} == "https");
  CHECK(std::string_view{name_of(443_udp)} == "other");
}

TEST_CASE("every key gives its TransportPort back") {
  for (const reference::NamedProtocol& row : reference::protocols)
    for (std::uint32_t number = 0; number != 65536; ++number) {
      const TransportPort port{static_cast<Protocol>(row.number),
                               Port{static_cast<std::uint16_t>(number)}};
      const std::uint32_t key = number * 256 + row.number;
      if (port.key() != key || TransportPort::from_key(key) != port)
        FAIL_CHECK("wrong for " << number << "/" << row.name);
    }
  PORTKIT_CHECK(TransportPort::from_key(443U << 8 | 6) == std::optional<TransportPort>{443_tcp});
}

TEST_CASE("a number that is no key gives no TransportPort") {
  std::size_t keys = 0;
  for (std::uint32_t number : {0U, 1U, 80U, 255U, 256U, 65535U})
    for (std::uint32_t protocol = 0; protocol != 256; ++protocol)
      if (TransportPort::from_key(number << 8 | protocol)) ++keys;
  CHECK(keys == 6 * all_protocols.size());

  // Bits above the port must not be dropped.
  for (unsigned bit = 24; bit != 32; ++bit)
    CHECK(TransportPort::from_key(1U << bit | TransportPort{443_tcp}.key()) == std::nullopt);
  PORTKIT_CHECK(TransportPort::from_key(0) == std::nullopt);
  PORTKIT_CHECK(TransportPort::from_key(0xFFFF'FFFF) == std::nullopt);
  PORTKIT_CHECK(TransportPort::from_key(0x100'0006) == std::nullopt);
}

TEST_CASE("TransportPorts are ordered by port, then by protocol number") {
  PORTKIT_CHECK(TransportPort{80_sctp} < TransportPort{81_tcp});
  PORTKIT_CHECK(TransportPort{80_tcp} < TransportPort{80_udp});
  PORTKIT_CHECK(TransportPort{80_udp} < TransportPort{80_dccp});
  PORTKIT_CHECK(TransportPort{80_dccp} < TransportPort{80_sctp});
  PORTKIT_CHECK(TransportPort{32767_tcp} < TransportPort{32768_tcp});
  PORTKIT_CHECK(TransportPort{0_tcp} < TransportPort{65535_tcp});
  PORTKIT_CHECK(TransportPort{80_tcp} == TransportPort{80_tcp});
  PORTKIT_CHECK(TransportPort{80_tcp} != TransportPort{80_udp});
  PORTKIT_CHECK(TransportPort{80_tcp} <= 80_tcp);
  PORTKIT_CHECK(80_udp > TransportPort{80_tcp});
  PORTKIT_CHECK(TransportPort{80_tcp} == 80_tcp);
  PORTKIT_CHECK(80_tcp == TransportPort{80_tcp});
  PORTKIT_CHECK(80_udp != TransportPort{80_tcp});
  static_assert(
      std::is_same_v<std::compare_three_way_result_t<TransportPort>, std::strong_ordering>);
}

TEST_CASE("a TransportPort is a key of hash tables, in which a typed port is found too") {
  std::unordered_map<TransportPort, std::string_view> names{
      {53_tcp, "dns over tcp"}, {53_udp, "dns"}, {443_tcp, "https"}};
  CHECK(names.size() == 3);
  CHECK(names.at(53_udp) == "dns");
  CHECK(names.at(53_tcp) == "dns over tcp");
  CHECK(names.erase(53_tcp) == 1); // and the one of udp stays (kubernetes#39188)
  CHECK(names.at(53_udp) == "dns");
  CHECK(names.find(443_udp) == names.end());
}

TEST_CASE("a TransportPort is hashed alike by every protocol of hashing") {
  for (const TransportPort port :
       {TransportPort{0_tcp}, TransportPort{443_tcp}, TransportPort{65535_sctp}})
    CHECK(std::hash<TransportPort>{}(port) == hash_value(port));
  PORTKIT_CHECK(hash_value(TransportPort{443_tcp}) != hash_value(TransportPort{443_udp}));
  CHECK(facts::absl_hash_input(TransportPort{443_tcp}) !=
        facts::absl_hash_input(TransportPort{443_udp}));
  CHECK(facts::absl_hash_input(TransportPort{443_tcp}) !=
        facts::absl_hash_input(TransportPort{80_tcp}));
  CHECK(facts::absl_hash_input(TransportPort{443_tcp}) == facts::absl_hash_input(443_tcp));
}

TEST_CASE("a TransportPort's text is the port, a slash and the protocol") {
  PORTKIT_CHECK(parse<TransportPort>("443/tcp") == 443_tcp);
  PORTKIT_CHECK(parse<TransportPort>("53/udp") == 53_udp);
  PORTKIT_CHECK(parse<TransportPort>("5004/dccp") == 5004_dccp);
  PORTKIT_CHECK(parse<TransportPort>("65535/sctp") == 65535_sctp);
  PORTKIT_CHECK(parse<TransportPort>("0/tcp") == 0_tcp);
  PORTKIT_CHECK(parse<TransportPort>("443/TCP") == 443_tcp);
  PORTKIT_CHECK(parse<TransportPort>("443/tCp") == 443_tcp);
  PORTKIT_CHECK(parse<TransportPort>("53/udp") != 53_tcp);
  PORTKIT_CHECK(parse<TransportPort>("0443/tcp", ParseOptions::leading_zeros_allowed) == 443_tcp);
}

TEST_CASE("a refused TransportPort names the place in the whole text") {
  PORTKIT_CHECK(error_of("") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of("/tcp") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of("/") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of("tcp") == ParseError{ParseErrc::not_a_digit, 0, 1});
  PORTKIT_CHECK(error_of("tcp/443") == ParseError{ParseErrc::not_a_digit, 0, 1});
  PORTKIT_CHECK(error_of("443 /tcp") == ParseError{ParseErrc::not_a_digit, 3, 1});
  PORTKIT_CHECK(error_of("0443/tcp") == ParseError{ParseErrc::leading_zero, 0, 1});
  PORTKIT_CHECK(error_of("65536/tcp") == ParseError{ParseErrc::out_of_range, 0, 5});
  PORTKIT_CHECK(error_of("0/tcp", ParseOptions::nonzero_port) ==
                ParseError{ParseErrc::zero_port, 0, 1});
  PORTKIT_CHECK(error_of("443") == ParseError{ParseErrc::missing_protocol, 3, 0});
  PORTKIT_CHECK(error_of("443/") == ParseError{ParseErrc::missing_protocol, 4, 0});
  PORTKIT_CHECK(error_of("443/foo") == ParseError{ParseErrc::unknown_protocol, 4, 3});
  PORTKIT_CHECK(error_of("443/ tcp") == ParseError{ParseErrc::unknown_protocol, 4, 4});
  PORTKIT_CHECK(error_of("443/tcp ") == ParseError{ParseErrc::unknown_protocol, 4, 4});
  PORTKIT_CHECK(error_of("443//tcp") == ParseError{ParseErrc::unknown_protocol, 4, 4});
  PORTKIT_CHECK(error_of("443/tcp/udp") == ParseError{ParseErrc::unknown_protocol, 4, 7});
  PORTKIT_CHECK(error_of("443/6") == ParseError{ParseErrc::unknown_protocol, 4, 1});
  PORTKIT_CHECK(error_of("443/icmp") == ParseError{ParseErrc::unknown_protocol, 4, 4});
  PORTKIT_CHECK(error_of("x/foo") == ParseError{ParseErrc::not_a_digit, 0, 1}); // the first fault
}

TEST_CASE("a TransportPort is written where it fits and nowhere else") {
  static_assert(max_text_size<TransportPort> == std::string_view{"65535/sctp"}.size());
  for (const TransportPort port :
       {TransportPort{0_tcp}, TransportPort{7_udp}, TransportPort{80_dccp}, TransportPort{443_tcp},
        TransportPort{5060_sctp}, TransportPort{65535_sctp}}) {
    const std::string text =
        reference::write_port(port.port().value()) + "/" + std::string{name(port.protocol())};
    CAPTURE(text);
    for (std::size_t room = 0; room != text.size(); ++room)
      CHECK(number_cases::written_into(room, port) == std::nullopt);
    for (std::size_t room = text.size(); room != max_text_size<TransportPort> + 4; ++room)
      CHECK(number_cases::written_into(room, port) == text);
  }
}

TEST_CASE("a number that no 32-bit key holds is no key") {
  PORTKIT_CHECK(TransportPort::from_key(443 << 8 | 6) == TransportPort{443_tcp});
  PORTKIT_CHECK(!TransportPort::from_key(0x1'0000'0000ull + (443 << 8 | 6)));
  PORTKIT_CHECK(!TransportPort::from_key(-1));
}

TEST_CASE("a text of 4 GiB or more is refused, since no error could point into it") {
  if constexpr (sizeof(std::size_t) > 4) {
    // Only the length is long: the answer is known before a byte beyond these is read.
    const char bytes[] = "80/xxxxxxxx";
    const std::size_t four_gib = std::size_t{1} << 31 << 1;
    CHECK(parse<Port>({bytes, four_gib}).error() == ParseError{ParseErrc::too_long, 0, 0});
    CHECK(parse<TcpPort>({bytes, four_gib}).error() == ParseError{ParseErrc::too_long, 0, 0});
    CHECK(parse<Protocol>({bytes, four_gib}).error() == ParseError{ParseErrc::too_long, 0, 0});
    for (const std::size_t more : {0U, 1U, 2U, 3U, 4U, 100U}) {
      CAPTURE(more);
      CHECK(parse<TransportPort>({bytes, four_gib + more}).error().code == ParseErrc::too_long);
    }
  }
}
