// SPDX-License-Identifier: BSL-1.0
#include "check.hpp"

#include <portkit/de_facto.hpp>
#include <portkit/port.hpp>
#include <portkit/service.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace {

using namespace portkit;
using namespace std::string_view_literals;

static_assert(std::is_trivially_copyable_v<Service>);
static_assert(std::is_trivially_copyable_v<ServiceTable>);
static_assert(std::ranges::random_access_range<decltype(all_services())>);
static_assert(std::ranges::sized_range<decltype(all_services())>);
static_assert(std::ranges::common_range<decltype(services_at(443_tcp))>);
static_assert(std::ranges::random_access_range<decltype(find_ports("x11", Protocol::tcp))>);
static_assert(noexcept(find_service(443_tcp)) && noexcept(find_port("https"sv, Protocol::tcp)) &&
              noexcept(services_at(443_tcp)) && noexcept(find_ports("https"sv, Protocol::tcp)) &&
              noexcept(parse_service<Protocol::tcp>("https"sv)));

TEST_CASE("the preferred name of a port is the one in use") {
  PORTKIT_CHECK(find_service(443_tcp)->name == "https");
  PORTKIT_CHECK(find_service(80_tcp)->name == "http");  // F8: not www-http
  PORTKIT_CHECK(find_service(2049_tcp)->name == "nfs"); // F9, F11: not shilp
  PORTKIT_CHECK(find_service(2049_udp)->name == "nfs");
  PORTKIT_CHECK(find_service(465_tcp)->name == "submissions");
  PORTKIT_CHECK(find_service(465_udp)->name == "igmpv3lite");
  PORTKIT_CHECK(find_service(1701_udp)->name == "l2tp");
  PORTKIT_CHECK(find_service(113_tcp)->name == "auth");
  PORTKIT_CHECK(find_service(512_udp)->name == "biff");
  PORTKIT_CHECK(find_service(512_tcp)->name == "exec");
  PORTKIT_CHECK(find_service(750_udp)->name == "kerberos-iv");
  PORTKIT_CHECK(find_service(63_tcp)->name == "whoispp");
  PORTKIT_CHECK(find_service(3478_udp)->name == "stun");
  PORTKIT_CHECK(find_service(443_tcp)->port == 443_tcp);
  PORTKIT_CHECK(find_service(443_tcp)->provenance == Provenance::assigned);
  PORTKIT_CHECK(find_service(5060_sctp)->name == "sip");
  PORTKIT_CHECK(find_service(TransportPort{Protocol::dccp, 5004_port})->name == "avt-profile-1");
}

TEST_CASE("the name alone is empty where there is none") {
  PORTKIT_CHECK(find_service_name(443_tcp) == "https");
  PORTKIT_CHECK(find_service_name(TransportPort{53_udp}) == "domain");
  PORTKIT_CHECK(find_service_name(65535_udp).empty());
  for (const Service& service : all_services())
    REQUIRE(find_service_name(service.port) == find_service(service.port)->name);
}

TEST_CASE("tcp and udp have names of their own") {
  PORTKIT_CHECK(find_service(514_tcp)->name == "shell");
  PORTKIT_CHECK(find_service(514_udp)->name == "syslog");
  PORTKIT_CHECK(find_service(513_tcp)->name == "login");
  PORTKIT_CHECK(find_service(513_udp)->name == "who");
  PORTKIT_CHECK(!find_service(443_dccp));
}

TEST_CASE("reserved, unassigned and dynamic ports have no service") {
  PORTKIT_CHECK(!find_service(0_tcp));
  PORTKIT_CHECK(!find_service(4_udp));
  PORTKIT_CHECK(!find_service(49152_tcp));
  PORTKIT_CHECK(!find_service(65535_udp));
  PORTKIT_CHECK(services_at(65535_tcp).empty());
}

// Constants of their own: Clang took the return of an optional that was reset for no constant.
constexpr auto no_service = find_service(0_tcp);
constexpr auto no_port = find_port("nosuchname", Protocol::tcp);
constexpr auto no_typed_port = find_port<Protocol::tcp>("nosuchname");
static_assert(!no_service && !no_port && !no_typed_port);

TEST_CASE("ranges of the registry are open, F8 and F9") {
  PORTKIT_CHECK(find_service(6000_tcp)->name == "x11");
  PORTKIT_CHECK(find_service(6063_udp)->name == "x11");
  PORTKIT_CHECK(!find_service(6064_sctp));
  PORTKIT_CHECK(find_service(6667_tcp)->name == "ircu");
  PORTKIT_CHECK(find_ports("x11", Protocol::tcp).size() == 64);
  PORTKIT_CHECK(find_ports("ircu", Protocol::tcp).size() == 5);
}

TEST_CASE("a name whose transport IANA does not state is answered for tcp and udp, and flagged") {
  PORTKIT_CHECK(find_service(3322_tcp)->name == "active-net");
  PORTKIT_CHECK(find_service(3325_udp)->provenance == Provenance::transport_not_stated);
  PORTKIT_CHECK(!find_service(3322_sctp));
  PORTKIT_CHECK(find_port<Protocol::udp>("boe-cms") == 6400_udp);
}

TEST_CASE("every name of a port can be reached, the preferred one first") {
  constexpr auto at_80 = services_at(80_tcp);
  PORTKIT_CHECK(at_80.size() == 3);
  PORTKIT_CHECK(at_80[0].name == "http");
  PORTKIT_CHECK(at_80[1].name == "www");
  PORTKIT_CHECK(at_80[2].name == "www-http");
  PORTKIT_CHECK(at_80[1].provenance == Provenance::alias);
  PORTKIT_CHECK(services_at(3000_tcp)[0].name == "hbci");
  PORTKIT_CHECK(services_at(3000_tcp)[1].provenance == Provenance::widespread);
  PORTKIT_CHECK((*services_at(2049_udp).begin()).name == "nfs");
  PORTKIT_CHECK(services_at(2049_udp)[1].name == "shilp");
}

TEST_CASE("names are found in any ASCII case, aliases too") {
  PORTKIT_CHECK(find_port<Protocol::tcp>("https") == 443_tcp);
  PORTKIT_CHECK(find_port<Protocol::tcp>("HTTPS") == 443_tcp);
  PORTKIT_CHECK(find_port<Protocol::tcp>("www-http") == 80_tcp);
  PORTKIT_CHECK(find_port<Protocol::tcp>("xmlIPCregSVC") == 9092_tcp);
  PORTKIT_CHECK(find_port<Protocol::udp>("whois++") == 63_udp);
  PORTKIT_CHECK(find_port("Domain", Protocol::udp) == TransportPort{53_udp});
  PORTKIT_CHECK(find_port<Protocol::tcp>("postgres") == 5432_tcp);
  PORTKIT_CHECK(find_port<Protocol::tcp>("rdp") == 3389_tcp);
  PORTKIT_CHECK(find_port<Protocol::tcp>("smtps") == 465_tcp);
  PORTKIT_CHECK(find_port<Protocol::udp>("dns") == 53_udp);
  PORTKIT_CHECK(find_port<Protocol::udp>("kerberos") == 88_udp);
}

TEST_CASE("what is no name is not found") {
  PORTKIT_CHECK(!find_port<Protocol::tcp>(""));
  PORTKIT_CHECK(!find_port<Protocol::tcp>("h"));
  PORTKIT_CHECK(!find_port<Protocol::tcp>("httpss"));
  PORTKIT_CHECK(!find_port<Protocol::tcp>("http "));
  PORTKIT_CHECK(!find_port<Protocol::tcp>("a-name-of-more-than-15"));
  PORTKIT_CHECK(!find_port<Protocol::tcp>("443"));
  PORTKIT_CHECK(!find_port<Protocol::dccp>("https"));
  PORTKIT_CHECK(find_port<Protocol::tcp>("gds_db") == 3050_tcp);
  PORTKIT_CHECK(!find_port<Protocol::tcp>("gds\x7F"
                                          "db")); // what '_' folds to
  PORTKIT_CHECK(find_ports("gds_db", Protocol::tcp).size() == 1);
  PORTKIT_CHECK(find_ports("gds\x7F"
                           "db",
                           Protocol::tcp)
                    .empty());
  PORTKIT_CHECK(!find_port<Protocol::tcp>(std::string_view("http\0", 5)));
  PORTKIT_CHECK(!find_port<Protocol::tcp>("h\xF4tps"));
}

TEST_CASE("no text but a name in some case is found: each name with each byte replaced") {
  std::vector<std::string> names;
  for (const Service& service : all_services()) names.emplace_back(service.name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const auto lower = [](std::string text) {
    for (char& c : text) c = detail::to_lower(c);
    return text;
  };
  std::vector<std::string> known;
  for (const std::string& name : names) known.push_back(lower(name));
  std::sort(known.begin(), known.end());

  std::size_t unexpected = 0;
  for (const std::string& name : names)
    for (std::size_t i = 0; i != name.size(); ++i)
      for (const char c : {'\0', '\x7F', '_', '@', '`', '\x80', '\xFF', ' ', 'q', '7', '.', '-'}) {
        std::string changed = name;
        changed[i] = c;
        const bool is_known = std::binary_search(known.begin(), known.end(), lower(changed));
        bool is_found = false;
        for (const Protocol protocol : all_protocols)
          is_found = is_found || find_port(changed, protocol).has_value();
        if (is_found == is_known) continue;
        ++unexpected; // a former or colloquial name at most
        CHECK(is_found);
      }
  CHECK(unexpected < 20);
}

TEST_CASE("a name with several ports has a primary one") {
  constexpr auto ports = find_ports("http-alt", Protocol::tcp);
  PORTKIT_CHECK(ports.size() == 3);
  PORTKIT_CHECK(ports[0] == 591_tcp);
  PORTKIT_CHECK(ports[1] == 8008_tcp);
  PORTKIT_CHECK(ports[2] == 8080_tcp);
  PORTKIT_CHECK(find_port<Protocol::tcp>("http-alt") == 8080_tcp);
  PORTKIT_CHECK(find_ports("nosuchname", Protocol::tcp).empty());
  PORTKIT_CHECK(find_ports("http-alt", Protocol::sctp).empty());
}

TEST_CASE("a name may stand at other ports for udp") {
  PORTKIT_CHECK(find_port<Protocol::tcp>("raid-am") == 2013_tcp);
  PORTKIT_CHECK(find_port<Protocol::udp>("raid-am") == 2007_udp);
  PORTKIT_CHECK(find_ports("rda", Protocol::tcp).size() == 2);
  PORTKIT_CHECK(find_ports("rda", Protocol::udp).size() == 1);
}

TEST_CASE("a constant name is a view of its own few bytes") {
  PORTKIT_CHECK(service_name<443_tcp> == "https");
  PORTKIT_CHECK(service_name<TransportPort{53_udp}> == "domain");
  CHECK(std::string(service_name<443_tcp>.data()) == "https"); // NUL-terminated
}

TEST_CASE("a literal is a registered name") {
  PORTKIT_CHECK("https"_tcp == 443_tcp);
  PORTKIT_CHECK("domain"_udp == 53_udp);
  PORTKIT_CHECK("sip"_sctp == 5060_sctp);
  PORTKIT_CHECK("avt-profile-1"_dccp == 5004_dccp);
  static_assert(std::is_same_v<decltype("https"_tcp), TcpPort>);
}

TEST_CASE("the whole and the well-known part can be walked") {
  CHECK(all_services().size() > 12'000);
  CHECK(std::ranges::is_sorted(all_services(), {}, &Service::port));
  const auto well_known = well_known_services();
  CHECK(well_known.size() < all_services().size());
  CHECK(is_well_known(well_known[well_known.size() - 1].port));
  CHECK(!is_well_known(all_services()[well_known.size()].port));
  CHECK(std::ranges::equal(well_known, std::views::take(all_services(), 1'422)));
  auto it = all_services().end();
  CHECK((*--it).port.port() == 49150_port);
  CHECK(it - all_services().begin() + 1 == all_services().end() - all_services().begin());
}

TEST_CASE("parse_service reads a number or a name and says what is wrong") {
  PORTKIT_CHECK(parse_service<Protocol::tcp>("https") == 443_tcp);
  PORTKIT_CHECK(parse_service<Protocol::tcp>("443") == 443_tcp);
  PORTKIT_CHECK(parse_service("HTTPS", Protocol::udp) == TransportPort{443_udp});
  PORTKIT_CHECK(parse_service<Protocol::tcp>("3com-tsmux") == 106_tcp);
  const auto error = [](std::string_view text) {
    return parse_service<Protocol::tcp>(text).error();
  };
  CHECK(error("") == ParseError{ParseErrc::empty, 0, 0});
  CHECK(error("65616") == ParseError{ParseErrc::out_of_range, 0, 5});
  CHECK(error("080") == ParseError{ParseErrc::leading_zero, 0, 1});
  CHECK(error("+80") == ParseError{ParseErrc::not_a_digit, 0, 1});
  CHECK(error("80 ") == ParseError{ParseErrc::not_a_digit, 2, 1});
  CHECK(error("-1") == ParseError{ParseErrc::not_a_digit, 0, 1});
  CHECK(error("0x50") == ParseError{ParseErrc::unknown_service, 0, 4});
  CHECK(error("htps") == ParseError{ParseErrc::unknown_service, 0, 4});
  CHECK(error("http ") == ParseError{ParseErrc::not_a_name_character, 4, 1});
  CHECK(error("a b") == ParseError{ParseErrc::not_a_name_character, 1, 1});
  CHECK(error("syslog") == ParseError{ParseErrc::wrong_protocol, 0, 6});
  CHECK(parse_service<Protocol::tcp>("0", ParseOptions::nonzero_port).error() ==
        ParseError{ParseErrc::zero_port, 0, 1});
  CHECK(parse_service<Protocol::tcp>("0080", ParseOptions::leading_zeros_allowed) == 80_tcp);
}

TEST_CASE("parse_service reads a text that states its protocol") {
  PORTKIT_CHECK(parse_service("https/udp") == TransportPort{443_udp});
  PORTKIT_CHECK(parse_service("443/TCP") == TransportPort{443_tcp});
  PORTKIT_CHECK(parse_service("914c/g/tcp") == TransportPort{211_tcp});
  const auto error = [](std::string_view text) { return parse_service(text).error(); };
  CHECK(error("") == ParseError{ParseErrc::empty, 0, 0});
  CHECK(error("https") == ParseError{ParseErrc::missing_protocol, 5, 0});
  CHECK(error("https/") == ParseError{ParseErrc::missing_protocol, 6, 0});
  CHECK(error("https/tpc") == ParseError{ParseErrc::unknown_protocol, 6, 3});
  CHECK(error("/tcp") == ParseError{ParseErrc::empty, 0, 0});
  CHECK(error("htps/tcp") == ParseError{ParseErrc::unknown_service, 0, 4});
  CHECK(error("syslog/tcp") == ParseError{ParseErrc::wrong_protocol, 0, 6});
  CHECK(error("65616/tcp") == ParseError{ParseErrc::out_of_range, 0, 5});
}

TEST_CASE("the ranges of the registry work as ranges do") {
  const auto is_ssh = [](const Service& service) { return service.name == "ssh"; };
  CHECK(std::ranges::find_if(all_services(), is_ssh)->port == 22_tcp);
  CHECK((services_at(80_tcp).begin() + 1)->name == "www");
  CHECK(services_at(80_tcp).front().name == "http");
  CHECK(find_ports("http-alt", Protocol::tcp).front() == 591_tcp);
  static_assert(std::ranges::borrowed_range<decltype(all_services())> &&
                std::ranges::view<decltype(all_services())>);
  static_assert(std::ranges::borrowed_range<decltype(name_only_services())> &&
                std::ranges::view<decltype(find_ports("x11", Protocol::tcp))>);
}

constexpr Service own_rows[] = {{"backend", 9000_tcp}, {"telemetry", 514_udp}, {"https", 8443_tcp}};
constexpr ServiceTable own{own_rows};

TEST_CASE("own names come before the registry's") {
  PORTKIT_CHECK(find_service(9000_tcp, own)->name == "backend");
  PORTKIT_CHECK(find_service(9000_tcp, own)->provenance == Provenance::own);
  PORTKIT_CHECK(find_service(514_udp, own)->name == "telemetry");
  PORTKIT_CHECK(find_service(514_tcp, own)->name == "shell");
  PORTKIT_CHECK(!find_service(65000_tcp, own));
  PORTKIT_CHECK(find_port<Protocol::tcp>("HTTPS", own) == 8443_tcp);
  PORTKIT_CHECK(find_port<Protocol::tcp>("ssh", own) == 22_tcp);
  PORTKIT_CHECK(find_port("telemetry", Protocol::udp, own) == TransportPort{514_udp});
  PORTKIT_CHECK(!find_port("telemetry", Protocol::tcp, own));
  PORTKIT_CHECK(parse_service<Protocol::tcp>("backend", own) == 9000_tcp);
  PORTKIT_CHECK(parse_service<Protocol::udp>("domain", own) == 53_udp);
  CHECK(parse_service<Protocol::tcp>("telemetry", own).error().code == ParseErrc::wrong_protocol);
}

TEST_CASE("own names may come from a file") {
  std::vector<std::string> words{"alpha", "beta"};
  std::vector<Service> rows{{words[0], 20000_tcp}, {words[1], 443_tcp}};
  const ServiceTable table{rows};
  CHECK(find_service(20000_tcp, table)->name == "alpha");
  CHECK(find_service(443_tcp, table)->name == "beta");
  CHECK(find_service(443_udp, table)->name == "https");
  CHECK(parse_service<Protocol::tcp>("Beta", table) == 443_tcp);
}

TEST_CASE("the de-facto list is opt-in and well formed") {
  PORTKIT_CHECK(find_service(9092_tcp)->name == "XmlIpcRegSvc");
  PORTKIT_CHECK(find_service(9092_tcp, de_facto_services)->name == "kafka");
  PORTKIT_CHECK(find_port<Protocol::udp>("wireguard", de_facto_services) == 51820_udp);
  PORTKIT_CHECK(!find_port<Protocol::udp>("wireguard"));
  const auto rows = de_facto_services.rows();
  for (std::size_t i = 0; i != rows.size(); ++i) {
    CHECK(is_valid_service_name(rows[i].name));
    if (i != 0) CHECK(rows[i - 1].port < rows[i].port);
    // A name that IANA has at this port already needs no row.
    CHECK(find_port(rows[i].name, rows[i].port.protocol()) != rows[i].port);
  }
}

} // namespace
