// SPDX-License-Identifier: BSL-1.0
#include <portkit/port_range.hpp>

#include "check.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// Bugs that other programs had with ranges of ports, in the manner of corpus.test.cpp.

using namespace portkit;

namespace {

/// Walks the range the way the loops did that went wrong, and says how many ports it met; stops
/// long after every port has been met twice.
template <class Range>
[[nodiscard]] std::size_t steps(const Range& range) {
  std::size_t count = 0;
  for (auto port = range.begin(); port != range.end() && count != 200'000; ++port) ++count;
  return count;
}

} // namespace

// ---- B16: the end of a range -------------------------------------------------------------------

TEST_CASE("B16 gvm-libs#1108: 1-65535 is not 1-1") {
  PORTKIT_CHECK(parse<PortRange>("1-65535") == PortRange::of(1, 65535));
  PORTKIT_CHECK(parse<PortRange>("1-65535")->size() == 65535);
}
TEST_CASE("B16 RustScan#515: the last port is scanned") {
  bool is_last_met = false;
  for (const Port port : PortRange::of(1, 65535)) is_last_met = port == 65535_port;
  CHECK(is_last_met);
}
TEST_CASE("B16 opte#166: a 16-bit range holds 65535, and both its ends") {
  PORTKIT_CHECK(sizeof(PortRange) == 4);
  PORTKIT_CHECK(PortRange::from(65535_port, 65535_port)->contains(65535_port));
  PORTKIT_CHECK(PortRange::all().last() == 65535_port);
}
TEST_CASE("B16 caddy#7975, openvpn#887, get-port#62, Curator#2024: the end given is in the range") {
  constexpr PortRange range = PortRange::of(3000, 3100);
  PORTKIT_CHECK(range.contains(3100_port));
  PORTKIT_CHECK(range.size() == 101);
  PORTKIT_CHECK(range.nth(100) == std::optional{3100_port});
  PORTKIT_CHECK(!range.nth(101));
}

// ---- B17: the step behind 65535 ----------------------------------------------------------------

TEST_CASE("B17 curl#18636, nDPI#1829, seastar#2687: a loop to 65535 ends") {
  CHECK(steps(PortRange::of(65530, 65535)) == 6);
  CHECK(steps(TcpPortRange::of(65535, 65535)) == 1);
  CHECK(steps(TransportPortRange{Protocol::udp, PortRange::all()}) == 65536);
}
TEST_CASE("B17 tailscale#21304: disjoint ranges do not clash because one ends at 65535") {
  PORTKIT_CHECK(!PortRange::of(60000, 65535).overlaps(PortRange::of(0, 10)));
  PORTKIT_CHECK(!PortRange::of(60000, 65535).adjacent(PortRange::of(0, 10))); // 65536 is not 0
  PORTKIT_CHECK(!PortRange::of(0, 10).adjacent(PortRange::of(60000, 65535)));
  PORTKIT_CHECK(!PortRange::of(60000, 65535).merge(PortRange::of(0, 10)));
}
TEST_CASE("B17 tailscale#20798, Pktgen-DPDK#183: a picker that goes round meets every port") {
  constexpr UdpPortRange range = UdpPortRange::of(65533, 65535);
  std::vector<std::uint16_t> met;
  UdpPort port = range.last();
  for (std::uint32_t i = 0; i != range.size(); ++i) {
    port = range.next_wrapping(port);
    met.push_back(port.value());
  }
  CHECK(met == std::vector<std::uint16_t>{65533, 65534, 65535});
}

// ---- B19: the port that many further on --------------------------------------------------------

TEST_CASE("B19 redis#9389, mise#13346: an index behind the range is no port, nor its last one") {
  constexpr TcpPortRange range = TcpPortRange::of(55530, 55540);
  PORTKIT_CHECK(range.nth(10) == std::optional{55540_tcp});
  PORTKIT_CHECK(!range.nth(11));
  PORTKIT_CHECK(!PortRange::all().nth(65536));
  PORTKIT_CHECK(!PortRange::of(1, 65535).nth(65535));
  PORTKIT_CHECK(!range.nth(0x1'0000)); // nor its first one
}

// ---- F15, F17 ----------------------------------------------------------------------------------

TEST_CASE("F15 Envoy: \"90-80\", \"80 - 90\" and signs are no ranges") {
  constexpr auto code_of = [](std::string_view text) {
    return parse<PortRange>(text).error().code;
  };
  PORTKIT_CHECK(code_of("90-80") == ParseErrc::reversed_range);
  PORTKIT_CHECK(code_of("80 - 90") == ParseErrc::not_a_digit);
  PORTKIT_CHECK(code_of("+80-90") == ParseErrc::not_a_digit);
  PORTKIT_CHECK(code_of("80-+90") == ParseErrc::not_a_digit);
  PORTKIT_CHECK(code_of(" 80") == ParseErrc::not_a_digit);
  PORTKIT_CHECK(PortRange::from(90_port, 80_port) == std::nullopt);
}
TEST_CASE("F17 ip-address#211, simplewall#1240, libcalico-go#223: a range ends at 65535 at most") {
  PORTKIT_CHECK(parse<PortRange>("1-65535").has_value());
  PORTKIT_CHECK(parse<PortRange>("1-65536").error() == ParseError{ParseErrc::out_of_range, 2, 5});
  PORTKIT_CHECK(parse<PortRange>("65536").error() == ParseError{ParseErrc::out_of_range, 0, 5});
}
