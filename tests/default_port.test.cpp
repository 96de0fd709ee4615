// SPDX-License-Identifier: BSL-1.0
#include <portkit/default_port.hpp>
#include <portkit/port.hpp>

#include "check.hpp"
#include "facts.hpp"
#include "registry_reader.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <ranges>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

using Ports = decltype(default_ports(""));
static_assert(std::ranges::random_access_range<Ports> && std::ranges::view<Ports>);
static_assert(std::ranges::sized_range<Ports> && std::ranges::borrowed_range<Ports>);
static_assert(std::same_as<std::ranges::range_value_t<Ports>, TransportPort>);
static_assert(std::is_trivially_copyable_v<Ports> && sizeof(Ports) == 8);

using Names = decltype(all_schemes());
static_assert(std::ranges::random_access_range<Names> && std::ranges::view<Names>);
static_assert(std::ranges::sized_range<Names> && std::ranges::borrowed_range<Names>);
static_assert(std::same_as<std::ranges::range_value_t<Names>, std::string_view>);

template <class P>
concept AsksWith = requires(P port) { is_default_port("https", port); };
static_assert(AsksWith<Port> && AsksWith<TcpPort> && AsksWith<SctpPort> && AsksWith<TransportPort>);
static_assert(!AsksWith<int> && !AsksWith<std::uint16_t> && !AsksWith<Protocol>);

static_assert(noexcept(all_schemes()) && noexcept(default_ports(std::string_view{})));
static_assert(noexcept(default_port(std::string_view{})));
static_assert(noexcept(is_default_port(std::string_view{}, 443_port)));
static_assert(noexcept(is_default_port(std::string_view{}, 443_tcp)));

namespace {

/// Scheme in lower case, and its ports in their order.
using Table = std::map<std::string, std::vector<TransportPort>>;

TransportPort make_port(const std::string& protocol, const std::string& port) {
  return {*parse<Protocol>(protocol), *parse<Port>(port)};
}

/// schemes.txt: SCHEME PORT TRANSPORTS, comments by #.
Table read_table() {
  Table table;
  std::istringstream lines(
      registry_test::read_file(std::string(PORTKIT_REGISTRY_DIR) + "/schemes.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string scheme;
    std::string port;
    std::string protocols;
    words >> scheme >> port >> protocols;
    std::istringstream list(protocols);
    for (std::string word; std::getline(list, word, ',');)
      table[scheme].push_back(make_port(word, port));
  }
  return table;
}

std::string in_lower_case(std::string_view text) {
  std::string lower{text};
  for (char& c : lower)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c + 32);
  return lower;
}

/// Asks with a text that ends where its memory ends, for sanitizers to see a read behind it.
bool answers_as(const Table& table, const std::string& text) {
  const std::vector<char> exact(text.begin(), text.end());
  const Ports found = default_ports({exact.data(), exact.size()});
  const auto expected = table.find(in_lower_case(text));
  if (expected == table.end()) return found.empty();
  return std::equal(found.begin(), found.end(), expected->second.begin(), expected->second.end());
}

void check_all(const Table& table) {
  std::vector<std::string> names;
  for (const auto& [scheme, ports] : table) names.push_back(scheme);
  CHECK(std::equal(names.begin(), names.end(), all_schemes().begin(), all_schemes().end()));
  for (const auto& [scheme, ports] : table) {
    CAPTURE(scheme);
    CHECK(answers_as(table, scheme));
    CHECK(default_port(scheme) == std::optional{ports.front()});
    for (const Protocol protocol : all_protocols)
      for (const auto number :
           {0, 1, 79, 80, 81, 443, 5060, 65535, 0x100 + 80, ports.front().port().value() - 1,
            +ports.front().port().value(), ports.front().port().value() + 1}) {
        CAPTURE(number);
        const TransportPort port{protocol, *Port::from(number)};
        const bool is_default = std::find(ports.begin(), ports.end(), port) != ports.end();
        CHECK(is_default_port(scheme, port) == is_default);
        port.visit([&](auto typed) { CHECK(is_default_port(scheme, typed) == is_default); });
        CHECK(is_default_port(scheme, port.port()) == (port.port() == ports.front().port()));
      }
  }
}

} // namespace

TEST_CASE("the schemes that everybody knows") {
  PORTKIT_CHECK(default_port("http") == TransportPort{80_tcp});
  PORTKIT_CHECK(default_port("https") == TransportPort{443_tcp});
  PORTKIT_CHECK(default_port("ws") == TransportPort{80_tcp});
  PORTKIT_CHECK(default_port("wss") == TransportPort{443_tcp});
  PORTKIT_CHECK(default_port("ftp") == TransportPort{21_tcp});
  PORTKIT_CHECK(default_port("ssh") == TransportPort{22_tcp});
  PORTKIT_CHECK(default_port("dns") == TransportPort{53_udp});
  PORTKIT_CHECK(default_port("coap+tcp") == TransportPort{5683_tcp});
  PORTKIT_CHECK(default_port("xmlrpc.beep") == TransportPort{602_tcp});
}

TEST_CASE("a scheme may run on several transports, the usual one first") {
  PORTKIT_CHECK(default_ports("https").size() == 2);
  PORTKIT_CHECK(default_ports("https")[0] == 443_tcp);
  PORTKIT_CHECK(default_ports("https")[1] == 443_udp);
  PORTKIT_CHECK(default_ports("sip").size() == 3);
  PORTKIT_CHECK(default_ports("sip").front() == 5060_udp);
  PORTKIT_CHECK(default_ports("sip").end()[-1] == 5060_sctp);
  PORTKIT_CHECK(default_ports("http").size() == 1);
  std::vector<TransportPort> ports;
  for (const TransportPort port : default_ports("dns")) ports.push_back(port);
  CHECK(ports == std::vector<TransportPort>{53_udp, 53_tcp});
}

TEST_CASE("what can be left out of a URL (B23)") {
  PORTKIT_CHECK(is_default_port("https", 443_port));
  PORTKIT_CHECK(is_default_port("https", 443_tcp));
  PORTKIT_CHECK(is_default_port("https", 443_udp)); // HTTP/3
  PORTKIT_CHECK(!is_default_port("https", 80_port));
  PORTKIT_CHECK(!is_default_port("http", 443_port));
  PORTKIT_CHECK(is_default_port("wss", 443_port)); // not only ws
  PORTKIT_CHECK(is_default_port("http", 80_port));
  PORTKIT_CHECK(!is_default_port("http", 80_udp));
  PORTKIT_CHECK(!is_default_port("https", 443_sctp));
  PORTKIT_CHECK(!is_default_port("unknown", 0_port)); // no port is not port 0
  PORTKIT_CHECK(!is_default_port("unknown", 443_tcp));
  PORTKIT_CHECK(!is_default_port("", 0_port));
}

TEST_CASE("a scheme is found in any ASCII case, and only whole") {
  PORTKIT_CHECK(default_port("HTTPS") == TransportPort{443_tcp});
  PORTKIT_CHECK(default_port("hTtPs") == TransportPort{443_tcp});
  PORTKIT_CHECK(default_port("Z39.50R") == TransportPort{210_tcp});
  PORTKIT_CHECK(default_port("") == std::nullopt);
  PORTKIT_CHECK(default_port({}) == std::nullopt);
  PORTKIT_CHECK(default_port("https:") == std::nullopt);
  PORTKIT_CHECK(default_port("https://") == std::nullopt);
  PORTKIT_CHECK(default_port(" https") == std::nullopt);
  PORTKIT_CHECK(default_port("http\0") == TransportPort{80_tcp}); // a literal ends at its NUL
  PORTKIT_CHECK(default_port({"http\0", 5}) == std::nullopt);
  PORTKIT_CHECK(default_port("file") == std::nullopt);
  PORTKIT_CHECK(default_port("mongodb+srv") == std::nullopt); // DNS gives its port
  PORTKIT_CHECK(default_port("domain") == std::nullopt);      // a service, but no scheme
}

TEST_CASE("every scheme is as the table says") {
  const Table table = read_table();
  CHECK(table.size() == 105);
  check_all(table);
  CHECK(std::all_of(all_schemes().begin(), all_schemes().end(),
                    [](std::string_view name) { return name.data()[name.size()] == '\0'; }));
}

TEST_CASE("texts near a scheme are schemes only if they are one in another case") {
  const Table table = read_table();
  std::size_t wrong = 0;
  const auto ask = [&](const std::string& text) {
    if (answers_as(table, text)) return;
    if (++wrong <= 10) FAIL_CHECK("answered wrongly: " << text);
  };
  for (const auto& [scheme, ports] : table) {
    ask(scheme + scheme);
    ask(scheme + std::string(17, 'x'));
    ask(scheme + std::string(16 - scheme.size(), '\0'));
    for (std::size_t i = 0; i <= scheme.size(); ++i) {
      ask(scheme.substr(i));
      ask(scheme.substr(0, i));
      if (i != scheme.size()) ask(std::string(scheme).erase(i, 1));
      for (unsigned byte = 0; byte != 256; ++byte) {
        const auto c = static_cast<char>(static_cast<unsigned char>(byte));
        ask(std::string(scheme).insert(i, 1, c));
        if (i == scheme.size()) continue;
        std::string changed = scheme;
        changed[i] = c;
        ask(changed);
        changed[i == 0 ? scheme.size() - 1 : i - 1] = c; // two at once
        ask(changed);
      }
    }
    for (unsigned capitals = 0; capitals != 1U << scheme.size(); ++capitals) {
      std::string text = scheme;
      for (std::size_t i = 0; i != text.size(); ++i)
        if ((capitals >> i & 1) != 0 && 'a' <= text[i] && text[i] <= 'z')
          text[i] = static_cast<char>(text[i] - 32);
      ask(text);
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("texts made at random") {
  const Table table = read_table();
  std::mt19937 random(20260817);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  constexpr std::string_view letters = "acehimnopstu+.-3";
  std::size_t wrong = 0;
  for (int i = 0; i != 300'000; ++i) {
    std::string text(below(21), ' ');
    const bool is_any_byte = below(2) == 0;
    for (char& c : text)
      c = is_any_byte ? static_cast<char>(below(256) & 0xFF) : letters[below(letters.size())];
    if (!answers_as(table, text)) ++wrong;
  }
  CHECK(wrong == 0);
}
