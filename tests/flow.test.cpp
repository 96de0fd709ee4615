// SPDX-License-Identifier: BSL-1.0
#include <portkit/de_facto.hpp>
#include <portkit/flow.hpp>
#include <portkit/policy.hpp>
#include <portkit/port.hpp>
#include <portkit/service.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<Flow, 56, 4> && facts::PlainValue<Biflow, 56, 4>);
static_assert(std::three_way_comparable<Flow, std::strong_ordering>);
static_assert(std::three_way_comparable<Biflow, std::strong_ordering>);
static_assert(!std::is_default_constructible_v<Flow> && !std::is_default_constructible_v<Biflow>);
static_assert(facts::Constant<Flow{TcpEndpoint::of("192.0.2.1:1"), TcpEndpoint{}}>::value ==
              Flow{TcpEndpoint::of("192.0.2.1:1"), TcpEndpoint{}});

// One protocol, which both ends share.
static_assert(std::is_nothrow_constructible_v<Flow, TcpEndpoint, TcpEndpoint>);
static_assert(!std::is_constructible_v<Flow, TcpEndpoint, UdpEndpoint>);
static_assert(!std::is_constructible_v<Flow, TransportEndpoint, TransportEndpoint>);
static_assert(std::is_nothrow_constructible_v<Flow, Protocol, IpAddress, Port, IpAddress, Port>);
static_assert(!std::is_constructible_v<Flow, Protocol, IpAddress, TcpPort, IpAddress, TcpPort>);
static_assert(!std::is_constructible_v<Flow, Protocol, IpAddress, int, IpAddress, int>);

// A flow has a direction and a conversation none: the step is explicit, and they do not compare.
static_assert(std::is_nothrow_constructible_v<Biflow, Flow>);
static_assert(!facts::Convertible<Flow, Biflow> && !facts::Castable<Flow, Biflow>);
static_assert(facts::Equatable<Flow, Flow> && facts::Equatable<Biflow, Biflow>);
static_assert(!facts::Equatable<Flow, Biflow> && !facts::Equatable<Flow, std::size_t>);

static_assert(noexcept(std::declval<Flow>().reversed()) &&
              noexcept(Flow::from(std::declval<TransportEndpoint>(),
                                  std::declval<TransportEndpoint>())) &&
              noexcept(hash_value(std::declval<Flow>())) &&
              noexcept(hash_value(std::declval<Biflow>())) &&
              noexcept(likely_server(std::declval<Flow>())) &&
              noexcept(likely_server(Protocol::tcp, Port{}, Port{}, de_facto_services)));

namespace {

constexpr Flow request{TcpEndpoint::of("192.0.2.9:40000"), TcpEndpoint::of("198.51.100.7:443")};

constexpr std::optional<FlowEnd> source = FlowEnd::source;
constexpr std::optional<FlowEnd> destination = FlowEnd::destination;
constexpr std::optional<FlowEnd> unknown = std::nullopt;

/// Ends that are near one another in every field, so that pairs of them tell fields apart.
std::vector<TransportEndpoint> neighbours() {
  std::vector<TransportEndpoint> ends;
  for (const IpAddress& address :
       {"192.0.2.1"_ip, "192.0.2.2"_ip, "::ffff:192.0.2.1"_ip, "2001:db8::1"_ip, "2001:db9::1"_ip,
        "fe80::1%1"_ip, "fe80::1%2"_ip, IpAddress{}, IpAddress{Ipv6Address{}}})
    for (const Port port : {0_port, 1_port, 256_port, 65535_port})
      for (const Protocol protocol : all_protocols) ends.push_back({address, {protocol, port}});
  return ends;
}

/// What a hash sees that follows Abseil's protocol, for values that are made of others.
struct FakeHash {
  std::vector<std::uint64_t> seen;

  template <class... Values>
  static FakeHash combine(FakeHash state, const Values&... values) {
    (state.add(values), ...);
    return state;
  }
  void add(const auto& value) {
    if constexpr (std::integral<std::remove_cvref_t<decltype(value)>>) {
      seen.push_back(value);
    } else {
      *this = AbslHashValue(std::move(*this), value);
    }
  }
};

std::vector<std::uint64_t> absl_hash_input(const auto& value) {
  return AbslHashValue(FakeHash{}, value).seen;
}

/// How evenly hashes fall on 65,536 buckets chosen by some of their bits.
struct Spread {
  std::size_t used = 0;    ///< buckets that have any
  std::size_t fullest = 0; ///< how many the fullest has
};

Spread spread(const std::vector<std::size_t>& hashes, int shift) {
  std::vector<std::size_t> buckets(65536);
  for (const std::size_t hash : hashes) ++buckets[hash >> shift & 0xFFFF];
  Spread result;
  result.used = buckets.size() -
                static_cast<std::size_t>(std::count(buckets.begin(), buckets.end(), std::size_t{}));
  result.fullest = *std::max_element(buckets.begin(), buckets.end());
  return result;
}

} // namespace

// ---- Flow -------------------------------------------------------------------------------------

TEST_CASE("a flow is the five values it is made of") {
  PORTKIT_CHECK(request.protocol() == Protocol::tcp);
  PORTKIT_CHECK(request.source() == TcpEndpoint::of("192.0.2.9:40000"));
  PORTKIT_CHECK(request.destination() == TcpEndpoint::of("198.51.100.7:443"));
  PORTKIT_CHECK(request.endpoint(FlowEnd::source) == request.source());
  PORTKIT_CHECK(request.endpoint(FlowEnd::destination) == request.destination());
  PORTKIT_CHECK(Flow{Protocol::tcp, "192.0.2.9"_ip, 40000_port, "198.51.100.7"_ip, 443_port} ==
                request);
  PORTKIT_CHECK(Flow{Protocol::udp, "192.0.2.9"_ip, 40000_port, "198.51.100.7"_ip, 443_port} !=
                request);
  PORTKIT_CHECK(Flow::from(request.source(), request.destination()) == request);
}

TEST_CASE("endpoints of two protocols make no flow") {
  PORTKIT_CHECK(Flow::from(UdpEndpoint{}, UdpEndpoint{}).has_value());
  for (const Protocol one : all_protocols)
    for (const Protocol other : all_protocols) {
      const auto flow = Flow::from({{}, {one, 53_port}}, {{}, {other, 53_port}});
      CHECK(flow.has_value() == (one == other));
      if (flow) CHECK(flow->protocol() == one);
    }
}

TEST_CASE("flows are equal in all five values or not at all, and ordered by source first") {
  const auto ends = neighbours();
  std::size_t made = 0;
  for (const TransportEndpoint& from : ends)
    for (const TransportEndpoint& to : ends) {
      const auto flow = Flow::from(from, to);
      if (!flow) continue;
      ++made;
      if (flow->source() != from || flow->destination() != to) FAIL_CHECK("ends lost");
      if (flow->reversed() != Flow::from(to, from)) FAIL_CHECK("not reversed");
      if (flow->reversed().reversed() != *flow) FAIL_CHECK("not reversed back");
      if ((flow->reversed() == *flow) != (from == to)) FAIL_CHECK("the answers are another flow");
      const auto order = *flow <=> request;
      const auto expected =
          from != request.source() ? from <=> request.source() : to <=> request.destination();
      if (order != expected) FAIL_CHECK("wrong order");
    }
  CHECK(made == ends.size() * ends.size() / all_protocols.size());
}

// ---- Biflow -----------------------------------------------------------------------------------

TEST_CASE("a conversation is the same from either side, and no other") {
  PORTKIT_CHECK(Biflow{request} == Biflow{request.reversed()});
  PORTKIT_CHECK(Biflow{request}.protocol() == Protocol::tcp);
  PORTKIT_CHECK(Biflow{request}.lower() == request.source());
  PORTKIT_CHECK(Biflow{request}.upper() == request.destination());

  const auto ends = neighbours();
  std::map<Biflow, std::pair<TransportEndpoint, TransportEndpoint>> ordered;
  std::unordered_set<Biflow> hashed;
  std::size_t conversations = 0;
  for (std::size_t i = 0; i != ends.size(); ++i)
    for (std::size_t j = i; j != ends.size(); ++j) {
      const auto there = Flow::from(ends[i], ends[j]);
      if (!there) continue;
      ++conversations;
      const Biflow biflow{*there};
      const Biflow back{there->reversed()};
      if (biflow != back || hash_value(biflow) != hash_value(back)) FAIL_CHECK("two of one");
      if (biflow.lower() != std::min(ends[i], ends[j])) FAIL_CHECK("wrong lower end");
      if (biflow.upper() != std::max(ends[i], ends[j])) FAIL_CHECK("wrong upper end");
      ordered.insert({biflow, {ends[i], ends[j]}});
      hashed.insert(back);
    }
  CHECK(ordered.size() == conversations);
  CHECK(hashed.size() == conversations);
}

TEST_CASE("a conversation of a host with itself is one too (skydive#1898)") {
  constexpr Flow there{TcpEndpoint::of("127.0.0.1:1000"), TcpEndpoint::of("127.0.0.1:2000")};
  PORTKIT_CHECK(Biflow{there} == Biflow{there.reversed()});
  PORTKIT_CHECK(there != there.reversed());
}

// ---- hashes -----------------------------------------------------------------------------------

TEST_CASE("flows are kept apart as keys, whatever their hashes (B34)") {
  // PcapPlusPlus#447, #636: 100,000 connections, found by a 32-bit hash alone.
  std::mt19937 random{447};
  std::unordered_map<Biflow, std::uint32_t> table;
  std::vector<Flow> flows;
  for (std::uint32_t i = 0; i != 100'000; ++i) {
    const auto any = [&random] { return static_cast<unsigned char>(random()); };
    const Port client{static_cast<std::uint16_t>(random() % 28232 + 32768)};
    flows.push_back({Protocol::tcp, Ipv4Address{10, any(), any(), any()}, client,
                     Ipv4Address{192, 0, 2, any()}, 443_port});
    table.try_emplace(Biflow{flows[i]}, i);
  }
  std::vector<Flow> distinct = flows;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  CHECK(table.size() == distinct.size());
  std::size_t wrong = 0;
  for (const Flow& flow : flows) wrong += flows[table.at(Biflow{flow.reversed()})] != flow;
  CHECK(wrong == 0);
}

TEST_CASE("hashes do not cancel out what other hashes cancelled out (B34)") {
  const auto tcp = [](IpAddress a, Port a_port, IpAddress b, Port b_port) {
    return Flow{Protocol::tcp, a, a_port, b, b_port};
  };
  // gopacket#860: both ports one higher.
  CHECK(hash_value(Biflow{tcp("10.0.0.1"_ip, 64717_port, "10.0.0.2"_ip, 7028_port)}) !=
        hash_value(Biflow{tcp("10.0.0.1"_ip, 64718_port, "10.0.0.2"_ip, 7029_port)}));
  // mediasoup#839: a port one higher and a protocol one lower.
  CHECK(hash_value(tcp("1.2.3.4"_ip, 5000_port, "9.9.9.9"_ip, 9000_port)) !=
        hash_value(Flow{Protocol::udp, "1.2.3.4"_ip, 5001_port, "9.9.9.9"_ip, 9000_port}));
  // mediasoup#1586: the same client, seen at two addresses of the server.
  CHECK(hash_value(tcp("1.2.3.4"_ip, 5000_port, "9.9.9.8"_ip, 9000_port)) !=
        hash_value(tcp("1.2.3.4"_ip, 5000_port, "9.9.9.9"_ip, 9000_port)));
  // Ports, or addresses, exchanged; and a flow from an endpoint to itself.
  CHECK(hash_value(request) != hash_value(request.reversed()));
  CHECK(hash_value(tcp("1.2.3.4"_ip, 53_port, "1.2.3.4"_ip, 53_port)) !=
        hash_value(tcp("1.2.3.4"_ip, 54_port, "1.2.3.4"_ip, 54_port)));
}

TEST_CASE("flows that differ in one field fall evenly on the buckets of a table") {
  if constexpr (sizeof(std::size_t) < 8) return;
  struct Field {
    const char* name;
    Flow (*flow)(std::uint16_t);
  };
  const auto fields = std::to_array<Field>({
      {"source port",
       [](std::uint16_t i) {
         return Flow{Protocol::tcp, "192.0.2.9"_ip, Port{i}, "192.0.2.7"_ip, 443_port};
       }},
      {"destination port",
       [](std::uint16_t i) {
         return Flow{Protocol::udp, "2001:db8::1"_ip, 40000_port, "2001:db8::2"_ip, Port{i}};
       }},
      {"both ports",
       [](std::uint16_t i) {
         return Flow{Protocol::tcp, "127.0.0.1"_ip, Port{i}, "127.0.0.1"_ip, Port{i}};
       }},
      {"source address",
       [](std::uint16_t i) {
         const auto low = static_cast<std::uint8_t>(i);
         const Ipv4Address client{10, 1, static_cast<std::uint8_t>(i >> 8), low};
         return Flow{Protocol::tcp, client, 40000_port, "192.0.2.7"_ip, 443_port};
       }},
      {"destination address",
       [](std::uint16_t i) {
         const auto low = static_cast<std::uint8_t>(i);
         const Ipv4Address server{10, static_cast<std::uint8_t>(i >> 8), 0, low};
         return Flow{Protocol::tcp, "192.0.2.9"_ip, 40000_port, server, 443_port};
       }},
  });
  for (const Field& field : fields) {
    CAPTURE(field.name);
    std::vector<std::size_t> one_way;
    std::vector<std::size_t> either_way;
    for (std::uint32_t i = 0; i != 65536; ++i) {
      one_way.push_back(hash_value(field.flow(static_cast<std::uint16_t>(i))));
      either_way.push_back(hash_value(Biflow{field.flow(static_cast<std::uint16_t>(i))}));
    }
    for (const auto& hashes : {one_way, either_way}) {
      // Chance uses 41,427 of 65,536 buckets and puts 8 or 9 into the fullest.
      for (const int shift : {0, 8, 48}) {
        CAPTURE(shift);
        const Spread result = spread(hashes, shift);
        CHECK(result.used > 40'000);
        CHECK(result.fullest < 14);
      }
      CHECK(std::unordered_set<std::size_t>(hashes.begin(), hashes.end()).size() == hashes.size());
    }
  }
}

TEST_CASE("a flow is hashed alike by every protocol of hashing") {
  CHECK(std::hash<Flow>{}(request) == hash_value(request));
  CHECK(std::hash<Biflow>{}(Biflow{request}) == hash_value(Biflow{request}));
  PORTKIT_CHECK(hash_value(request) == hash_value(request.reversed().reversed()));
  CHECK(absl_hash_input(request) != absl_hash_input(request.reversed()));
  CHECK(absl_hash_input(Biflow{request}) == absl_hash_input(Biflow{request.reversed()}));
  // 64 bits of any of the five values that the hash left out would be two equal inputs here.
  const auto ends = neighbours();
  std::map<std::vector<std::uint64_t>, Flow> inputs;
  std::size_t made = 0;
  for (const TransportEndpoint& from : ends)
    for (const TransportEndpoint& to : ends)
      if (const auto flow = Flow::from(from, to)) {
        ++made;
        inputs.insert({absl_hash_input(*flow), *flow});
      }
  CHECK(inputs.size() == made);
}

// ---- which end is the server ------------------------------------------------------------------

TEST_CASE("the server's end is found where simpler rules fail (T9)") {
  // elastiflow#462: a client of an old Windows, whose port is somebody's by name, and Kibana.
  PORTKIT_CHECK(find_service_name(1366_tcp) == "netware-csp");
  PORTKIT_CHECK(find_service_name(5601_tcp) == "esmagent");
  PORTKIT_CHECK(likely_server(Protocol::tcp, 5601_port, 1366_port) == source);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 5601_port, 1366_port, de_facto_services) == source);
  // nfdump#59: servers above 1023, clients of Linux below 49152.
  PORTKIT_CHECK(likely_server(Protocol::tcp, 32768_port, 8080_port) == destination);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 2049_port, 32768_port) == source);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 2049_port, 60999_port) == source);
  // The same server, which trusts clients below 1024 only: it is the one with a name.
  PORTKIT_CHECK(likely_server(Protocol::tcp, 891_port, 2049_port) == destination);
  // nfdump#215: a client behind an address translator that uses all ports.
  PORTKIT_CHECK(likely_server(Protocol::tcp, 22_port, 22150_port) == source);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 1194_port, 29995_port) == source);
  // A node port of Kubernetes has no name, and a client's by chance may: 33434 is traceroute.
  PORTKIT_CHECK(!find_service_name(33434_tcp).empty());
  PORTKIT_CHECK(likely_server(Protocol::tcp, 33434_port, 30080_port) == destination);
  PORTKIT_CHECK(likely_server(request) == destination);
  PORTKIT_CHECK(likely_server(request.reversed()) == source);
}

TEST_CASE("each rule for the server's end speaks where those before it are silent") {
  static constexpr Service rows[] = {
      {"wireguard", 51820_udp}, {"ours", 40001_tcp}, {"too", 40002_tcp}};
  constexpr auto with_own = [](Protocol protocol, Port a, Port b) {
    return likely_server(protocol, a, b, ServiceTable{rows});
  };
  // Own rows, before all else, and for their own protocol.
  PORTKIT_CHECK(likely_server(Protocol::udp, 51820_port, 10000_port) == destination);
  PORTKIT_CHECK(with_own(Protocol::udp, 51820_port, 10000_port) == source);
  PORTKIT_CHECK(with_own(Protocol::tcp, 51820_port, 10000_port) == destination);
  PORTKIT_CHECK(with_own(Protocol::tcp, 40001_port, 443_port) == source);
  PORTKIT_CHECK(with_own(Protocol::tcp, 40001_port, 40002_port) == unknown);
  // A port that common systems do not hand out; port 0 is nobody's.
  CHECK(linux_defaults.ephemeral.first() == 32768_port);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 32767_port, 32768_port) == source);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 32768_port, 65535_port) == source); // has a name
  PORTKIT_CHECK(likely_server(Protocol::tcp, 0_port, 30000_port) == destination);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 0_port, 60000_port) == unknown);
  // A name, of this protocol.
  PORTKIT_CHECK(likely_server(Protocol::tcp, 47808_port, 60000_port) == source);
  PORTKIT_CHECK(likely_server(Protocol::sctp, 38412_port, 40000_port) == source);
  PORTKIT_CHECK(likely_server(Protocol::udp, 9005_port, 9007_port) == destination);
  PORTKIT_CHECK(likely_server(Protocol::sctp, 443_port, 36_port) == source);
  // The rank: well-known, 5001-9999, 1024-5000, from 10000.
  CHECK(freebsd_defaults.ephemeral.first() == 10000_port);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 443_port, 8443_port) == source);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 445_port, 1025_port) == source);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 8080_port, 3306_port) == source);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 3306_port, 10000_port) == source);
  // Nothing: whoever spoke first.
  PORTKIT_CHECK(likely_server(Protocol::tcp, 1366_port, 3306_port) == unknown);
  PORTKIT_CHECK(likely_server(Protocol::tcp, 50000_port, 60000_port) == unknown);
}

TEST_CASE("equal ports have no likely server, and the answer does not depend on the direction") {
  for (std::uint32_t number = 0; number != 65536; ++number)
    for (const Protocol protocol : all_protocols) {
      const Port port{static_cast<std::uint16_t>(number)};
      if (likely_server(protocol, port, port)) FAIL_CHECK("an answer for " << number);
    }

  // The rules as the documentation lists them, one after the other.
  const auto by_the_rules = [](Protocol protocol, Port a, Port b) -> std::optional<FlowEnd> {
    const auto is_one = [](const auto& is_server, Port x, Port y) {
      return is_server(x) && !is_server(y);
    };
    const auto within = [](std::uint16_t first, std::uint16_t last) {
      return [=](Port port) { return first <= port.value() && port.value() <= last; };
    };
    const auto is_named = [protocol](Port port) {
      return find_service(TransportPort{protocol, port}).has_value();
    };
    const auto ask = [&](const auto& is_server) -> std::optional<FlowEnd> {
      if (is_one(is_server, a, b)) return FlowEnd::source;
      if (is_one(is_server, b, a)) return FlowEnd::destination;
      return std::nullopt;
    };
    std::optional<FlowEnd> answer = ask(within(1, 32767));
    if (!answer) answer = ask(is_named);
    if (!answer) answer = ask(within(1, 1023));
    if (!answer) answer = ask(within(5001, 9999));
    if (!answer) answer = ask(within(1024, 5000));
    return answer;
  };
  std::mt19937 random{462};
  const auto any_port = [&random] {
    // As many below 10000 as above, for most borders lie there.
    const std::uint32_t limit = random() % 2 == 0 ? 10'050 : 65'536;
    return Port{static_cast<std::uint16_t>(random() % limit)};
  };
  std::array<std::size_t, 3> answers{};
  for (int i = 0; i != 1'000'000; ++i) {
    const Protocol protocol = all_protocols[random() % all_protocols.size()];
    const Port a = any_port();
    const Port b = any_port();
    const auto answer = likely_server(protocol, a, b);
    const auto back = likely_server(protocol, b, a);
    ++answers[answer ? 1 + static_cast<std::size_t>(*answer) : 0];
    if (answer != by_the_rules(protocol, a, b) || back != by_the_rules(protocol, b, a))
      FAIL("wrong for " << a.value() << " and " << b.value() << " over " << name(protocol));
  }
  for (const std::size_t count : answers) CHECK(count > 100'000);
}
