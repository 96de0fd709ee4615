// SPDX-License-Identifier: BSL-1.0
#include <portkit/ip_protocol.hpp>
#include <portkit/protocol.hpp>

#include "check.hpp"
#include "facts.hpp"
#include "registry_reader.hpp"

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <ostream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<IpProtocol, 1, 1>);
static_assert(std::totally_ordered<IpProtocol>);
static_assert(std::three_way_comparable<IpProtocol, std::strong_ordering>);
static_assert(facts::Constant<IpProtocol::of(58)>::value.value() == 58);
static_assert(
    !std::is_same_v<facts::Constant<IpProtocol::of(6)>, facts::Constant<IpProtocol::of(17)>>);

// Number 0 is a protocol (HOPOPT), and none is neutral.
static_assert(!std::is_default_constructible_v<IpProtocol>);

// From a transport nothing is lost, so that goes by itself; the way back is `transport`.
static_assert(facts::Convertible<Protocol, IpProtocol>);
static_assert(std::is_nothrow_convertible_v<Protocol, IpProtocol>);
static_assert(!facts::Castable<Protocol, IpProtocol>);
static_assert(facts::Equatable<IpProtocol, Protocol> && facts::Orderable<Protocol, IpProtocol>);

// From a number only where the code says so, and only of the exact width.
static_assert(facts::Constructible<IpProtocol, std::uint8_t>);
static_assert(!facts::Convertible<std::uint8_t, IpProtocol>);
template <class... T>
inline constexpr bool none_constructs = (!facts::Castable<IpProtocol, T> && ...);
static_assert(none_constructs<bool, char, signed char, wchar_t, char8_t, char16_t, char32_t>);
static_assert(none_constructs<short, unsigned short, int, unsigned, long, unsigned long, long long,
                              unsigned long long, float, double, std::byte>);

// Nor back, and so it is never printed as the character of its number (B32).
template <class... T>
inline constexpr bool becomes_none = (!facts::Castable<T, IpProtocol> && ...);
static_assert(becomes_none<bool, char, signed char, unsigned char, short, int, unsigned, long>);
static_assert(!facts::Equatable<IpProtocol, int> && !facts::Equatable<IpProtocol, std::uint8_t>);
template <class T>
concept Printed = requires(std::ostream& out, const T& value) { out << value; };
static_assert(Printed<std::uint8_t> && !Printed<IpProtocol>);

template <class T>
concept HasFrom = requires(T number) { IpProtocol::from(number); };
static_assert(HasFrom<int> && HasFrom<std::uint8_t> && HasFrom<unsigned long long>);
static_assert(!HasFrom<char> && !HasFrom<bool> && !HasFrom<char8_t> && !HasFrom<double>);

static_assert(noexcept(IpProtocol{std::uint8_t{6}}) && noexcept(IpProtocol{Protocol::tcp}));
static_assert(noexcept(IpProtocol::from(6)));
static_assert(noexcept(std::declval<IpProtocol>().value()));
static_assert(noexcept(std::declval<IpProtocol>().keyword()));
static_assert(noexcept(std::declval<IpProtocol>().transport()));
static_assert(noexcept(std::declval<IpProtocol>().is_ipv6_extension_header()));
static_assert(noexcept(std::declval<IpProtocol>() <=> std::declval<IpProtocol>()));
static_assert(noexcept(hash_value(std::declval<IpProtocol>())));
static_assert(noexcept(std::hash<IpProtocol>{}(std::declval<IpProtocol>())));

namespace {

/// What the registry says of one number, by a second reader.
struct Facts {
  std::string keyword;
  bool is_extension = false;
};

void check_numbers(const std::vector<Facts>& facts) {
  REQUIRE(facts.size() == 256);
  for (unsigned number = 0; number != 256; ++number) {
    CAPTURE(number);
    const IpProtocol protocol{static_cast<std::uint8_t>(number)};
    CHECK(protocol.keyword() == facts[number].keyword);
    CHECK(protocol.keyword().data()[protocol.keyword().size()] == '\0'); // fit for printf
    CHECK(protocol.is_ipv6_extension_header() == facts[number].is_extension);
  }
}

/// protocols.txt: NUMBERS STATE [KEYWORD], comments by #.
std::vector<Facts> read_table() {
  std::vector<Facts> facts;
  std::istringstream lines(
      registry_test::read_file(std::string(PORTKIT_REGISTRY_DIR) + "/protocols.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string numbers;
    Facts row;
    std::string state;
    words >> numbers >> state >> std::ws;
    std::getline(words, row.keyword);
    row.is_extension = state == "extension";
    const std::size_t last = std::stoul(numbers.substr(numbers.find('-') + 1));
    while (facts.size() <= last) facts.push_back(row);
  }
  return facts;
}

} // namespace

TEST_CASE("every number is an IpProtocol and stays what it is") {
  std::set<std::size_t> hashes;
  for (unsigned number = 0; number != 256; ++number) {
    CAPTURE(number);
    const IpProtocol protocol{static_cast<std::uint8_t>(number)};
    CHECK(protocol.value() == number);
    CHECK(IpProtocol::from(number) == std::optional{protocol});
    CHECK(std::hash<IpProtocol>{}(protocol) == hash_value(protocol));
    hashes.insert(hash_value(protocol));
    for (unsigned other = 0; other != 256; ++other) {
      const IpProtocol second{static_cast<std::uint8_t>(other)};
      if ((protocol == second) != (number == other) || (protocol < second) != (number < other))
        FAIL_CHECK("compares wrongly with " << other);
    }
  }
  CHECK(hashes.size() == 256);
  PORTKIT_CHECK(IpProtocol::of(0).value() == 0);
  PORTKIT_CHECK(IpProtocol::of(255).value() == 255);
}

TEST_CASE("a number outside 0 to 255 is no IpProtocol") {
  PORTKIT_CHECK(IpProtocol::from(255) == IpProtocol::of(255));
  PORTKIT_CHECK(IpProtocol::from(256) == std::nullopt);
  PORTKIT_CHECK(IpProtocol::from(-1) == std::nullopt);
  PORTKIT_CHECK(IpProtocol::from(static_cast<signed char>(-128)) == std::nullopt);
  PORTKIT_CHECK(IpProtocol::from((1ULL << 32) + 6) == std::nullopt); // not TCP
  PORTKIT_CHECK(IpProtocol::from(std::numeric_limits<long long>::min()) == std::nullopt);
  PORTKIT_CHECK(IpProtocol::from(std::numeric_limits<unsigned long long>::max()) == std::nullopt);
}

TEST_CASE("only the transports that have ports are a Protocol") {
  for (unsigned number = 0; number != 256; ++number) {
    CAPTURE(number);
    const std::optional<Protocol> transport = IpProtocol::from(number)->transport();
    const bool is_transport = number == 6 || number == 17 || number == 33 || number == 132;
    CHECK(transport.has_value() == is_transport);
    if (transport) CHECK(static_cast<unsigned>(*transport) == number);
  }
  for (const Protocol protocol : all_protocols) {
    const IpProtocol same = protocol;
    CHECK(same.transport() == std::optional{protocol});
    CHECK(same == protocol);
    CHECK(protocol == same);
  }
  PORTKIT_CHECK(IpProtocol::of(17) == Protocol::udp);
  PORTKIT_CHECK(IpProtocol::of(17) != Protocol::tcp);
  PORTKIT_CHECK(IpProtocol::of(1) < Protocol::tcp);
  PORTKIT_CHECK(IpProtocol{Protocol::sctp}.transport() == Protocol::sctp);
  PORTKIT_CHECK(IpProtocol::of(47).transport() == std::nullopt);  // GRE keys are no ports (B15)
  PORTKIT_CHECK(IpProtocol::of(136).transport() == std::nullopt); // UDP-Lite's are its own
}

TEST_CASE("keywords are IANA's") {
  PORTKIT_CHECK(IpProtocol{Protocol::tcp}.keyword() == "TCP");
  PORTKIT_CHECK(IpProtocol{Protocol::udp}.keyword() == "UDP");
  PORTKIT_CHECK(IpProtocol{Protocol::dccp}.keyword() == "DCCP");
  PORTKIT_CHECK(IpProtocol{Protocol::sctp}.keyword() == "SCTP");
  PORTKIT_CHECK(IpProtocol::of(0).keyword() == "HOPOPT");
  PORTKIT_CHECK(IpProtocol::of(1).keyword() == "ICMP");
  PORTKIT_CHECK(IpProtocol::of(13).keyword() == "ARGUS"); // "ARGUS (deprecated)"
  PORTKIT_CHECK(IpProtocol::of(58).keyword() == "IPv6-ICMP");
  PORTKIT_CHECK(IpProtocol::of(135).keyword() == "Mobility Header");
  PORTKIT_CHECK(IpProtocol::of(147).keyword() == "BIT-EMU");
}

TEST_CASE("numbers without a keyword have an empty one") {
  PORTKIT_CHECK(IpProtocol::of(61).keyword().empty());  // "any host internal protocol"
  PORTKIT_CHECK(IpProtocol::of(148).keyword().empty()); // unassigned
  PORTKIT_CHECK(IpProtocol::of(253).keyword().empty()); // for experiments
  PORTKIT_CHECK(IpProtocol::of(255).keyword().empty()); // reserved
}

TEST_CASE("extension headers are those of IANA's column") {
  PORTKIT_CHECK(IpProtocol::of(0).is_ipv6_extension_header());
  PORTKIT_CHECK(IpProtocol::of(44).is_ipv6_extension_header());
  PORTKIT_CHECK(IpProtocol::of(253).is_ipv6_extension_header());
  PORTKIT_CHECK(!IpProtocol::of(1).is_ipv6_extension_header());
  PORTKIT_CHECK(!IpProtocol::of(59).is_ipv6_extension_header()); // no next header
  PORTKIT_CHECK(!IpProtocol{Protocol::tcp}.is_ipv6_extension_header());
  PORTKIT_CHECK(!IpProtocol::of(255).is_ipv6_extension_header());
}

TEST_CASE("all 256 numbers are as the table says") { check_numbers(read_table()); }

TEST_CASE("hashed containers take it, Abseil's by its number") {
  const std::unordered_set<IpProtocol> seen{Protocol::tcp, IpProtocol::of(6), IpProtocol::of(58)};
  CHECK(seen.size() == 2);
  CHECK(facts::absl_hash_input(IpProtocol::of(58)) == std::vector<std::uint64_t>{58});
}
