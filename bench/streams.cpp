// SPDX-License-Identifier: BSL-1.0
#include "streams.hpp"

#include "names.hpp"
#include "random.hpp"

#include <portkit/service.hpp>
#include <portkit/string.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <optional>

namespace bench {

namespace {

using namespace portkit::literals;
using portkit::Ipv4Address;
using portkit::Ipv6Address;
using portkit::Port;
using portkit::Protocol;
using portkit::TcpPort;
using portkit::TransportPort;

constexpr std::uint64_t seed = 0x706F'7274'6B69'74;

// Roughly by their share of internet and data-centre traffic; only the order matters.
constexpr TransportPort busiest[] = {
    443_tcp,  443_udp,  80_tcp,   53_udp,   22_tcp,   123_udp,  445_tcp,  25_tcp,   3306_tcp,
    5432_tcp, 993_tcp,  8080_tcp, 3389_tcp, 161_udp,  514_udp,  53_tcp,   6379_tcp, 1900_udp,
    5353_udp, 389_tcp,  587_tcp,  636_tcp,  143_tcp,  110_tcp,  995_tcp,  21_tcp,   23_tcp,
    179_tcp,  67_udp,   68_udp,   500_udp,  4500_udp, 1194_udp, 5060_udp, 5061_tcp, 3478_udp,
    2049_tcp, 111_tcp,  137_udp,  138_udp,  139_tcp,  88_tcp,   8443_tcp, 5672_tcp, 27017_tcp,
    1433_tcp, 1521_tcp, 69_udp,   520_udp,  873_tcp,  9418_tcp, 5900_tcp, 2379_tcp, 4789_udp};

TransportPort any_port(Random& random) {
  const Protocol protocol = portkit::all_protocols[random.below(portkit::all_protocols.size())];
  return {protocol, Port{static_cast<std::uint16_t>(random.below(65536))}};
}

TransportPort unassigned_port(Random& random, const std::function<TransportPort(Random&)>& next) {
  for (;;)
    if (const TransportPort port = next(random); !portkit::find_service(port)) return port;
}

std::vector<TransportPort> assigned_ports() {
  std::vector<TransportPort> ports;
  for (const portkit::Service service : portkit::all_services())
    if (ports.empty() || ports.back() != service.port) ports.push_back(service.port);
  return ports;
}

/// The busiest first, the others in a random order.
std::vector<TransportPort> ports_by_traffic(Random& random) {
  std::vector<TransportPort> ports = assigned_ports();
  random.shuffle(ports);
  std::vector<TransportPort> ranked;
  for (const TransportPort port : busiest)
    if (portkit::find_service(port)) ranked.push_back(port);
  const auto is_ranked = [&, busy = ranked](TransportPort port) {
    return std::find(busy.begin(), busy.end(), port) != busy.end();
  };
  std::copy_if(ports.begin(), ports.end(), std::back_inserter(ranked), std::not_fn(is_ranked));
  return ranked;
}

PortStream port_stream(std::string name, const std::function<TransportPort()>& next) {
  PortStream stream{std::move(name)};
  while (stream.queries.size() != stream_size) stream.queries.push_back(next());
  return stream;
}

PortStream traffic_stream(Random& random) {
  const std::vector<TransportPort> ports = ports_by_traffic(random);
  const Zipf zipf{ports.size()};
  const auto ephemeral = [](Random& r) {
    return TransportPort{r.below(4) == 0 ? Protocol::udp : Protocol::tcp,
                         Port{static_cast<std::uint16_t>(32768 + r.below(60999 - 32768 + 1))}};
  };
  return port_stream("traffic", [&] {
    return random.fraction() < 0.3 ? unassigned_port(random, ephemeral) : ports[zipf(random)];
  });
}

struct Text {
  std::string text;
  Protocol protocol;
};

NameStream text_stream(std::string name, const std::function<Text()>& next) {
  NameStream stream{std::move(name)};
  std::vector<std::size_t> starts;
  while (stream.queries.size() != stream_size) {
    const Text text = next();
    starts.push_back(stream.texts.size());
    stream.texts.insert(stream.texts.end(), text.text.begin(), text.text.end());
    stream.queries.push_back(
        {nullptr, static_cast<std::uint32_t>(text.text.size()), text.protocol});
  }
  for (std::size_t i = 0; i != stream_size; ++i)
    stream.queries[i].text = stream.texts.data() + starts[i];
  return stream;
}

bool is_known(const std::string& name) {
  return std::any_of(
      portkit::all_protocols.begin(), portkit::all_protocols.end(),
      [&](Protocol protocol) { return portkit::find_port(name, protocol).has_value(); });
}

/// Another letter in one place, so that the result is nobody's name.
std::string mutated(const std::string& name, Random& random) {
  for (;;) {
    std::string copy = name;
    copy[random.below(copy.size())] = static_cast<char>('a' + random.below(26));
    if (!is_known(copy)) return copy;
  }
}

std::string in_mixed_case(std::string name, Random& random) {
  for (char& c : name)
    if (portkit::detail::is_letter(c) && random.below(2) == 0) c = static_cast<char>(c ^ 0x20);
  return name;
}

std::vector<Text> registered_names() {
  std::vector<Text> texts;
  for (const NameRow& row : name_rows())
    for (const Protocol protocol : portkit::all_protocols)
      if (row.port(protocol) != 0) texts.push_back({std::string{row.name}, protocol});
  return texts;
}

std::vector<Text> names_by_traffic(Random& random) {
  std::vector<Text> texts;
  for (const TransportPort port : ports_by_traffic(random))
    texts.push_back({std::string{portkit::find_service(port)->name}, port.protocol()});
  return texts;
}

Ipv4Address ipv4_address(std::size_t number) {
  const auto byte = [number](int shift) {
    return static_cast<std::uint8_t>(number >> shift & 0xFF);
  };
  return {byte(24), byte(16), byte(8), byte(0)};
}

/// In 10.0.0.0/8 or 192.168.0.0/16.
Ipv4Address private_address(Random& random) {
  if (random.below(2) == 0) return ipv4_address(0x0A00'0000 + random.below(1 << 24));
  return ipv4_address(0xC0A8'0000 + random.below(1 << 16));
}

/// In 2000::/3, half of them with a run of two to seven zero groups.
Ipv6Address ipv6_address(Random& random) {
  std::array<unsigned char, 16> bytes;
  for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(random.below(256));
  bytes[0] = static_cast<unsigned char>(0x20 + random.below(0x20));
  if (random.below(2) == 0) {
    const std::size_t size = 2 + random.below(6);
    const std::size_t start = 1 + random.below(8 - size);
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(2 * start), 2 * size, std::uint8_t{0});
  }
  return Ipv6Address::from_bytes(bytes);
}

} // namespace

const std::vector<PortStream>& port_streams() {
  static const std::vector<PortStream> streams = [] {
    Random random{seed};
    const std::vector<TransportPort> all = assigned_ports();
    std::vector<TransportPort> well_known = all;
    std::erase_if(well_known, [](TransportPort port) { return !portkit::is_well_known(port); });
    std::vector<PortStream> made;
    made.push_back(port_stream("assigned", [&] { return all[random.below(all.size())]; }));
    made.push_back(traffic_stream(random));
    made.push_back(port_stream("any", [&] { return any_port(random); }));
    made.push_back(port_stream("miss", [&] { return unassigned_port(random, any_port); }));
    made.push_back(
        port_stream("well_known", [&] { return well_known[random.below(well_known.size())]; }));
    return made;
  }();
  return streams;
}

const std::vector<NameStream>& name_streams() {
  static const std::vector<NameStream> streams = [] {
    Random random{seed + 1};
    const std::vector<Text> all = registered_names();
    const std::vector<Text> ranked = names_by_traffic(random);
    const Zipf zipf{ranked.size()};
    const auto hit = [&] { return all[random.below(all.size())]; };
    std::vector<NameStream> made;
    made.push_back(text_stream("hits", hit));
    made.push_back(text_stream("zipf", [&] { return ranked[zipf(random)]; }));
    made.push_back(text_stream("half_miss", [&] {
      Text text = hit();
      if (random.below(2) == 0) text.text = mutated(text.text, random);
      return text;
    }));
    made.push_back(text_stream("mixed_case", [&] {
      Text text = hit();
      text.text = in_mixed_case(text.text, random);
      return text;
    }));
    return made;
  }();
  return streams;
}

const std::vector<NumberStream>& number_streams() {
  static const std::vector<NumberStream> streams = [] {
    Random random{seed + 2};
    std::vector<NumberStream> made{{"uniform"}, {"traffic"}};
    for (std::size_t i = 0; i != stream_size; ++i)
      made[0].queries.push_back(Port{static_cast<std::uint16_t>(1 + random.below(65535))});
    for (const TransportPort port : traffic_stream(random).queries)
      made[1].queries.push_back(port.port());
    return made;
  }();
  return streams;
}

const std::vector<EndpointStream>& endpoint_streams() {
  static const std::vector<EndpointStream> streams = [] {
    Random random{seed + 3};
    const auto any_port = [&] {
      return TcpPort{static_cast<std::uint16_t>(1 + random.below(65535))};
    };
    std::vector<Ipv4Address> hosts;
    while (hosts.size() != 1000) hosts.push_back(private_address(random));
    const Zipf zipf{hosts.size()};
    std::vector<EndpointStream> made{{"ipv4"}, {"traffic"}, {"ipv6"}};
    for (std::size_t i = 0; i != stream_size; ++i)
      made[0].queries.emplace_back(ipv4_address(random.below(std::size_t{1} << 32)), any_port());
    for (const TransportPort port : traffic_stream(random).queries)
      made[1].queries.emplace_back(hosts[zipf(random)], TcpPort{port.port()});
    for (std::size_t i = 0; i != stream_size; ++i)
      made[2].queries.emplace_back(ipv6_address(random), any_port());
    return made;
  }();
  return streams;
}

const std::vector<NameStream>& endpoint_text_streams() {
  static const std::vector<NameStream> streams = [] {
    std::vector<NameStream> made;
    for (const EndpointStream& endpoints : endpoint_streams())
      made.push_back(text_stream(endpoints.name, [next = endpoints.queries.begin()]() mutable {
        return Text{portkit::to_string(*next++), Protocol::tcp};
      }));
    return made;
  }();
  return streams;
}

const std::vector<NameStream>& number_text_streams() {
  static const std::vector<NameStream> streams = [] {
    std::vector<NameStream> made;
    for (const NumberStream& numbers : number_streams())
      made.push_back(text_stream(numbers.name, [next = numbers.queries.begin()]() mutable {
        return Text{std::to_string((next++)->value()), Protocol::tcp};
      }));
    return made;
  }();
  return streams;
}

} // namespace bench
