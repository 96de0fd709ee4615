// SPDX-License-Identifier: BSL-1.0
// Names both ends of every flow in a file and guesses which is the server.
//
// Reads a packet capture (pcap, Ethernet) or a CSV of flows, whichever the file is.  Columns of the
// CSV: source address, source port, destination address, destination port, protocol (a number or
// tcp, udp, dccp, sctp); more columns, lines that begin with '#' and the heading "src,..." are
// passed over.  Writes, with tabs between: either end, its service and its IANA class; the server.

#include "file.hpp"
#include "packet.hpp"
#include "pcap.hpp"

#include <portkit/de_facto.hpp>
#include <portkit/flow.hpp>
#include <portkit/ip_protocol.hpp>
#include <portkit/portkit.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string_view>

using portkit::Flow, portkit::FlowEnd, portkit::IpAddress, portkit::IpProtocol, portkit::Port,
    portkit::Protocol, portkit::TransportEndpoint, portkit::de_facto_services;

namespace {

constexpr std::array<std::string_view, 3> class_names{"well-known", "registered", "dynamic"};

std::optional<IpProtocol> read_protocol(std::string_view text) {
  if (const auto name = portkit::parse<Protocol>(text)) return *name;
  unsigned number = 0;
  const char* const first = text.data();
  const char* const last = first + text.size();
  const auto [end, error] = std::from_chars(first, last, number);
  if (error != std::errc{} || end != last) return std::nullopt;
  return IpProtocol::from(number);
}

class Annotator {
public:
  explicit Annotator(std::string_view file_name) : file_name_{file_name} {}

  void read_capture(PcapReader& packets) {
    for (record_ = 1; const auto bytes = packets.next(); ++record_) {
      const Packet packet = read_ethernet(*bytes);
      if (packet.fault != Fault::none)
        refuse(0, reason(packet.fault));
      else if (!packet.flow)
        ++without_ports_;
      else
        write(*packet.flow);
    }
    if (packets.is_cut_short()) refuse(0, "the file ends amid this packet");
  }

  void read_csv(std::string_view text) {
    for (record_ = 1; !text.empty(); ++record_) {
      line_ = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(line_.size() + 1, text.size()));
      if (line_.ends_with('\r')) line_.remove_suffix(1);
      if (!line_.empty() && line_[0] != '#' && !line_.starts_with("src")) read_line();
    }
  }

  /// Says what was done, and whether all of it was good.
  bool finish(std::chrono::duration<double> time) {
    const std::size_t records = flows_ + without_ports_ + bad_;
    errors_ << flows_ << " flows, " << without_ports_ << " without ports, " << bad_ << " bad; "
            << static_cast<std::size_t>(static_cast<double>(records) / time.count())
            << " records per second\n";
    return bad_ == 0;
  }

private:
  void read_line() {
    std::array<std::string_view, 5> fields;
    std::size_t start = 0;
    for (std::string_view& field : fields) {
      if (start > line_.size())
        return refuse(line_.size(), "expected: src,sport,dst,dport,protocol");
      field = line_.substr(start, line_.find(',', start) - start);
      start += field.size() + 1;
    }
    IpAddress source, destination;
    Port source_port, destination_port;
    if (!read(fields[0], source) || !read(fields[2], destination)) return;
    const auto protocol = read_protocol(fields[4]);
    if (!protocol) return refuse(place_of(fields[4]), "neither tcp, udp, dccp, sctp nor 0 to 255");
    const auto transport = protocol->transport();
    if (!transport) return void(++without_ports_); // what the columns hold is no port
    if (!read(fields[1], source_port) || !read(fields[3], destination_port)) return;
    write({*transport, source, source_port, destination, destination_port});
  }
  template <class T>
  bool read(std::string_view field, T& value) {
    const portkit::Result<T> result = portkit::parse<T>(field);
    if (result)
      value = *result;
    else
      refuse(place_of(field) + result.error().position, result.error().message());
    return result.has_value();
  }

  void write(const Flow& flow) {
    ++flows_;
    write(flow.source());
    write(flow.destination());
    const auto server = portkit::likely_server(flow, de_facto_services);
    out_ << (!server ? "-" : *server == FlowEnd::source ? "source" : "destination") << '\n';
  }
  void write(const TransportEndpoint& end) {
    const auto service = portkit::find_service(end.port(), de_facto_services);
    const auto kind = static_cast<std::size_t>(portkit::classify(end.port()));
    out_ << end << '\t' << (service ? service->name : "-") << '\t' << class_names[kind] << '\t';
  }

  [[nodiscard]] std::size_t place_of(std::string_view field) const {
    return static_cast<std::size_t>(field.data() - line_.data());
  }
  void refuse(std::size_t position, std::string_view why) {
    ++bad_;
    errors_ << file_name_ << ':' << record_ << ':' << position + 1 << ": " << why << '\n';
  }

  std::string_view file_name_;
  Output errors_{stderr};
  Output out_{stdout};
  std::string_view line_;
  std::size_t record_ = 0; ///< the number of the line, or of the packet
  std::size_t flows_ = 0, without_ports_ = 0, bad_ = 0;
};

} // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: flow_annotate FILE\n", stderr), 1;
  const auto start = std::chrono::steady_clock::now();
  const auto file = read_file(argv[1]);
  if (!file) return std::fprintf(stderr, "%s: cannot be read\n", argv[1]), 1;
  Annotator annotator{argv[1]};
  auto packets = PcapReader::open(*file);
  if (packets && packets->link_type() != PcapReader::ethernet)
    return std::fprintf(stderr, "%s: not captured on an Ethernet\n", argv[1]), 1;
  if (packets)
    annotator.read_capture(*packets);
  else
    annotator.read_csv(*file);
  return annotator.finish(std::chrono::steady_clock::now() - start) ? 0 : 1;
}
