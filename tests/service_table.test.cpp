// SPDX-License-Identifier: BSL-1.0
#include <portkit/port.hpp>
#include <portkit/service_table.hpp>

#include "check.hpp"
#include "facts.hpp"
#include "reference.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(sizeof(Provenance) == 1);
static_assert(std::is_trivially_copyable_v<Service> && std::equality_comparable<Service>);
static_assert(!std::is_default_constructible_v<Service>); // a TransportPort has no default
static_assert(std::is_trivially_copyable_v<ServiceTable>);
static_assert(std::is_constructible_v<ServiceTable, std::span<const Service>>);
static_assert(std::is_constructible_v<ServiceTable, const std::vector<Service>&>);
static_assert(!facts::Convertible<std::span<const Service>, ServiceTable>);
static_assert(!std::is_default_constructible_v<ServiceTable>);

template <class T>
concept IsLookedUp = requires(const ServiceTable& table, T port) { table.find_service(port); };
static_assert(IsLookedUp<TransportPort> && IsLookedUp<TcpPort>);
static_assert(!IsLookedUp<Port> && !IsLookedUp<int> && !IsLookedUp<std::uint16_t>);

static_assert(noexcept(ServiceTable{std::span<const Service>{}}));
static_assert(noexcept(std::declval<const ServiceTable&>().find_service(443_tcp)));
static_assert(noexcept(std::declval<const ServiceTable&>().find_port(std::string_view{},
                                                                     Protocol::tcp)));
static_assert(
    noexcept(std::declval<const ServiceTable&>().find_port<Protocol::tcp>(std::string_view{})));
static_assert(noexcept(is_valid_service_name(std::string_view{})));

namespace {

constexpr Service unsorted_rows[] = {
    {"ours", 80_tcp},         {"second", 80_tcp}, {"ours", 80_udp},    {"gateway", 8443_tcp},
    {"Mixed-Case", 9000_tcp}, {"zero", 0_sctp},   {"last", 65535_tcp},
};
// The same rows, where port 0 stands first.
constexpr Service sorted_rows[] = {
    {"zero", 0_sctp},      {"ours", 80_tcp},         {"second", 80_tcp},  {"ours", 80_udp},
    {"gateway", 8443_tcp}, {"Mixed-Case", 9000_tcp}, {"last", 65535_tcp},
};

/// What a table of these rows is to say: the first row that fits.
[[nodiscard]] std::optional<Service> first_at(std::span<const Service> rows, TransportPort port) {
  for (const Service& row : rows)
    if (row.port == port) return row;
  return std::nullopt;
}

} // namespace

TEST_CASE("a row without a provenance is the user's own") {
  PORTKIT_CHECK(unsorted_rows[0].provenance == Provenance::own);
  PORTKIT_CHECK(unsorted_rows[0] == Service{"ours", 80_tcp, Provenance::own});
  PORTKIT_CHECK(unsorted_rows[0] != Service{"ours", 80_tcp, Provenance::alias});
  PORTKIT_CHECK(unsorted_rows[0] != Service{"ours", 80_udp});
  PORTKIT_CHECK(unsorted_rows[0] != Service{"theirs", 80_tcp});
}

TEST_CASE("rows in any order are found, the first one of a port") {
  constexpr ServiceTable table{unsorted_rows};
  PORTKIT_CHECK(table.find_service(80_tcp) == Service{"ours", 80_tcp});
  PORTKIT_CHECK(table.find_service(80_udp) == Service{"ours", 80_udp});
  PORTKIT_CHECK(table.find_service(0_sctp) == Service{"zero", 0_sctp});
  PORTKIT_CHECK(table.find_service(65535_tcp) == Service{"last", 65535_tcp});
  PORTKIT_CHECK(table.find_service(0_tcp) == std::nullopt);
  PORTKIT_CHECK(table.find_service(8443_udp) == std::nullopt);
  PORTKIT_CHECK(table.find_service(65535_udp) == std::nullopt);
}

TEST_CASE("rows in the order of their ports are found, the first one of a port") {
  constexpr ServiceTable table{sorted_rows};
  PORTKIT_CHECK(table.find_service(80_tcp) == Service{"ours", 80_tcp});
  PORTKIT_CHECK(table.find_service(80_udp) == Service{"ours", 80_udp});
  PORTKIT_CHECK(table.find_service(0_sctp) == Service{"zero", 0_sctp});
  PORTKIT_CHECK(table.find_service(65535_tcp) == Service{"last", 65535_tcp});
  PORTKIT_CHECK(table.find_service(0_tcp) == std::nullopt);
  PORTKIT_CHECK(table.find_service(81_tcp) == std::nullopt);
  PORTKIT_CHECK(table.find_service(65535_udp) == std::nullopt);
  PORTKIT_CHECK(table.rows().size() == 7);
  PORTKIT_CHECK(table.rows()[0].name == "zero");
}

TEST_CASE("a name gives its first port of the protocol, in any ASCII case") {
  constexpr ServiceTable table{sorted_rows};
  PORTKIT_CHECK(table.find_port("ours", Protocol::tcp) == TransportPort{80_tcp});
  PORTKIT_CHECK(table.find_port("ours", Protocol::udp) == TransportPort{80_udp});
  PORTKIT_CHECK(table.find_port("OURS", Protocol::udp) == TransportPort{80_udp});
  PORTKIT_CHECK(table.find_port("mixed-case", Protocol::tcp) == TransportPort{9000_tcp});
  PORTKIT_CHECK(table.find_port("MIXED-CASE", Protocol::tcp) == TransportPort{9000_tcp});
  PORTKIT_CHECK(table.find_port("ours", Protocol::sctp) == std::nullopt);
  PORTKIT_CHECK(table.find_port("gateway", Protocol::udp) == std::nullopt);
  PORTKIT_CHECK(table.find_port("gatewa", Protocol::tcp) == std::nullopt);
  PORTKIT_CHECK(table.find_port("gateway2", Protocol::tcp) == std::nullopt);
  PORTKIT_CHECK(table.find_port("", Protocol::tcp) == std::nullopt);

  PORTKIT_CHECK(table.find_port<Protocol::tcp>("gateway") == 8443_tcp);
  PORTKIT_CHECK(table.find_port<Protocol::sctp>("zero") == 0_sctp);
  PORTKIT_CHECK(table.find_port<Protocol::udp>("gateway") == std::nullopt);
}

TEST_CASE("names are equal in the case of ASCII letters only, for every pair of bytes") {
  for (unsigned of_row = 0; of_row != 256; ++of_row)
    for (unsigned asked = 0; asked != 256; ++asked) {
      const std::string row_name{'x', static_cast<char>(static_cast<unsigned char>(of_row))};
      const std::string text{'X', static_cast<char>(static_cast<unsigned char>(asked))};
      const Service row{row_name, 80_tcp};
      const ServiceTable table{std::span{&row, 1}};
      // The two cases of an ASCII letter are 32 apart.
      const unsigned low = std::min(of_row, asked);
      const unsigned high = std::max(of_row, asked);
      const bool is_other_case = low >= 'A' && low <= 'Z' && high == low + 32;
      if (table.find_port(text, Protocol::tcp).has_value() != (low == high || is_other_case))
        FAIL_CHECK("wrong for " << of_row << " and " << asked);
    }
}

TEST_CASE("of several rows for one name the first one counts") {
  static constexpr Service rows[] = {{"proxy", 3128_tcp}, {"Proxy", 1080_tcp}, {"proxy", 8080_tcp}};
  constexpr ServiceTable table{rows};
  PORTKIT_CHECK(table.find_port("proxy", Protocol::tcp) == TransportPort{3128_tcp});
  PORTKIT_CHECK(table.find_service(8080_tcp)->name == "proxy");
}

TEST_CASE("a table of no rows knows nothing") {
  constexpr ServiceTable table{std::span<const Service>{}};
  PORTKIT_CHECK(table.rows().empty());
  PORTKIT_CHECK(table.find_service(80_tcp) == std::nullopt);
  PORTKIT_CHECK(table.find_port("http", Protocol::tcp) == std::nullopt);
}

TEST_CASE("rows come from run time too, and every port finds its first row") {
  std::minstd_rand random{443};
  for (std::size_t size = 0; size != 40; ++size) {
    std::vector<std::string> names; // as read from a file
    for (std::size_t i = 0; i != size; ++i) names.push_back("svc" + std::to_string(i));
    std::vector<Service> rows;
    std::vector<Service> sorted; // those of one port in the order in which they stand in the file
    for (const std::string& own : names) {
      const Protocol protocol = all_protocols[random() % all_protocols.size()];
      // Few ports, so that rows often share one.
      const TransportPort port{protocol, Port{static_cast<std::uint16_t>(random() % 24)}};
      rows.push_back({own, port});
      const auto place =
          std::upper_bound(sorted.begin(), sorted.end(), port,
                           [](TransportPort t, const Service& row) { return t < row.port; });
      sorted.insert(place, {own, port});
    }
    for (const std::vector<Service>* const order : {&rows, &sorted}) {
      const ServiceTable table{*order};
      CHECK(table.rows().data() == order->data());
      for (const Protocol protocol : all_protocols)
        for (std::uint16_t number = 0; number != 26; ++number) {
          const TransportPort port{protocol, Port{number}};
          CHECK(table.find_service(port) == first_at(*order, port));
        }
      for (const Service& row : rows)
        CHECK(table.find_port(row.name, row.port.protocol()) == row.port);
    }
  }
}

TEST_CASE("one row out of order is enough for all to be found") {
  // The last place is the one that a check of the order that stops early would miss.
  std::vector<Service> rows{{"a", 10_tcp}, {"b", 20_tcp}, {"c", 30_tcp}, {"d", 5_tcp}};
  do {
    const ServiceTable table{rows};
    for (const Service& row : rows) CHECK(table.find_service(row.port) == row);
  } while (std::next_permutation(rows.begin(), rows.end(), [](const Service& a, const Service& b) {
    return a.port < b.port;
  }));
}

// ---- names ------------------------------------------------------------------------------------

namespace {

/// RFC 6335 section 5.1, rule by rule.
[[nodiscard]] bool follows_rfc_6335(const std::string& name) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (name.empty() || name.size() > 15) return false;
  for (const char c : name)
    if (!is_letter(c) && !is_digit(c) && c != '-') return false;
  if (std::none_of(name.begin(), name.end(), is_letter)) return false;
  if (name.front() == '-' || name.back() == '-') return false;
  return name.find("--") == std::string::npos;
}

} // namespace

TEST_CASE("a valid service name follows RFC 6335 section 5.1") {
  PORTKIT_CHECK(is_valid_service_name("https"));
  PORTKIT_CHECK(is_valid_service_name("HTTPS"));
  PORTKIT_CHECK(is_valid_service_name("x"));
  PORTKIT_CHECK(is_valid_service_name("914c-g"));
  PORTKIT_CHECK(is_valid_service_name("3com-tsmux"));
  PORTKIT_CHECK(is_valid_service_name("abcdefghijklmno"));
  PORTKIT_CHECK(!is_valid_service_name("abcdefghijklmnop"));
  PORTKIT_CHECK(!is_valid_service_name(""));
  PORTKIT_CHECK(!is_valid_service_name("443"));
  PORTKIT_CHECK(!is_valid_service_name("4-4"));
  PORTKIT_CHECK(!is_valid_service_name("-"));
  PORTKIT_CHECK(!is_valid_service_name("-a"));
  PORTKIT_CHECK(!is_valid_service_name("a-"));
  PORTKIT_CHECK(!is_valid_service_name("a--b"));
  PORTKIT_CHECK(is_valid_service_name("a-b-c"));
  PORTKIT_CHECK(!is_valid_service_name("z39.50"));
  PORTKIT_CHECK(!is_valid_service_name("a_b"));
  PORTKIT_CHECK(!is_valid_service_name("a b"));
  PORTKIT_CHECK(!is_valid_service_name("b\xC3\xBC"));
}

TEST_CASE("every name of up to six of these bytes is valid exactly if the rules say so") {
  constexpr std::string_view alphabet = "aZ09-._";
  for (std::size_t length = 0; length <= 6; ++length) {
    std::size_t count = 1;
    for (std::size_t i = 0; i != length; ++i) count *= alphabet.size();
    for (std::size_t index = 0; index != count; ++index) {
      std::string text;
      for (std::size_t rest = index; text.size() != length; rest /= alphabet.size())
        text.push_back(alphabet[rest % alphabet.size()]);
      if (is_valid_service_name(text) != follows_rfc_6335(text)) FAIL_CHECK("wrong for " << text);
    }
  }
}

TEST_CASE("every byte is allowed in a name exactly if the rules say so") {
  for (unsigned byte = 0; byte != 256; ++byte) {
    const std::string text{'a', static_cast<char>(static_cast<unsigned char>(byte)), 'b'};
    CHECK(is_valid_service_name(text) == follows_rfc_6335(text));
  }
}
