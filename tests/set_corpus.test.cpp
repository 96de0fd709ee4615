// SPDX-License-Identifier: BSL-1.0
#include <portkit/plain_port_set.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>
#include <portkit/small_port_set.hpp>
#include <portkit/transport_port_set.hpp>

#include "check.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

// Bugs that other programs had with sets of ports, in the manner of corpus.test.cpp.

using namespace portkit;

// ---- B18: the algebra of ranges ----------------------------------------------------------------

TEST_CASE("B18 nDPI#242: deleting 81 from 80-81 leaves 80") {
  PORTKIT_CHECK(PortSet{PortRange::of(80, 81)} - PortSet{81_port} == PortSet{80_port});
  SmallPortSet<1> few{PortRange::of(80, 81)};
  CHECK(few.erase(81_port));
  CHECK(few == SmallPortSet<1>{80_port});
  TransportPortSet pairs{TcpPortRange::of(80, 81)};
  pairs.insert(UdpPortRange::of(80, 81));
  pairs.erase(81_tcp);
  CHECK(pairs == TransportPortSet{80_tcp, 80_udp, 81_udp});
}
TEST_CASE("B18 suricata#10451, #10686, #10718: ranges that share a border overlap in it") {
  PORTKIT_CHECK(PortRange::of(10, 20).overlaps(PortRange::of(20, 30)));
  PORTKIT_CHECK(PortRange::of(10, 20).intersect(PortRange::of(20, 30)) == PortRange{20_port});
  PORTKIT_CHECK(!PortRange::of(10, 20).overlaps(PortRange::of(21, 30)));
  PORTKIT_CHECK((PortSet{PortRange::of(10, 20)} & PortSet{PortRange::of(20, 30)}) ==
                PortSet{20_port});
  PORTKIT_CHECK(PortRange::of(1, 65535).overlaps(PortRange{65535_port}));
}
TEST_CASE("B18 talos#9010: adjacent ranges are one") {
  PortSet set;
  SmallPortSet<1> few;
  for (const PortRange range :
       {PortRange::of(30000, 32767), PortRange::of(50000, 50001), PortRange::of(32768, 49999)})
    set.insert(range);
  CHECK(std::ranges::equal(set.ranges(), std::array{PortRange::of(30000, 50001)}));
  CHECK(few.insert(PortRange::of(30000, 32767)));
  CHECK(few.insert(PortRange::of(32768, 49999)));
  CHECK(few.contains(49999_port));
}
TEST_CASE("B18 CVE-2024-52529: a port inside a wider range keeps both rules") {
  // Two rules, of which the narrow one asks for more: every port of a rule finds it.
  constexpr SmallPortSet<1> wide{PortRange::of(4000, 5000)};
  constexpr SmallPortSet<1> narrow{4321_port};
  PORTKIT_CHECK(wide.includes(narrow));
  PORTKIT_CHECK(wide.contains(4321_port));
  PORTKIT_CHECK(narrow.contains(4321_port));
  PORTKIT_CHECK((wide - narrow).size() == 1000);
  PORTKIT_CHECK(((wide - narrow) | narrow) == wide);
}
TEST_CASE("B18 cilium#28684: the end of a port range is not ignored") {
  PORTKIT_CHECK(PortSet{PortRange::of(8080, 8090)}.contains(8090_port));
  PORTKIT_CHECK(PortSet{PortRange::of(8080, 8090)}.size() == 11);
}
TEST_CASE("B18 pan-os-php#506: the size of a union counts a port once") {
  // 0-65535 with 1-65535, 1-64000 and others: 65535 there, and not 129536.
  PORTKIT_CHECK((PortSet{PortRange::of(1, 65535)} | PortSet{PortRange::of(1, 64001)}).size() ==
                65535);
  PORTKIT_CHECK(
      (SmallPortSet<1>{PortRange::of(1, 65535)} | SmallPortSet<1>{PortRange::of(1, 64001)})
          .size() == 65535);
}

// ---- B17, B19: behind the last port ------------------------------------------------------------

TEST_CASE("B17: walking a set that ends at 65535 ends") {
  std::uint32_t count = 0;
  for (const Port port : PortSet{PortRange::of(65530, 65535)}) count += port.value() >= 65530;
  CHECK(count == 6);
  PORTKIT_CHECK(!PortSet::all().next_after(65535_port));
  PORTKIT_CHECK(!PortSet{}.next_absent(65535_port));
}
TEST_CASE(
    "B19 redis#9389, rethinkdb#4539: a port moved out of the set is none, and does not wrap") {
  constexpr PortSet taken{PortRange::of(0, 65534)};
  PORTKIT_CHECK(taken.next_absent(0_port) == std::optional{65535_port});
  PORTKIT_CHECK(!PortSet::all().next_absent(0_port));
  PORTKIT_CHECK(!PortSet::all().nth(65536));
}
