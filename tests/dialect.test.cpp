// SPDX-License-Identifier: BSL-1.0
#include <portkit/policy.hpp>
#include <portkit/port_set.hpp>
#include <portkit/service_matching.hpp>
#include <portkit/string.hpp>

#include "address_cases.hpp"
#include "check.hpp"
#include "list_reference.hpp"
#include "list_samples.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <vector>

using namespace portkit;
using namespace std::string_view_literals;

// ---- facts ------------------------------------------------------------------------------------

static_assert(DialectOf<dialect::List, PortSet> && DialectOf<dialect::List, TransportPortSet>);
static_assert(DialectOf<dialect::List, SmallPortSet<4>> && DialectOf<dialect::List, TcpPortSet>);
static_assert(DialectOf<dialect::Iptables, PortSet> && DialectOf<dialect::Iptables, UdpPortSet>);
static_assert(!DialectOf<dialect::Iptables, TransportPortSet>); // a rule names one protocol
static_assert(DialectOf<dialect::Nftables, SmallPortSet<4>>);
static_assert(DialectOf<dialect::Nftables, TransportPortSet>);
static_assert(DialectOf<dialect::Nmap, TransportPortSet>);
static_assert(!DialectOf<dialect::Nmap, PortSet> && !DialectOf<dialect::Nmap, TcpPortSet>);
static_assert(DialectOf<dialect::ListWithServices, TcpPortSet>);
static_assert(DialectOf<dialect::ListWithServices, TransportPortSet>);
static_assert(!DialectOf<dialect::ListWithServices, PortSet>); // names belong to a protocol
static_assert(!DialectOf<dialect::ListWithServices, SmallPortSet<4>>);
static_assert(!DialectOf<dialect::List, PortRange> && !DialectOf<int, PortSet>);
static_assert(!DialectOf<ParseOptions, PortSet>);

static_assert(noexcept(parse<PortSet>(std::string_view{})));
static_assert(noexcept(parse<PortSet>(std::string_view{}, dialect::nftables)));
static_assert(noexcept(to_chars(nullptr, nullptr, std::declval<const PortSet&>())));
static_assert(noexcept(text_size(std::declval<const TransportPortSet&>())));
static_assert(noexcept(format_as(std::declval<const PortSet&>(), dialect::iptables)));
static_assert(sizeof(format_as(std::declval<const PortSet&>(), dialect::list)) == sizeof(void*));
static_assert(std::forward_iterator<decltype(services_matching("x").begin())>);
static_assert(std::forward_iterator<decltype(services_matching("x").ports().begin())>);

// A view of a set that is gone at the end of the line does not come into being.
template <class Set>
concept FormatsTemporary = requires { format_as(std::declval<Set>(), dialect::list); };
static_assert(FormatsTemporary<PortSet&> && !FormatsTemporary<PortSet>);
template <class Set>
concept CutsTemporary = requires { iptables_pieces(std::declval<Set>()); };
static_assert(CutsTemporary<const PortSet&> && !CutsTemporary<PortSet>);

namespace {

template <class Set, class Dialect = dialect::List>
constexpr ParseError error_of(std::string_view text, Dialect dialect = {},
                              ParseOptions options = ParseOptions::strict) {
  return parse<Set>(text, dialect, options).error();
}

/// The whole text of a set as to_chars writes it, for constants too.
struct Written {
  char text[96]{};
  std::to_chars_result result{};

  constexpr explicit Written(const auto& value)
      : result{to_chars(text, text + sizeof text, value)} {}
  constexpr bool operator==(std::string_view other) const {
    return result.ec == std::errc{} &&
           std::string_view(text, static_cast<std::size_t>(result.ptr - text)) == other;
  }
};

template <class Set, class Dialect = dialect::List>
constexpr bool prints(const Set& set, std::string_view text, Dialect dialect = {}) {
  return Written{format_as(set, dialect)} == text &&
         text_size(format_as(set, dialect)) == text.size();
}

/// Reads and prints.
template <class Set, class Dialect = dialect::List>
constexpr bool becomes(std::string_view text, std::string_view printed, Dialect dialect = {}) {
  const Result<Set> set = parse<Set>(text, dialect);
  return set && prints(*set.operator->(), printed, dialect);
}

} // namespace

// ---- list -------------------------------------------------------------------------------------

TEST_CASE("a list is read in any order and printed merged and ascending") {
  using Small = SmallPortSet<4>;
  PORTKIT_CHECK(becomes<Small>("22,80,8000-8010", "22,80,8000-8010"));
  PORTKIT_CHECK(becomes<Small>("80,22,80", "22,80"));
  PORTKIT_CHECK(becomes<Small>("20-30,25-40,41", "20-41"));
  PORTKIT_CHECK(becomes<Small>("0-65535", "0-65535"));
  PORTKIT_CHECK(becomes<Small>("65535", "65535"));
  PORTKIT_CHECK(becomes<Small>("80-80", "80"));
  PORTKIT_CHECK(becomes<PortSet>("22,80,8000-8010", "22,80,8000-8010"));
  PORTKIT_CHECK(becomes<TcpPortSet>("22,80,8000-8010", "22,80,8000-8010"));
  CHECK(becomes<TransportPortSet>("22/tcp,53/udp,8000-8010/tcp", "22/tcp,53/udp,8000-8010/tcp"));
  CHECK(becomes<TransportPortSet>("5/SCTP,5/udp,5/dccp,4-5/tcp", "4-5/tcp,5/udp,5/dccp,5/sctp"));
}

TEST_CASE("the empty set is a word, and nothing else is") {
  PORTKIT_CHECK(becomes<SmallPortSet<1>>("none", "none"));
  PORTKIT_CHECK(becomes<PortSet>("none", "none"));
  CHECK(becomes<TransportPortSet>("none", "none"));
  PORTKIT_CHECK(error_of<PortSet>("") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of<PortSet>("None") == ParseError{ParseErrc::not_a_digit, 0, 1});
  PORTKIT_CHECK(error_of<PortSet>("none,80") == ParseError{ParseErrc::not_a_digit, 0, 1});
  PORTKIT_CHECK(error_of<PortSet>("80,none") == ParseError{ParseErrc::not_a_digit, 3, 1});
  CHECK(error_of<TransportPortSet>("none/tcp") == ParseError{ParseErrc::not_a_digit, 0, 1});
}

TEST_CASE("a list with a fault is refused where the fault is") {
  using Small = SmallPortSet<4>;
  PORTKIT_CHECK(error_of<Small>(",80") == ParseError{ParseErrc::empty_item, 0, 0});
  PORTKIT_CHECK(error_of<Small>("22,,80") == ParseError{ParseErrc::empty_item, 3, 0});
  PORTKIT_CHECK(error_of<Small>("22,80,") == ParseError{ParseErrc::empty_item, 6, 0});
  PORTKIT_CHECK(error_of<Small>("22, 80") == ParseError{ParseErrc::not_a_digit, 3, 1});
  PORTKIT_CHECK(error_of<Small>("22;80") == ParseError{ParseErrc::not_a_digit, 2, 1});
  PORTKIT_CHECK(error_of<Small>("22,8010-8000") == ParseError{ParseErrc::reversed_range, 3, 9});
  PORTKIT_CHECK(error_of<Small>("22,80-") == ParseError{ParseErrc::empty, 6, 0});
  PORTKIT_CHECK(error_of<Small>("22,-80") == ParseError{ParseErrc::empty, 3, 0});
  PORTKIT_CHECK(error_of<Small>("22,1-2-3") == ParseError{ParseErrc::not_a_digit, 6, 1});
  PORTKIT_CHECK(error_of<Small>("22,65536") == ParseError{ParseErrc::out_of_range, 3, 5});
  PORTKIT_CHECK(error_of<Small>("22,1-65536") == ParseError{ParseErrc::out_of_range, 5, 5});
  PORTKIT_CHECK(error_of<Small>("22,080") == ParseError{ParseErrc::leading_zero, 3, 1});
  PORTKIT_CHECK(error_of<PortSet>("22,8010-8000") == ParseError{ParseErrc::reversed_range, 3, 9});
  CHECK(error_of<TransportPortSet>("22/tcp,80") == ParseError{ParseErrc::missing_protocol, 9, 0});
  CHECK(error_of<TransportPortSet>("22/tcp,8/ip") == ParseError{ParseErrc::unknown_protocol, 9, 2});
  CHECK(error_of<TransportPortSet>("22/tcp,9-8/udp") ==
        ParseError{ParseErrc::reversed_range, 7, 3});
}

TEST_CASE("a list of 4 GiB is refused unread") {
  address_cases::check_too_long<PortSet>("22,80 and what follows, which is not read");
  address_cases::check_too_long<SmallPortSet<2>>("22,80 and what follows, which is not read");
}

TEST_CASE("options hold for every port of a list") {
  PORTKIT_CHECK(parse<SmallPortSet<2>>("022,0080-0090", ParseOptions::leading_zeros_allowed) ==
                SmallPortSet<2>{*SmallPortSet<2>::from("22,80-90"_ports)});
  PORTKIT_CHECK(error_of<SmallPortSet<2>>("22,0-5", dialect::list, ParseOptions::nonzero_port) ==
                ParseError{ParseErrc::zero_port, 3, 1});
  PORTKIT_CHECK(error_of<PortSet>("{ 0 }", dialect::nftables, ParseOptions::nonzero_port) ==
                ParseError{ParseErrc::zero_port, 2, 1});
  PORTKIT_CHECK(error_of<PortSet>("0", dialect::iptables, ParseOptions::nonzero_port) ==
                ParseError{ParseErrc::zero_port, 0, 1});
  CHECK(error_of<TransportPortSet>("T:0", dialect::nmap, ParseOptions::nonzero_port) ==
        ParseError{ParseErrc::zero_port, 2, 1});
}

TEST_CASE("a small set takes the ranges that it has room for, as they come") {
  PORTKIT_CHECK(becomes<SmallPortSet<2>>("1,3,2", "1-3"));
  PORTKIT_CHECK(error_of<SmallPortSet<1>>("1,3,2") == ParseError{ParseErrc::too_many_ranges, 2, 1});
  PORTKIT_CHECK(error_of<SmallPortSet<2>>("22,80,90-95") ==
                ParseError{ParseErrc::too_many_ranges, 6, 5});
  PORTKIT_CHECK(error_of<SmallPortSet<2>>("{ 22, 80, 90 - 95 }", dialect::nftables) ==
                ParseError{ParseErrc::too_many_ranges, 10, 7});
  PORTKIT_CHECK(error_of<SmallPortSet<2>>("22,80,90:95", dialect::iptables) ==
                ParseError{ParseErrc::too_many_ranges, 6, 5});
}

TEST_CASE("a list of constants is a constant") {
  static constexpr PortSet ports = "22,80,8000-8010"_ports;
  PORTKIT_CHECK(ports.size() == 13);
  PORTKIT_CHECK(ports.contains(8010_port));
  PORTKIT_CHECK(!ports.contains(8011_port));
  PORTKIT_CHECK("none"_ports.is_empty());
  PORTKIT_CHECK("0-65535"_ports == PortSet::all());
}

TEST_CASE("the text of a set fits where its size says, and not one byte below") {
  const PortSet alternating{[] {
    PortSet set;
    for (std::uint32_t n = 1; n < 65536; n += 2) set.insert(Port{static_cast<std::uint16_t>(n)});
    return set;
  }()};
  const std::string text = to_string(alternating);
  CHECK(text.size() == text_size(alternating));
  CHECK(text.substr(text.size() - 12) == ",65533,65535");
  CHECK(parse<PortSet>(text) == alternating);
  std::string room(text.size(), '#');
  const auto full = to_chars(room.data(), room.data() + room.size() - 1, alternating);
  CHECK(full.ec == std::errc::value_too_large);
  CHECK(full.ptr == room.data() + room.size() - 1);
  CHECK(room.back() == '#');
}

// ---- iptables ---------------------------------------------------------------------------------

TEST_CASE("iptables writes ranges with a colon") {
  PORTKIT_CHECK(prints("22,80,8000-8010"_ports, "22,80,8000:8010", dialect::iptables));
  PORTKIT_CHECK(becomes<SmallPortSet<4>>("8000:8010,22", "22,8000:8010", dialect::iptables));
  PORTKIT_CHECK(becomes<UdpPortSet>("0:65535", "0:65535", dialect::iptables));
  PORTKIT_CHECK(error_of<PortSet>("80-81", dialect::iptables) ==
                ParseError{ParseErrc::not_a_digit, 2, 1});
  PORTKIT_CHECK(error_of<PortSet>(":1024", dialect::iptables) ==
                ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of<PortSet>("5,1024:", dialect::iptables) ==
                ParseError{ParseErrc::empty, 7, 0});
  PORTKIT_CHECK(error_of<PortSet>("5,80:80", dialect::iptables) ==
                ParseError{ParseErrc::reversed_range, 2, 5});
  PORTKIT_CHECK(error_of<PortSet>("5,81:80", dialect::iptables) ==
                ParseError{ParseErrc::reversed_range, 2, 5});
  PORTKIT_CHECK(error_of<PortSet>("22,", dialect::iptables) ==
                ParseError{ParseErrc::empty_item, 3, 0});
  PORTKIT_CHECK(error_of<PortSet>("none", dialect::iptables) ==
                ParseError{ParseErrc::not_a_digit, 0, 1});
}

TEST_CASE("iptables has 15 slots, of which a range takes two") {
  constexpr std::string_view fifteen = "1,3,5,7,9,11,13,15,17,19,21,23,25,27:29";
  PORTKIT_CHECK(becomes<SmallPortSet<15>>(fifteen, fifteen, dialect::iptables));
  PORTKIT_CHECK(
      error_of<PortSet>("1,3,5,7,9,11,13,15,17,19,21,23,25,27,29:31", dialect::iptables) ==
      ParseError{ParseErrc::too_many_items, 37, 5});
  PORTKIT_CHECK(error_of<PortSet>("1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", dialect::iptables) ==
                ParseError{ParseErrc::too_many_items, 30, 1}); // the tool counts what is written

  const PortSet sixteen = *parse<PortSet>("1,3,5,7,9,11,13,15,17,19,21,23,25,27,29-31");
  CHECK_FALSE(is_expressible(sixteen, dialect::iptables));
  CHECK(text_size(format_as(sixteen, dialect::iptables)) == 0);
  CHECK(to_string(format_as(sixteen, dialect::iptables)).empty());
  char text[96];
  const auto refused = to_chars(text, text + sizeof text, format_as(sixteen, dialect::iptables));
  CHECK(refused.ec == std::errc::argument_list_too_long);
  CHECK(refused.ptr == text + sizeof text);
  CHECK(is_expressible(*parse<PortSet>("1-9"), dialect::iptables));
}

TEST_CASE("a set that iptables cannot take is cut into pieces that it can") {
  const PortSet set = *parse<PortSet>("1,3,5,7,9,11,13,15,17,19,21,23,25,27,29-31,33,35-36,65535");
  std::vector<std::string> pieces;
  for (const auto& piece : iptables_pieces(set))
    pieces.push_back(to_string(format_as(piece, dialect::iptables)));
  CHECK(pieces ==
        std::vector<std::string>{"1,3,5,7,9,11,13,15,17,19,21,23,25,27", "29:31,33,35:36,65535"});
  const PortSet none;
  CHECK(iptables_pieces(none).begin() == iptables_pieces(none).end());

  list_samples::Random random{1};
  for (int i = 0; i != 300; ++i) {
    const auto ports = list_samples::set<TcpPortSet>(random, 60);
    PortSet sum;
    for (const auto& piece : iptables_pieces(ports)) {
      CHECK(is_expressible(piece, dialect::iptables));
      for (const PortRange range : piece.ranges()) sum.insert(range);
    }
    CHECK(sum == ports.ports());
  }
}

// ---- nftables ---------------------------------------------------------------------------------

TEST_CASE("nftables writes sets between braces") {
  PORTKIT_CHECK(prints("22,80,8000-8010"_ports, "{ 22, 80, 8000-8010 }", dialect::nftables));
  PORTKIT_CHECK(prints("22"_ports, "{ 22 }", dialect::nftables));
  PORTKIT_CHECK(becomes<SmallPortSet<4>>("{22,80}", "{ 22, 80 }", dialect::nftables));
  PORTKIT_CHECK(becomes<SmallPortSet<4>>(" {\n\t22\n ,\n8000\t- 8010\n} ", "{ 22, 8000-8010 }",
                                         dialect::nftables));
  PORTKIT_CHECK(becomes<TcpPortSet>("22", "{ 22 }", dialect::nftables));
  PORTKIT_CHECK(becomes<TcpPortSet>(" 1 -5 ", "{ 1-5 }", dialect::nftables));
}

TEST_CASE("what nftables refuses is refused") {
  constexpr auto error = [](std::string_view text) {
    return error_of<SmallPortSet<4>>(text, dialect::nftables);
  };
  PORTKIT_CHECK(error("{ }") == ParseError{ParseErrc::empty_item, 1, 0});
  PORTKIT_CHECK(error("{}") == ParseError{ParseErrc::empty_item, 1, 0});
  PORTKIT_CHECK(error(" ") == ParseError{ParseErrc::empty_item, 1, 0});
  PORTKIT_CHECK(error("{ 22, }") == ParseError{ParseErrc::empty_item, 5, 0});
  PORTKIT_CHECK(error("{ , 22 }") == ParseError{ParseErrc::empty_item, 1, 0});
  PORTKIT_CHECK(error("{ 22") == ParseError{ParseErrc::missing_brace, 4, 0});
  PORTKIT_CHECK(error("{") == ParseError{ParseErrc::missing_brace, 1, 0});
  PORTKIT_CHECK(error("22 }") == ParseError{ParseErrc::missing_brace, 0, 0});
  PORTKIT_CHECK(error(" 22, 80") == ParseError{ParseErrc::missing_brace, 1, 0});
  PORTKIT_CHECK(error("{ 22 } }") == ParseError{ParseErrc::not_a_digit, 4, 1});
  PORTKIT_CHECK(error("{ 22 } x") == ParseError{ParseErrc::missing_brace, 8, 0});
  PORTKIT_CHECK(error("{ 22 80 }") == ParseError{ParseErrc::not_a_digit, 4, 1});
  PORTKIT_CHECK(error("{ 5, 9 - 8 }") == ParseError{ParseErrc::reversed_range, 5, 5});
  PORTKIT_CHECK(error("{ 5, 9- }") == ParseError{ParseErrc::empty, 7, 0});
  PORTKIT_CHECK(error("{ 5, 70000 }") == ParseError{ParseErrc::out_of_range, 5, 5});
  PORTKIT_CHECK(error("{ 5, 8\n-9 }") == ParseError{ParseErrc::not_a_digit, 6, 1});
  PORTKIT_CHECK(error("\n{ 5 }") == ParseError{ParseErrc::missing_brace, 0, 0});
  PORTKIT_CHECK(error("5\n") == ParseError{ParseErrc::not_a_digit, 1, 1});
  PORTKIT_CHECK(error("{ ssh }") == ParseError{ParseErrc::not_a_digit, 2, 1});

  static constexpr SmallPortSet<4> none;
  PORTKIT_CHECK(!is_expressible(none, dialect::nftables));
  PORTKIT_CHECK(Written{format_as(none, dialect::nftables)}.result.ec ==
                std::errc::invalid_argument);
  PORTKIT_CHECK(Written{format_as(none, dialect::iptables)}.result.ec ==
                std::errc::invalid_argument);
}

TEST_CASE("nftables joins protocol and port to a concatenation") {
  CHECK(becomes<TransportPortSet>("{ tcp . 22,\nUDP\t.\t53 - 60 }", "{ tcp . 22, udp . 53-60 }",
                                  dialect::nftables));
  const auto error = [](std::string_view text) {
    return error_of<TransportPortSet>(text, dialect::nftables);
  };
  CHECK(error("{ tcp.22 }") == ParseError{ParseErrc::not_a_concatenation, 2, 6});
  CHECK(error("{ tcp .22 }") == ParseError{ParseErrc::not_a_concatenation, 2, 7});
  CHECK(error("{ 22 }") == ParseError{ParseErrc::not_a_concatenation, 2, 2});
  CHECK(error("{ tcp . 22, . 5 }") == ParseError{ParseErrc::not_a_concatenation, 12, 3});
  CHECK(error("{ tcp . 22, tcp . }") == ParseError{ParseErrc::not_a_concatenation, 12, 5});
  CHECK(error("{ icmp . 22 }") == ParseError{ParseErrc::unknown_protocol, 2, 4});
  CHECK(error("{ tcp . 9-8 }") == ParseError{ParseErrc::reversed_range, 8, 3});
  CHECK(error("tcp . 22") == ParseError{ParseErrc::missing_brace, 0, 0}); // nft wants a set
  CHECK_FALSE(is_expressible(TransportPortSet{}, dialect::nftables));
}

// ---- nmap -------------------------------------------------------------------------------------

TEST_CASE("nmap's prefixes hold until the next") {
  CHECK(becomes<TransportPortSet>("T:22,80,U:53,S:2905,T:1-3", "T:1-3,22,80,U:53,S:2905",
                                  dialect::nmap));
  CHECK(becomes<TransportPortSet>("U:-3,60000-", "U:1-3,60000-65535", dialect::nmap));
  CHECK(becomes<TransportPortSet>("T:-", "T:1-65535", dialect::nmap));
  CHECK(becomes<TransportPortSet>("S:0", "S:0", dialect::nmap));
  constexpr auto udp = dialect::nmap.with_default(Protocol::udp);
  CHECK(becomes<TransportPortSet>("53,T:80", "T:80,U:53", udp));

  const auto error = [](std::string_view text) {
    return error_of<TransportPortSet>(text, dialect::nmap);
  };
  CHECK(error("80,T:22") == ParseError{ParseErrc::missing_protocol, 0, 0});
  CHECK(error("T:22,P:4") == ParseError{ParseErrc::unknown_prefix, 5, 1});
  CHECK(error("t:22") == ParseError{ParseErrc::unknown_prefix, 0, 1});
  CHECK(error("TCP:22") == ParseError{ParseErrc::unknown_prefix, 0, 3});
  CHECK(error("T:") == ParseError{ParseErrc::empty_item, 2, 0});
  CHECK(error("T:22,") == ParseError{ParseErrc::empty_item, 5, 0});
  CHECK(error("T: 22") == ParseError{ParseErrc::not_a_digit, 2, 1});
  CHECK(error("T:100-50") == ParseError{ParseErrc::reversed_range, 2, 6});
  CHECK(error("T:-0") == ParseError{ParseErrc::reversed_range, 2, 2});
  CHECK(error("T:65536-") == ParseError{ParseErrc::out_of_range, 2, 5});
  CHECK_FALSE(is_expressible(TransportPortSet{5_dccp}, dialect::nmap));
  CHECK_FALSE(is_expressible(TransportPortSet{}, dialect::nmap));
  CHECK(is_expressible(TransportPortSet{5_tcp}, dialect::nmap));
}

TEST_CASE("nmap takes names, masks, and the known ports between brackets") {
  const auto read = [](std::string_view text) {
    return *parse<TransportPortSet>(text, dialect::nmap);
  };
  CHECK(read("T:ssh,HTTPS,U:domain") == TransportPortSet{22_tcp, 443_tcp, 53_udp});
  CHECK(read("T:http*") == TransportPortSet{services_matching("http*").ports<Protocol::tcp>()});
  CHECK(read("T:http-alt") == TransportPortSet{find_ports("http-alt", Protocol::tcp)});
  CHECK(read("T:http-alt").size() > 1);
  CHECK(read("T:postgres") == TransportPortSet{5432_tcp}); // colloquial
  CHECK(read("U:?omain") == TransportPortSet{53_udp});
  CHECK(read("T:[1-8]") == TransportPortSet{1_tcp, 5_tcp, 7_tcp});
  CHECK(read("[U:4-8],T:[7-,ssh],9").contains(7_udp));
  CHECK(read("T:4,[U:4-8],4") == TransportPortSet{4_tcp, 5_udp, 7_udp}); // U: ends with its bracket
  CHECK(read("T:[4]").is_empty());

  const auto error = [](std::string_view text) {
    return error_of<TransportPortSet>(text, dialect::nmap);
  };
  CHECK(error("T:80,nosuch") == ParseError{ParseErrc::unknown_service, 5, 6});
  CHECK(error("T:80,nosuch*") == ParseError{ParseErrc::unknown_service, 5, 7});
  CHECK(error("S:tftp") == ParseError{ParseErrc::wrong_protocol, 2, 4});
  CHECK(error("S:tft*") == ParseError{ParseErrc::wrong_protocol, 2, 4});
  CHECK(error("T:a b") == ParseError{ParseErrc::not_a_name_character, 3, 1});
  CHECK(error("T:80,[1-10") == ParseError{ParseErrc::unclosed_bracket, 5, 1});
  CHECK(error("T:80]") == ParseError{ParseErrc::not_a_digit, 4, 1});
  CHECK(error("T:[1-10]5") == ParseError{ParseErrc::missing_comma, 8, 0});
  CHECK(error("T:[]") == ParseError{ParseErrc::empty_item, 3, 0});
  CHECK(error("T:[[5]]") == ParseError{ParseErrc::not_a_digit, 3, 1});
  CHECK(error("[5]") == ParseError{ParseErrc::missing_protocol, 1, 0});
}

// ---- names ------------------------------------------------------------------------------------

TEST_CASE("a list may mix names and numbers where the dialect says so") {
  PORTKIT_CHECK(
      becomes<TcpPortSet>("ssh,HTTP,8000-8100", "22,80,8000-8100", dialect::list_with_services));
  PORTKIT_CHECK(becomes<TcpPortSet>("none", "none", dialect::list_with_services));
  CHECK(becomes<TransportPortSet>("ssh/tcp,domain/udp,8000-8010/tcp", "22/tcp,53/udp,8000-8010/tcp",
                                  dialect::list_with_services));
  constexpr auto error = [](std::string_view text) {
    return error_of<TcpPortSet>(text, dialect::list_with_services);
  };
  PORTKIT_CHECK(error("ssh,nosuch") == ParseError{ParseErrc::unknown_service, 4, 6});
  PORTKIT_CHECK(error("ssh,syslog") == ParseError{ParseErrc::wrong_protocol, 4, 6});
  PORTKIT_CHECK(error("22,ssh-http") == ParseError{ParseErrc::unknown_service, 3, 8});
  PORTKIT_CHECK(error("ssh,") == ParseError{ParseErrc::empty_item, 4, 0});
  PORTKIT_CHECK(error("ssh,8-7") == ParseError{ParseErrc::reversed_range, 4, 3});
  const auto pair = [](std::string_view text) {
    return error_of<TransportPortSet>(text, dialect::list_with_services);
  };
  CHECK(pair("22/tcp,ssh") == ParseError{ParseErrc::missing_protocol, 10, 0});
  CHECK(pair("22/tcp,80") == ParseError{ParseErrc::missing_protocol, 9, 0});
  CHECK(pair("22/tcp,ssh/ip") == ParseError{ParseErrc::unknown_protocol, 11, 2});
  CHECK(find_ports("none", Protocol::tcp).empty()); // the word would hide the service
}

TEST_CASE("masks match as in a shell, in any case") {
  PORTKIT_CHECK((matches_mask("http", "http") && matches_mask("http", "HTTP")));
  PORTKIT_CHECK((matches_mask("http", "h*") && matches_mask("http", "*") && matches_mask("", "*")));
  PORTKIT_CHECK((matches_mask("http", "*p") && matches_mask("http", "h??p")));
  PORTKIT_CHECK((matches_mask("aXbXc", "a*x*c") && matches_mask("aab", "*ab")));
  PORTKIT_CHECK((!matches_mask("http", "htt") && !matches_mask("http", "https")));
  PORTKIT_CHECK((!matches_mask("http", "h?p") && !matches_mask("", "?") && !matches_mask("a", "")));
  PORTKIT_CHECK(!matches_mask("aXb", "a*x*c"));

  list_samples::Random random{2};
  const auto word = [&random](std::string_view alphabet) {
    std::string text;
    for (auto n = list_samples::below(random, 8); n != 0; --n)
      text += alphabet[list_samples::below(random, static_cast<std::uint32_t>(alphabet.size()))];
    return text;
  };
  for (int i = 0; i != 100'000; ++i) {
    const std::string name = word("abB");
    const std::string mask = word("abB*?*");
    if (matches_mask(name, mask) != list_reference::matches(name.c_str(), mask.c_str()))
      FAIL_CHECK(name << " " << mask);
  }
}

TEST_CASE("services are found by mask, in the order of the registry") {
  std::vector<Service> found(services_matching("http*").begin(), services_matching("http*").end());
  std::vector<Service> wanted;
  for (const Service& service : all_services())
    if (service.name.starts_with("http")) wanted.push_back(service);
  CHECK(found == wanted);
  CHECK(found.size() > 10);
  CHECK(services_matching("no such name").empty());
  const TcpPortSet tcp{services_matching("http*").ports<Protocol::tcp>()};
  CHECK(tcp.contains(80_tcp));
  CHECK(tcp.contains(443_tcp));
  const TransportPortSet any{services_matching("http*").ports()};
  CHECK(any.ports(Protocol::tcp) == tcp.ports());
  CHECK(any.contains(443_udp));
}

// ---- faults that others had --------------------------------------------------------------------

TEST_CASE("B16, F17: the last port of a range is in it, also 65535, and 65536 is no port") {
  PORTKIT_CHECK("1-65535"_ports.size() == 65535);
  PORTKIT_CHECK("65530-65535"_ports.contains(65535_port));
  PORTKIT_CHECK(error_of<PortSet>("1-65536") == ParseError{ParseErrc::out_of_range, 2, 5});
}

TEST_CASE("B17: walking a list that ends at 65535 ends") {
  std::size_t count = 0;
  for (const Port port : "65530-65535"_ports) count += port.value() >= 65530;
  CHECK(count == 6);
}

TEST_CASE("B18: touching ranges merge, and one port is taken out of a range") {
  PORTKIT_CHECK(prints("80-81,82-90"_ports, "80-90"));
  PORTKIT_CHECK(prints("80-81"_ports - "81"_ports, "80"));
  PORTKIT_CHECK(("1-65535,443"_ports).size() == 65535);
  PORTKIT_CHECK(prints("80-81,82-90"_ports, "{ 80-90 }", dialect::nftables));
}

TEST_CASE("B33: the ports that browsers block are taken out of the choice") {
  const PortSet choice = "5059-5062"_ports - PortSet{fetch_bad_ports()};
  CHECK(prints(choice, "5059,5062"));
}

TEST_CASE("B8, F15: nothing that looks a little like a list is one") {
  constexpr std::string_view texts[]{"+80",
                                     " 80",
                                     "80 ",
                                     "80 - 90",
                                     "90-80",
                                     "80,",
                                     "80_80",
                                     "5555x",
                                     "0x50",
                                     "1:6:9",
                                     "-80",
                                     "8\xD9\xA0",
                                     "80\0"sv,
                                     "\xEF\xBB\xBF"
                                     "80"};
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK_FALSE(parse<PortSet>(text).has_value());
    CHECK_FALSE(parse<SmallPortSet<4>>(text).has_value());
    CHECK_FALSE(parse<UdpPortSet>(text).has_value());
  }
}

// ---- every short text -------------------------------------------------------------------------

namespace {

/// The first fault of a list of one protocol, from the documentation of the errors.
[[nodiscard]] std::optional<ParseError> fault_of_number(const std::string& text, std::size_t at) {
  const auto error = [&](ParseErrc code, std::size_t from, std::size_t size) {
    return ParseError{code, static_cast<std::uint32_t>(at + from),
                      static_cast<std::uint32_t>(size)};
  };
  if (text.empty()) return error(ParseErrc::empty, 0, 0);
  const std::size_t other = text.find_first_not_of("0123456789");
  if (other != text.npos) return error(ParseErrc::not_a_digit, other, 1);
  const std::size_t zeros = std::min(text.find_first_not_of('0'), text.size() - 1);
  if (zeros != 0) return error(ParseErrc::leading_zero, 0, zeros);
  if (!list_reference::number(text)) return error(ParseErrc::out_of_range, 0, text.size());
  return {};
}

[[nodiscard]] std::optional<ParseError> fault_of_list(const std::string& text) {
  if (text.empty()) return ParseError{ParseErrc::empty, 0, 0};
  std::size_t at = 0;
  for (const std::string& item : list_reference::split(text, ',')) {
    const auto size = static_cast<std::uint32_t>(item.size());
    if (item.empty()) return ParseError{ParseErrc::empty_item, static_cast<std::uint32_t>(at), 0};
    const std::size_t dash = item.find('-');
    const std::string first = item.substr(0, dash);
    const std::string last = dash == item.npos ? first : item.substr(dash + 1);
    if (const auto fault = fault_of_number(first, at)) return fault;
    if (dash != item.npos)
      if (const auto fault = fault_of_number(last, at + dash + 1)) return fault;
    if (*list_reference::number(last) < *list_reference::number(first))
      return ParseError{ParseErrc::reversed_range, static_cast<std::uint32_t>(at), size};
    at += item.size() + 1;
  }
  return {};
}

/// True if the set holds these ports; of a set without protocols they are listed as tcp.
template <class Set>
[[nodiscard]] bool holds(const Set& set, list_reference::Ports ports) {
  list_reference::merge(ports);
  list_reference::Ports held;
  for (const auto range : set.ranges()) {
    Protocol protocol = Protocol::tcp;
    if constexpr (std::is_same_v<Set, TransportPortSet>) protocol = range.protocol();
    const auto number = [](auto port) { return unsigned{detail::plain(port).value()}; };
    held[protocol].emplace_back(number(range.first()), number(range.last()));
  }
  std::erase_if(ports, [](const auto& entry) { return entry.second.empty(); });
  return held == ports;
}

} // namespace

TEST_CASE("every text of six bytes over a hostile alphabet is read as the documents say") {
  constexpr std::string_view alphabet = "0156,-+ ";
  std::size_t accepted = 0;
  std::size_t count = 1;
  for (std::size_t length = 0; length <= 6; ++length, count *= alphabet.size())
    for (std::size_t n = 0; n != count; ++n) {
      std::string text;
      for (std::size_t rest = n; text.size() != length; rest /= alphabet.size())
        text += alphabet[rest % alphabet.size()];
      const std::vector<char> exact(text.begin(), text.end()); // so that a read beyond is seen
      const std::string_view view(exact.data(), exact.size());
      const auto fault = fault_of_list(text);
      const auto answer = fault ? list_reference::Answer{} : list_reference::read_list(text);
      const auto small = parse<SmallPortSet<8>>(view);
      const bool is_right =
          fault ? !small && small.error() == *fault : small && answer && holds(*small, *answer);
      if (!is_right) FAIL_CHECK(text);
      if (fault) continue;
      ++accepted;
      const auto plain_set = parse<PortSet>(view);
      if (!plain_set || !holds(*plain_set, *answer)) FAIL_CHECK(text);
    }
  CHECK(accepted > 5'000);
}

// ---- random sets, and random damage ------------------------------------------------------------

namespace {

/// Prints, reads back, and looks at every refusal to print.
template <class Set, class Dialect>
[[nodiscard]] bool comes_back(const Set& set, Dialect dialect) {
  const std::string text = to_string(format_as(set, dialect));
  if (!is_expressible(set, dialect)) return text.empty();
  std::vector<char> room(text.size());
  const auto full = to_chars(room.data(), room.data() + room.size() - 1, format_as(set, dialect));
  return text.size() == text_size(format_as(set, dialect)) && parse<Set>(text, dialect) == set &&
         full.ec == std::errc::value_too_large && full.ptr == room.data() + room.size() - 1;
}

/// A damaged text is refused at a place within it, or read as the reference reads it.
template <class Set, class Dialect>
[[nodiscard]] bool is_read_alike(const std::string& text, Dialect dialect,
                                 const list_reference::Answer& answer) {
  const std::vector<char> exact(text.begin(), text.end());
  const Result<Set> set = parse<Set>(std::string_view(exact.data(), exact.size()), dialect);
  if (!set) {
    const ParseError error = set.error();
    const bool has_no_room = error.code == ParseErrc::too_many_ranges;
    return (has_no_room || !answer) && std::size_t{error.position} + error.length <= text.size();
  }
  if (!answer || !holds(*set.operator->(), *answer)) return false;
  return !is_expressible(*set.operator->(), dialect) || comes_back(*set.operator->(), dialect);
}

template <class Set, class Dialect>
void check_random(Dialect dialect, int rounds, std::string_view alphabet,
                  list_reference::Answer (*reference)(const std::string&)) {
  list_samples::Random random{4711};
  std::size_t accepted = 0;
  for (int i = 0; i != rounds; ++i) {
    const Set set = list_samples::set<Set>(random, 12);
    if (!comes_back(set, dialect)) FAIL_CHECK(to_string(set));
    if (!is_expressible(set, dialect)) continue;
    std::string text = to_string(format_as(set, dialect));
    for (std::uint32_t n = list_samples::below(random, 2); n != 2; ++n)
      text = list_samples::damaged(random, text, alphabet);
    const list_reference::Answer answer = reference(text);
    accepted += answer.has_value();
    if (!is_read_alike<Set>(text, dialect, answer)) FAIL_CHECK(text);
  }
  CHECK(accepted > static_cast<std::size_t>(rounds / 50));
}

template <class Set>
void check_random_dialects(int rounds) {
  check_random<Set>(dialect::list, rounds, "0123456789,- +n", list_reference::read_list);
  check_random<Set>(dialect::iptables, rounds, "0123456789,:- ", list_reference::read_iptables);
  check_random<Set>(dialect::nftables, rounds, "0123456789,-{} \t\n",
                    list_reference::read_nftables);
}

} // namespace

TEST_CASE("every set comes back from its text in every dialect, and damage is seen") {
  check_random_dialects<SmallPortSet<15>>(20'000);
  check_random_dialects<SmallPortSet<3>>(5'000);
  check_random_dialects<PortSet>(5'000);
  check_random_dialects<TcpPortSet>(5'000);
}

TEST_CASE("every set comes back where names may stand for ports, or a protocol is given") {
  list_samples::Random random{5};
  constexpr auto sctp = dialect::nmap.with_default(Protocol::sctp);
  for (int i = 0; i != 3'000; ++i) {
    const auto tcp = list_samples::set<TcpPortSet>(random, 12);
    const auto any = list_samples::set<TransportPortSet>(random, 12);
    if (!comes_back(tcp, dialect::list_with_services)) FAIL_CHECK(to_string(tcp));
    if (!comes_back(any, dialect::list_with_services)) FAIL_CHECK(to_string(any));
    if (!comes_back(any, sctp)) FAIL_CHECK(to_string(any));
  }
}

TEST_CASE("every set of ports with protocols comes back, and damage is seen") {
  check_random<TransportPortSet>(dialect::list, 3'000, "0123456789,-/tcpudsTC n",
                                 list_reference::read_transport_list);
  check_random<TransportPortSet>(dialect::nftables, 3'000, "0123456789,-{}. \ttcpuds",
                                 list_reference::read_concatenations);
  check_random<TransportPortSet>(
      dialect::nmap, 3'000, "0123456789,-:TUSP[]*?ab ",
      [](const std::string& text) { return list_reference::read_nmap(text); });
}
