// SPDX-License-Identifier: BSL-1.0
// Counts the packets of a capture (pcap, Ethernet) by protocol and service: the service is that of
// the end that looks like the server.  What has no ports is counted by its protocol alone, and what
// cannot be read by the reason.

#include "file.hpp"
#include "packet.hpp"
#include "pcap.hpp"

#include <portkit/flow.hpp>
#include <portkit/ip_protocol.hpp>
#include <portkit/portkit.hpp>

#include <cstddef>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

using portkit::Biflow, portkit::FlowEnd, portkit::IpProtocol;

namespace {

struct Count {
  std::size_t packets = 0;
  std::size_t bytes = 0;
  std::unordered_set<Biflow> conversations; ///< both directions are one
};

class Counter {
public:
  void read(Bytes bytes) {
    const Packet packet = read_ethernet(bytes);
    if (packet.fault != Fault::none) return void(++faults_[packet.fault]);
    std::string_view service = "-";
    if (packet.flow) {
      // Where the ports tell nothing, whoever is spoken to is the better guess.
      const FlowEnd server = portkit::likely_server(*packet.flow).value_or(FlowEnd::destination);
      const auto found = portkit::find_service(packet.flow->endpoint(server).port());
      if (found) service = found->name;
    }
    Count& count = counts_[{packet.protocol, service}];
    ++count.packets;
    count.bytes += bytes.size();
    if (packet.flow) count.conversations.insert(Biflow{*packet.flow});
  }

  void print() const {
    std::printf("%-10s %-16s %9s %9s %13s\n", "PROTOCOL", "SERVICE", "PACKETS", "BYTES",
                "CONVERSATIONS");
    for (const auto& [key, count] : counts_) {
      const auto& [protocol, service] = key;
      const std::string number = std::to_string(protocol.value());
      const std::string_view keyword = protocol.keyword();
      std::printf("%-10s %-16.*s %9zu %9zu %13zu\n",
                  keyword.empty() ? number.c_str() : keyword.data(), // it ends with a NUL
                  static_cast<int>(service.size()), service.data(), count.packets, count.bytes,
                  count.conversations.size());
    }
    for (const auto& [fault, packets] : faults_)
      std::printf("%zu not read: %s\n", packets, reason(fault));
  }

private:
  std::map<std::pair<IpProtocol, std::string_view>, Count> counts_;
  std::map<Fault, std::size_t> faults_;
};

} // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: demux_packets FILE.pcap\n", stderr), 1;
  const auto file = read_file(argv[1]);
  if (!file) return std::fprintf(stderr, "%s: cannot be read\n", argv[1]), 1;
  auto packets = PcapReader::open(*file);
  if (!packets || packets->link_type() != PcapReader::ethernet)
    return std::fprintf(stderr, "%s: no capture of an Ethernet\n", argv[1]), 1;
  Counter counter;
  while (const auto packet = packets->next()) counter.read(*packet);
  counter.print();
  if (packets->is_cut_short()) return std::puts("the file ends amid a packet"), 1;
  return 0;
}
