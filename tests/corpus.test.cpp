// SPDX-License-Identifier: BSL-1.0
#include <portkit/policy.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>
#include <portkit/string.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <locale>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <vector>

// Bugs that other programs had with ports, each under the name by which it can be looked up: what
// went wrong there is right here, or does not compile.  B-rows are classes of reported bugs, F-rows
// faults of other libraries; the comment at the end says where those are that are not in this file.

using namespace portkit;
using namespace std::string_view_literals;

namespace {

/// Refused for this reason, at these bytes, as a Port and as what stands before a /tcp.
void check_refused(std::string_view text, ParseErrc code, std::uint32_t position,
                   std::uint32_t length) {
  CAPTURE(text);
  const ParseError expected{code, position, length};
  const Result<Port> port = parse<Port>(text);
  REQUIRE_FALSE(port.has_value());
  CHECK(port.error() == expected);
  const Result<TcpPort> typed = parse<TcpPort>(text);
  REQUIRE_FALSE(typed.has_value());
  CHECK(typed.error() == expected);
  const Result<TransportPort> both = parse<TransportPort>(std::string{text} + "/tcp");
  REQUIRE_FALSE(both.has_value());
  CHECK(both.error().position == position);
}

void check_stranger(std::string_view text, std::uint32_t position) {
  check_refused(text, ParseErrc::not_a_digit, position, 1);
}

void check_too_large(std::string_view text) {
  check_refused(text, ParseErrc::out_of_range, 0, static_cast<std::uint32_t>(text.size()));
}

} // namespace

// ---- which text do common C++ readers take as a port? -------------------------------------------

TEST_CASE("readers: \"080\", 80 for all of them, has a leading zero") {
  check_refused("080", ParseErrc::leading_zero, 0, 1); // and 0 for strtoul with base 0
}
TEST_CASE("readers: \"+80\" and \" 80\", 80 for atoi, stoi, sscanf, >> and getaddrinfo") {
  check_stranger("+80", 0);
  check_stranger(" 80", 0);
}
TEST_CASE("readers: \"80 \" and \"80abc\", 80 for from_chars without a look at the end") {
  check_stranger("80 ", 2);
  check_stranger("80abc", 2);
}
TEST_CASE("readers: \"0x50\" and \"1e3\", 0 and 1 for most of them") {
  check_stranger("0x50", 1);
  check_stranger("1e3", 1);
}
TEST_CASE("readers: \"-1\", 65535 for atoi, stoi, sscanf and >>") { check_stranger("-1", 0); }
TEST_CASE("readers: \"65536\", 0 for atoi, stoi, sscanf and getaddrinfo") {
  check_too_large("65536");
}
TEST_CASE("readers: \"65616\", 80 for atoi, stoi, sscanf and getaddrinfo") {
  check_too_large("65616");
}
TEST_CASE("readers: \"4294967376\", 2^32 + 80, 80 for atoi, sscanf and getaddrinfo") {
  check_too_large("4294967376");
}
TEST_CASE("readers: the empty text, 0 for atoi and getaddrinfo") {
  check_refused("", ParseErrc::empty, 0, 0);
}

// ---- B4, B5: truncation -------------------------------------------------------------------------

TEST_CASE("B4 CVE-2026-41682 pupnp#549: \"65537\" is not 1 and \"-1\" is not 65535") {
  check_too_large("65537");
  check_stranger("-1", 0);
}
TEST_CASE("B4 nsjail#305: a rule for port 65536 is not one for port 0") {
  check_too_large("65536");
  CHECK(Port::from(65536) == std::nullopt);
}
TEST_CASE("B4 go#80168: 2^32 + 18080 is not 18080") { check_too_large("4294985376"); }
TEST_CASE("B4 libtorrent#8621: 2^32 + 80 is not 80") {
  check_too_large("4294967376");
  CHECK(Port::from((std::int64_t{1} << 32) + 80) == std::nullopt);
}
TEST_CASE("B4 httrack#614: no way to the wrong port through sign, width or overflow") {
  check_stranger("-65456", 0);
  check_too_large("65616");
  check_too_large("99999999999999999999999999");
}
TEST_CASE("B4 pdns#4382: 65536 + 53 is not 53") { check_too_large("65589"); }
TEST_CASE("B4 hysteria#1569: -1 is not 65535") {
  check_stranger("-1", 0);
  CHECK(Port::from(-1) == std::nullopt);
  CHECK(UdpPort::from(-1L) == std::nullopt);
}
TEST_CASE("B5 asio-441: \"300800\" is not 38656") { check_too_large("300800"); }
TEST_CASE("B5 url-666: an overflowed number is an error, not garbage") {
  check_too_large("65536");
  check_too_large("655350");
}
TEST_CASE("B5 wpt-7602: 2^32 + 81, 2^64 + 81 and 2^128 + 81 are not 81") {
  check_too_large("4294967377");
  check_too_large("18446744073709551697");
  check_too_large("340282366920938463463374607431768211537");
}

// ---- B6: a port as an index ---------------------------------------------------------------------

TEST_CASE("B6 CVE-2024-43168 unbound#1062: whatever is read indexes a table of 65,536") {
  std::vector<bool> is_open(65536);
  for (const std::string_view text : {"0"sv, "53"sv, "65535"sv, "65536"sv, "99999"sv, "-1"sv})
    if (const Result<Port> port = parse<Port>(text)) is_open.at(port->value()) = true;
  CHECK(is_open[0]);
  CHECK(is_open[53]);
  CHECK(is_open[65535]);
}
TEST_CASE("B6 ftpd#216: FTP's PORT command adds bytes without an overflow") {
  constexpr auto from_ftp = [](int high, int low) { return Port::from(high * 256L + low); };
  PORTKIT_CHECK(from_ftp(1, 187) == std::optional{443_port});
  PORTKIT_CHECK(from_ftp(255, 255) == std::optional{65535_port});
  PORTKIT_CHECK(from_ftp(256, 0) == std::nullopt);
  PORTKIT_CHECK(from_ftp(2'147'483, 0) == std::nullopt);
}

// ---- B7: signed 16 bits -------------------------------------------------------------------------

TEST_CASE("B7 Nim#3486, Nim#13096: ports from 32768 on are positive") {
  PORTKIT_CHECK(parse<Port>("32768") == 32768_port);
  PORTKIT_CHECK((32768_port).value() > 0);
  PORTKIT_CHECK(32768_port > 32767_port);
  CHECK(to_string(65535_port) == "65535");
  static_assert(std::unsigned_integral<decltype(Port{}.value())>);
}
TEST_CASE("B7 Ullaakut-nmap#76: 65535 is written 65535, and a signed -1 is refused") {
  PORTKIT_CHECK(Port::from(std::int16_t{-1}) == std::nullopt);
  PORTKIT_CHECK(Port::from(65535) == std::optional{65535_port});
  static_assert(!facts::Constructible<Port, std::int16_t> &&
                facts::Constructible<Port, std::uint16_t>);
}

// ---- B8 to B11: the grammar ---------------------------------------------------------------------

TEST_CASE("B8 cpython#96035: no sign, underscore or blank") {
  check_stranger("+80", 0);
  check_stranger("-0", 0);
  check_stranger("8_0", 1);
  check_stranger(" 80", 0);
  check_stranger("80 ", 2);
  check_stranger("\t80", 0);
  check_stranger("80\n", 2);
}
TEST_CASE("B8 rfc3986#89: no digits of other scripts") {
  check_stranger("\xD9\xA8\xD9\xA0", 0);         // Arabic-Indic 80
  check_stranger("\xEF\xBC\x98\xEF\xBC\x90", 0); // full-width 80
  check_stranger("8\xC2\xB2", 1);                // 8 squared
}
TEST_CASE("B8 yarl#1745: \"80_80\" is no port") { check_stranger("80_80", 2); }
TEST_CASE("B8 hyperlink#180: -11 is no port") { check_stranger("-11", 0); }
TEST_CASE("B8 podup#853: \"+80\", \"080\" and \"80/tcp/extra\" are refused") {
  check_stranger("+80", 0);
  check_refused("080", ParseErrc::leading_zero, 0, 1);
  PORTKIT_CHECK(parse<TransportPort>("80/tcp/extra").error() ==
                ParseError{ParseErrc::unknown_protocol, 3, 9});
}
TEST_CASE("B8 nebulastream#2085: \"5555x\" is not 5555") { check_stranger("5555x", 4); }
TEST_CASE("B8 lupine#227: a typo is an error and not port 0") {
  check_stranger("8O80", 1);
  check_stranger("http", 0);
}
TEST_CASE("B8 pfsense#961: \"1:6:9\" is no port") { check_stranger("1:6:9", 1); }

TEST_CASE("B9 protovalidate-cc#87, validator.js#2208, werkzeug#3236: leading zeros are refused") {
  check_refused("0080", ParseErrc::leading_zero, 0, 2);
  check_refused("00", ParseErrc::leading_zero, 0, 1);
}
TEST_CASE("B9 ada#1168, urllib3#2806: leading zeros are taken where that is asked for") {
  constexpr ParseOptions url = ParseOptions::leading_zeros_allowed;
  PORTKIT_CHECK(parse<Port>("0080", url) == 80_port);
  PORTKIT_CHECK(parse<Port>("00000000000000000080", url) == 80_port);
  PORTKIT_CHECK(parse<Port>("0", url) == 0_port);
  PORTKIT_CHECK(parse<Port>("0000065536", url).error().code == ParseErrc::out_of_range);
}
TEST_CASE("B10 CVE-2019-14809, CVE-2022-0686, curl#6283: no port is not port 0") {
  check_refused("", ParseErrc::empty, 0, 0);
  check_stranger("javascript", 0);
}
TEST_CASE("B11 strands-robots#1952, aeron#1216, esp-lwip#28: port 0 is refused for connecting") {
  PORTKIT_CHECK(parse<Port>("0") == 0_port);
  PORTKIT_CHECK((0_port).is_zero());
  PORTKIT_CHECK(parse<Port>("0", ParseOptions::nonzero_port).error() ==
                ParseError{ParseErrc::zero_port, 0, 1});
  PORTKIT_CHECK(parse<Port>("1", ParseOptions::nonzero_port) == 1_port);
}
TEST_CASE("B11 cilium#14720: \"00\" does not slip past the check for zero") {
  constexpr ParseOptions nonzero = ParseOptions::nonzero_port;
  PORTKIT_CHECK(!parse<Port>("00", nonzero).has_value());
  PORTKIT_CHECK(parse<Port>("00", nonzero | ParseOptions::leading_zeros_allowed).error() ==
                ParseError{ParseErrc::zero_port, 0, 2});
}

// ---- B1 to B3: byte order -----------------------------------------------------------------------

TEST_CASE("B1 libgit2#4280, picotcp#330: port 80 is not sent as 20480") {
  std::array<unsigned char, 2> packet{};
  (80_port).to_network().store(packet);
  CHECK(packet == std::array<unsigned char, 2>{0, 80});
  CHECK(Port::from_network(NetworkPort::load(packet)) == 80_port);
}
TEST_CASE("B1 krb5#282, openpgm#23: a second swap does not compile") {
  constexpr auto can_swap = []<class T>(const T&) {
    return requires(const T& port) { port.to_network(); };
  };
  static_assert(can_swap(80_port));
  static_assert(!can_swap((80_port).to_network()));
  static_assert(!facts::Castable<Port, NetworkPort>);
}
TEST_CASE("B1 session-router#37: a port in network order has 16 bits, never 32") {
  static_assert(sizeof(NetworkPort) == 2);
  static_assert(std::is_same_v<decltype(NetworkPort{}.raw()), std::uint16_t>);
}
TEST_CASE("B2 kerno#123: 443 is not shown as 47873") {
  const std::array<unsigned char, 2> arrived{0x01, 0xBB};
  CHECK(to_string(Port::from_network(NetworkPort::load(arrived))) == "443");
  static_assert(!facts::Castable<std::uint16_t, NetworkPort>); // raw() must be asked for by name
}
TEST_CASE("B2 bcc#1789, cilium#23536: a field says its byte order by its type") {
  struct Flow {
    NetworkPort destination_of_packet;
    Port destination;
  };
  static_assert(!std::is_same_v<NetworkPort, Port>);
  static_assert(!facts::Equatable<NetworkPort, Port> && !facts::Assignable<Port, NetworkPort>);
  constexpr Flow flow{(443_port).to_network(), 443_port};
  PORTKIT_CHECK(Port::from_network(flow.destination_of_packet) == flow.destination);
}
TEST_CASE("B3 bpfilter#239: ports in network order have no order") {
  static_assert(facts::Equatable<NetworkPort, NetworkPort>);
  static_assert(!facts::Orderable<NetworkPort, NetworkPort> && facts::Orderable<Port, Port>);
  // On a little-endian host the raw fields would compare the other way round.
  PORTKIT_CHECK(Port::from_network((255_port).to_network()) <
                Port::from_network((256_port).to_network()));
}

// ---- B12, B13, B15: protocols -------------------------------------------------------------------

TEST_CASE("B12 kubernetes#39188: deleting 53/tcp leaves 53/udp") {
  std::set<TransportPort> open{53_tcp, 53_udp};
  CHECK(open.size() == 2);
  CHECK(open.erase(53_tcp) == 1);
  CHECK(open == std::set<TransportPort>{53_udp});
}
TEST_CASE("B12 istio#12742, 3x-ui#4103: a map keyed by port and protocol keeps both") {
  std::map<TransportPort, std::string_view> owner;
  owner[443_tcp] = "web";
  owner[443_udp] = "quic";
  CHECK(owner.size() == 2);
  CHECK(owner[443_tcp] == "web");
}
TEST_CASE("B12 vagrant#1260: 53/tcp and 53/udp are two values of two types") {
  static_assert(!facts::Equatable<TcpPort, UdpPort> && !facts::Assignable<TcpPort, UdpPort>);
  static_assert(!std::common_with<TcpPort, UdpPort>);
  PORTKIT_CHECK(TransportPort{53_tcp} != TransportPort{53_udp});
}
TEST_CASE("B13 ossec-hids#1183, sprout#885: the numbers and names of tcp and udp are theirs") {
  PORTKIT_CHECK(static_cast<int>(Protocol::tcp) == 6);
  PORTKIT_CHECK(static_cast<int>(Protocol::udp) == 17);
  PORTKIT_CHECK(name(Protocol::tcp) == "tcp");
  PORTKIT_CHECK(name(Protocol::udp) == "udp");
  PORTKIT_CHECK(parse<TransportPort>("53/tcp")->protocol() == Protocol::tcp);
}
TEST_CASE("B15 strongswan#3124, zeek#4036: a protocol without ports goes with no port") {
  PORTKIT_CHECK(parse<TransportPort>("443/gre").error().code == ParseErrc::unknown_protocol);
  PORTKIT_CHECK(parse<TransportPort>("8/icmp").error().code == ParseErrc::unknown_protocol);
  PORTKIT_CHECK(parse<TransportPort>("443/47").error().code == ParseErrc::unknown_protocol);
  PORTKIT_CHECK(TransportPort::from_key(443U << 8 | 47) == std::nullopt);
}
TEST_CASE("B15 rootlesskit#213: sctp is known wherever tcp is") {
  PORTKIT_CHECK(parse<Protocol>("sctp") == Protocol::sctp);
  PORTKIT_CHECK(parse<TransportPort>("5060/sctp") == 5060_sctp);
  CHECK(to_string(TransportPort{5060_sctp}) == "5060/sctp");
  PORTKIT_CHECK(TransportPort{5060_sctp}.as<Protocol::sctp>() == std::optional{5060_sctp});
}

// ---- B16, B17, B19: the end of the numbers ------------------------------------------------------

TEST_CASE("B16 gvm-libs#1108, RustScan#515, opte#166: a range holds 65535 and its size") {
  PORTKIT_CHECK(PortRange::of(1, 65535).size() == 65535);
  PORTKIT_CHECK(PortRange::of(1, 65535).contains(65535_port));
  PORTKIT_CHECK(PortRange::of(0, 65535).size() == 65536);
}
TEST_CASE("B17 curl#18636, tailscale#20798, seastar#2687: stepping ends at 65535") {
  int steps = 0;
  for (std::optional<Port> port = 65530_port; port; port = port->offset(1)) ++steps;
  CHECK(steps == 6);
  steps = 0;
  for (std::optional<UdpPort> port = 3_udp; port; port = port->offset(-1)) ++steps;
  CHECK(steps == 4);
}
TEST_CASE("B19 redis#9389: the bus port of 55536 is an error, not 0") {
  PORTKIT_CHECK((55535_tcp).offset(10000) == std::optional{65535_tcp});
  PORTKIT_CHECK((55536_tcp).offset(10000) == std::nullopt);
}
TEST_CASE("B19 mise#13346: an offset does not saturate either") {
  PORTKIT_CHECK((65000_tcp).offset(1000) == std::nullopt);
  PORTKIT_CHECK((65001_tcp).offset(1000) == std::nullopt);
  PORTKIT_CHECK((10_tcp).offset(-1000) == std::nullopt);
}

// ---- B24 to B26: three questions, three answers -------------------------------------------------

TEST_CASE("B24 rust-book#2509, caddy-website#290: 1023 is well known and 1024 is not") {
  PORTKIT_CHECK(is_well_known(1023_port));
  PORTKIT_CHECK(!is_well_known(1024_port));
  PORTKIT_CHECK(is_privileged(1023_tcp, linux_defaults));
  PORTKIT_CHECK(!is_privileged(1024_tcp, linux_defaults));
}
TEST_CASE("B25 portless#330, container#1985, port4me#59: privileged is what the host says") {
  PORTKIT_CHECK(is_privileged(80_tcp, linux_defaults));
  PORTKIT_CHECK(is_privileged(80_tcp, macos_defaults));
  PORTKIT_CHECK(macos_defaults.wildcard_address_is_free);
  PORTKIT_CHECK(!is_privileged(80_tcp, windows_defaults));
  PORTKIT_CHECK(is_well_known(80_tcp)); // IANA's answer is the same everywhere
}
TEST_CASE("B26 machine-config-operator#166, rancher#12510: 49500 is ephemeral on Linux") {
  PORTKIT_CHECK(is_ephemeral(49500_tcp, linux_defaults));
  PORTKIT_CHECK(is_ephemeral(32768_tcp, linux_defaults));
  PORTKIT_CHECK(!is_dynamic(32768_tcp)); // IANA's dynamic range is another question
  PORTKIT_CHECK(is_dynamic(61000_tcp));
  PORTKIT_CHECK(!is_ephemeral(61000_tcp, linux_defaults));
}

// ---- B31 to B35 ---------------------------------------------------------------------------------

TEST_CASE("B31 libzmq#3385: a locale that groups digits does not reach a port") {
  struct Grouping : std::numpunct<char> {
    char do_thousands_sep() const override { return ','; }
    std::string do_grouping() const override { return "\3"; }
  };
  const std::locale before = std::locale::global(std::locale{std::locale{}, new Grouping});
  std::ostringstream control;
  control << std::uint16_t{39375};
  const std::string port = to_string(39375_port);
  const std::string both = to_string(TransportPort{39375_tcp});
  const Result<Port> plain = parse<Port>("39375");
  const Result<Port> grouped = parse<Port>("39,375");
  std::locale::global(before);

  CHECK(control.str() == "39,375"); // the locale does group
  CHECK(port == "39375");
  CHECK(both == "39375/tcp");
  CHECK(plain == 39375_port);
  REQUIRE_FALSE(grouped.has_value());
  CHECK(grouped.error() == ParseError{ParseErrc::not_a_digit, 2, 1});
}
TEST_CASE("B32 vermont#116, mp-units#470, fmt#217: a protocol is printed as its name") {
  CHECK(to_string(Protocol::tcp) == "tcp");
  CHECK(to_string(Protocol::udp) == "udp");
  CHECK(to_string(TransportPort{33_tcp}) == "33/tcp");
  // No stream takes it for the character of its number.
  constexpr auto can_stream = []<class T>(const T&) {
    return requires(std::ostream& out, const T& value) { out << value; };
  };
  static_assert(can_stream(std::uint8_t{33}));
  static_assert(!facts::Convertible<Protocol, unsigned char> && !facts::Convertible<Protocol, int>);
}
TEST_CASE("B33 quarto-cli#4514, fastapi#1025: a port that browsers refuse can be told") {
  PORTKIT_CHECK(is_fetch_bad_port(5060_port));
  PORTKIT_CHECK(is_fetch_bad_port(5061_port));
  PORTKIT_CHECK(is_fetch_bad_port(6000_tcp));
  PORTKIT_CHECK(!is_fetch_bad_port(8000_port));
}
TEST_CASE("B34 mediasoup#1805, PcapPlusPlus#447: the key, not the hash, is the identity") {
  std::unordered_set<std::uint32_t> keys;
  for (const Protocol protocol : all_protocols)
    for (const Port port : {0_port, 1_port, 80_port, 443_port, 65535_port})
      keys.insert(TransportPort{protocol, port}.key());
  CHECK(keys.size() == 20);
  PORTKIT_CHECK(TransportPort::from_key(TransportPort{443_udp}.key()) ==
                std::optional<TransportPort>{443_udp});
}
TEST_CASE("B35 bitcoin#21328, libhttp#7: an int is no port until it is checked") {
  static_assert(!facts::Constructible<Port, int> && !facts::Convertible<int, Port>);
  static_assert(!facts::Convertible<Port, int> && !facts::Castable<int, Port>);
  PORTKIT_CHECK(Port::from(80'000) == std::nullopt);
  PORTKIT_CHECK(Port::from(std::numeric_limits<int>::min()) == std::nullopt);
  PORTKIT_CHECK(Port::from(8'000) == std::optional{8000_port});
}

// ---- faults of other libraries ------------------------------------------------------------------

TEST_CASE("F1 getaddrinfo: truncates, takes the empty text, blanks and signs") {
  check_too_large("65616");
  check_refused("", ParseErrc::empty, 0, 0);
  check_stranger(" 80", 0);
  check_stranger("+80", 0);
}
TEST_CASE("F2 literal_ipaddr: the literal 70000 is 0 there and does not compile here") {
  // compile_fail/literal_too_large.fail.cpp has the refusal; this is its neighbour.
  PORTKIT_CHECK((65535_port).value() == 65535);
  PORTKIT_CHECK(Port::from(70000) == std::nullopt);
}
TEST_CASE("F3 ntf-core: \"+\", \" \", \"+80\" and 2^64 + 80 are refused") {
  check_stranger("+", 0);
  check_stranger(" ", 0);
  check_stranger("+80", 0);
  check_too_large("18446744073709551696");
}
TEST_CASE("F4 Pistache: \" 80\", tab and newline, \"+80\" and \"-0\" are refused") {
  check_stranger(" 80", 0);
  check_stranger("\t\n80", 0);
  check_stranger("+80", 0);
  check_stranger("-0", 0);
}
TEST_CASE("F6 Asio's endpoint hash: the protocol is mixed in") {
  CHECK(std::hash<TransportPort>{}(443_tcp) != std::hash<TransportPort>{}(443_udp));
  CHECK(std::hash<TcpPort>{}(443_tcp) != std::hash<UdpPort>{}(443_udp));
}
TEST_CASE("F12 go-connections: \"80/foo\" is refused and \"80/\" and \"80\" are not tcp") {
  PORTKIT_CHECK(parse<TransportPort>("80/foo").error() ==
                ParseError{ParseErrc::unknown_protocol, 3, 3});
  PORTKIT_CHECK(parse<TransportPort>("80/").error() ==
                ParseError{ParseErrc::missing_protocol, 3, 0});
  PORTKIT_CHECK(parse<TransportPort>("80").error() ==
                ParseError{ParseErrc::missing_protocol, 2, 0});
}
TEST_CASE("F14 Haskell's PortNumber: 65536 does not wrap and ports are not added") {
  PORTKIT_CHECK(Port::from(65536) == std::nullopt);
  constexpr auto can_add = []<class T>(const T&) {
    return requires(const T& port) { port + port; } || requires(const T& port) { port + 1; };
  };
  static_assert(can_add(std::uint16_t{80}));
  static_assert(!can_add(80_port) && !can_add(80_tcp) && !can_add(TransportPort{80_tcp}));
}
TEST_CASE("F15 Envoy: \"+80\", \" 80\" and a backwards range are refused") {
  check_stranger("+80", 0);
  check_stranger(" 80", 0);
  PORTKIT_CHECK(PortRange::from(90_port, 80_port) == std::nullopt);
}
TEST_CASE("F17 ip-address#211, get-port#62, spicy#330, ice#5352: 65535 is the last port") {
  PORTKIT_CHECK(parse<Port>("65535") == 65535_port);
  check_too_large("65536");
  PORTKIT_CHECK(Port::from(65535) == std::optional{65535_port});
  PORTKIT_CHECK(Port::from(65536) == std::nullopt);
}

// Not here, since they are about other headers than those of a single port:
//   names and the registry   B14 B27 B28 B29 B30, F8 F9 F10 F11 F13    service*.test.cpp
//   ranges and sets          B16 (text) B17 B18 B19, F15 F17           range_corpus, set_corpus
//   lists, host and container B16 B18 B20 B33, F12 F15 F17             dialect, port_mapping
//   addresses, endpoints     B9 B21 B22, F1 F5 F6 F7                   endpoint_corpus
//   hosts, URLs, defaults    B8 B9 B10 B11 B21 B23, F5                 host_port, url_authority
//   flows                    B34                                       flow
//   streams and formatting   B31 (stream) B32 (stream), F16            adapters/
