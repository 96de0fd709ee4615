// SPDX-License-Identifier: BSL-1.0
// Makes what flow_annotate and demux_packets read:
//   make_capture FOLDER       little captures, good and hostile, and a CSV of flows
//   make_capture FILE COUNT   a CSV of that many flows, most of them to the ports of real traffic

#include "file.hpp"
#include "packet.hpp"

#include <portkit/flow.hpp>
#include <portkit/ip_protocol.hpp>
#include <portkit/portkit.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

using namespace portkit;

namespace {

/// Bytes as they are sent, written from the inmost header outwards.
class Frame {
public:
  static Frame of(TransportPort from, Port to, std::size_t size = 20) {
    Frame frame;
    frame.prepend(TransportHeader{from.port().to_network(), to.to_network()});
    frame.bytes_.resize(size);
    return frame;
  }
  static Frame of_bytes(std::size_t size) {
    Frame frame;
    frame.bytes_.resize(size);
    return frame;
  }

  Frame& ipv4(IpProtocol protocol, Ipv4Address from, Ipv4Address to, unsigned fragment = 0,
              std::size_t options = 0) {
    bytes_.insert(bytes_.begin(), options, '\1'); // no operation
    const auto words = static_cast<unsigned char>(0x45 + options / 4);
    return prepend(Ipv4Header{words,
                              0,
                              big(bytes_.size() + 20),
                              {},
                              big(fragment),
                              64,
                              protocol.value(),
                              {},
                              from.bytes(),
                              to.bytes()});
  }
  Frame& ipv6(IpProtocol next, Ipv6Address from, Ipv6Address to) {
    return prepend(
        Ipv6Header{{0x60}, big(bytes_.size()), next.value(), 64, from.bytes(), to.bytes()});
  }
  Frame& extension(IpProtocol next, unsigned fragment = 0) {
    return prepend(ExtensionHeader{next.value(), 0, big(fragment), {}});
  }
  Frame& authentication(IpProtocol next) { // its length counts words of four bytes, less two
    return prepend(std::array<unsigned char, 12>{next.value(), 1});
  }
  Frame& vlan(unsigned inner_type) { return prepend(VlanTag{big(7), big(inner_type)}); }
  Frame& ethernet(unsigned type) { return prepend(EthernetHeader{{}, big(type)}); }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
  static BigEndian16 big(std::size_t value) {
    return {static_cast<unsigned char>(value >> 8 & 0xFF),
            static_cast<unsigned char>(value & 0xFF)};
  }
  template <class Header>
  Frame& prepend(const Header& header) {
    const auto bytes = std::bit_cast<std::array<char, sizeof(Header)>>(header);
    bytes_.insert(bytes_.begin(), bytes.begin(), bytes.end());
    return *this;
  }

  std::string bytes_;
};

std::vector<std::string> frames() {
  constexpr unsigned v4 = 0x0800, v6 = 0x86DD, vlan = 0x8100, service_vlan = 0x88A8;
  constexpr auto client = "192.0.2.9"_ipv4, server = "198.51.100.7"_ipv4;
  constexpr auto client6 = "2001:db8::9"_ipv6, server6 = "2001:db8::7"_ipv6;
  constexpr auto tcp = Protocol::tcp, udp = Protocol::udp, sctp = Protocol::sctp;
  constexpr auto hop_by_hop = IpProtocol::of(0), icmp = IpProtocol::of(1),
                 fragment = IpProtocol::of(44), security = IpProtocol::of(50),
                 authentication = IpProtocol::of(51), icmp6 = IpProtocol::of(58),
                 options = IpProtocol::of(60), experiment = IpProtocol::of(253);
  std::vector<std::string> made{
      // A conversation, and the same through two kinds of tags, and with options.
      Frame::of(40000_tcp, 443_port).ipv4(tcp, client, server).ethernet(v4).bytes(),
      Frame::of(443_tcp, 40000_port).ipv4(tcp, server, client).ethernet(v4).bytes(),
      Frame::of(40000_tcp, 443_port).ipv4(tcp, client, server).vlan(v4).ethernet(vlan).bytes(),
      Frame::of(443_tcp, 40000_port)
          .ipv4(tcp, server, client, 0, 8)
          .vlan(v4)
          .vlan(vlan)
          .ethernet(service_vlan)
          .bytes(),
      // Kibana and an old Windows.
      Frame::of(5601_tcp, 1366_port)
          .extension(tcp)
          .extension(options)
          .ipv6(hop_by_hop, server6, client6)
          .ethernet(v6)
          .bytes(),
      Frame::of(22_tcp, 50000_port)
          .authentication(tcp)
          .ipv6(authentication, server6, client6)
          .ethernet(v6)
          .bytes(),
      Frame::of(53124_udp, 53_port, 30).ipv4(udp, client, server).ethernet(v4).bytes(),
      Frame::of(546_udp, 547_port, 30).ipv6(udp, client6, server6).vlan(v6).ethernet(vlan).bytes(),
      Frame::of(36412_sctp, 50001_port).ipv4(sctp, server, client).ethernet(v4).bytes(),
      // Fragments: more follow, the last.
      Frame::of(53_udp, 53125_port).ipv4(udp, server, client, 0x2000).ethernet(v4).bytes(),
      Frame::of_bytes(20).ipv4(udp, server, client, 100).ethernet(v4).bytes(),
      Frame::of(53_udp, 53126_port)
          .extension(udp, 1)
          .ipv6(fragment, server6, client6)
          .ethernet(v6)
          .bytes(),
      Frame::of_bytes(20).extension(udp, 800).ipv6(fragment, server6, client6).ethernet(v6).bytes(),
      // No ports.
      Frame::of_bytes(8).ipv4(icmp, client, server).ethernet(v4).bytes(),
      Frame::of_bytes(8).ipv6(icmp6, client6, server6).ethernet(v6).bytes(),
      Frame::of_bytes(24).ipv6(security, client6, server6).ethernet(v6).bytes(),
      Frame::of_bytes(8).ipv4(experiment, client, server).ethernet(v4).bytes(),
      Frame::of_bytes(8).ipv6(experiment, client6, server6).ethernet(v6).bytes(),
      // Nothing to be read.
      Frame::of_bytes(28).ethernet(0x0806).bytes(),
      Frame::of_bytes(3).ipv4(tcp, client, server).ethernet(v4).bytes(),
      Frame::of_bytes(4).ipv6(hop_by_hop, client6, server6).ethernet(v6).bytes(),
      Frame::of_bytes(0).ethernet(vlan).bytes(),
      std::string(13, '\0'),
      "",
  };
  // Headers that contradict themselves: their version, their length, the length of the packet.
  const std::size_t ip = sizeof(EthernetHeader);
  const auto spoil = [&made](std::string frame, std::size_t place, char byte) {
    frame[place] = byte;
    made.push_back(frame);
  };
  spoil(made[0], ip, '\x65');
  spoil(made[0], ip, '\x44');
  spoil(made[0], ip + 3, '\x13');
  spoil(made[4], ip, '\x40');
  // Packets that end before their ports, in bytes that only fill up the frame.
  spoil(made[0], ip + 3, '\x17');
  spoil(made[4], ip + 5, '\x13');
  return made;
}

/// A capture of this host's byte order, or of the other.
std::string capture(std::uint32_t magic, bool is_swapped) {
  std::string file;
  const auto add = [&](auto field) {
    auto bytes = std::bit_cast<std::array<char, sizeof field>>(field);
    if (is_swapped) std::reverse(bytes.begin(), bytes.end());
    file.append(bytes.data(), bytes.size());
  };
  add(magic), add(std::uint16_t{2}), add(std::uint16_t{4}), add(std::uint64_t{0});
  add(std::uint32_t{262144}), add(PcapReader::ethernet);
  std::uint32_t seconds = 1'800'000'000;
  for (const std::string& frame : frames()) {
    const auto size = static_cast<std::uint32_t>(frame.size());
    add(seconds++), add(std::uint32_t{0}), add(size), add(size);
    file += frame;
  }
  return file;
}

constexpr std::string_view flows = "src,sport,dst,dport,protocol,bytes\n"
                                   "# Kibana and an old Windows\n"
                                   "172.28.46.232,5601,172.25.98.162,1366,6,996\n"
                                   "192.0.2.9,40000,198.51.100.7,443,TCP\r\n"
                                   "2001:db8::9,53124,2001:db8::7,53,udp,80\n"
                                   "192.0.2.9,891,192.0.2.7,2049,6,1\n"
                                   "192.0.2.7,36412,192.0.2.9,50001,132,1\n"
                                   "192.0.2.9,123,192.0.2.7,123,17,76\n"
                                   "192.0.2.9,0,192.0.2.7,2048,1,84\n"
                                   "192.0.2.9,1,192.0.2.7,65616,6,1\n"
                                   "192.0.2.9,080,192.0.2.7,1,6,1\n"
                                   "192.0.2.256,1,192.0.2.7,1,6,1\n"
                                   "192.0.2.9,1,192.0.2.7,1,icmp,1\n"
                                   "192.0.2.9,1,192.0.2.7,1,256,1\n"
                                   "192.0.2.9,1,192.0.2.7,1\n";

void write_many(Output& out, std::size_t count) {
  constexpr Port servers[] = {443_port,  443_port,  443_port,  80_port,   53_port,   53_port,
                              22_port,   123_port,  5601_port, 8080_port, 9200_port, 3306_port,
                              6443_port, 9092_port, 2049_port, 30080_port};
  std::uint64_t state = 1;
  const auto below = [&state](std::uint32_t limit) { // of the upper bits, by Knuth's constants
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>((state >> 32) % limit);
  };
  const auto address = [&]() -> IpAddress {
    std::array<unsigned char, 16> bytes{0x20, 0x01, 0x0D, 0xB8};
    const bool is_v4 = below(8) != 0;
    for (std::size_t i = is_v4 ? 12 : 14; i != 16; ++i)
      bytes[i] = static_cast<unsigned char>(below(256));
    if (!is_v4) return Ipv6Address::from_bytes(bytes);
    return Ipv4Address{10, bytes[13], bytes[14], bytes[15]};
  };
  out << "src,sport,dst,dport,protocol\n";
  for (std::size_t i = 0; i != count; ++i) {
    const Port client{static_cast<std::uint16_t>(32768 + below(28232))};
    const Port server = servers[below(16)];
    const bool is_answer = below(2) != 0;
    out << address() << ',' << (is_answer ? server : client) << ',' << address() << ','
        << (is_answer ? client : server) << ',' << (below(4) == 0 ? "17" : "6") << '\n';
  }
}

bool write_file(const std::string& path, std::string_view text) {
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool is_written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && is_written;
}

} // namespace

int main(int argc, char** argv) {
  if (argc == 3) {
    std::FILE* const file = std::fopen(argv[1], "wb");
    if (file == nullptr) return 1;
    Output out{file};
    write_many(out, std::strtoul(argv[2], nullptr, 10));
    out.flush();
    return std::fclose(file) == 0 ? 0 : 1;
  }
  if (argc != 2) return std::fputs("usage: make_capture FOLDER | FILE COUNT\n", stderr), 1;
  const std::string folder = std::string{argv[1]} + "/";
  const std::string micro = capture(0xA1B2C3D4, false);
  const bool is_written =
      write_file(folder + "micro.pcap", micro) &&
      write_file(folder + "nano_swapped.pcap", capture(0xA1B23C4D, true)) &&
      write_file(folder + "cut.pcap", std::string_view{micro}.substr(0, micro.size() - 40)) &&
      write_file(folder + "flows.csv", flows);
  return is_written ? 0 : 1;
}
