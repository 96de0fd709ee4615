// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_EXAMPLES_PACKET_HPP
#define PORTKIT_EXAMPLES_PACKET_HPP

#include "pcap.hpp"

#include <portkit/address.hpp>
#include <portkit/flow.hpp>
#include <portkit/ip_protocol.hpp>
#include <portkit/network_port.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

// From an Ethernet frame to its flow, by structs that lie over the headers as they were sent.

/// Two bytes in network byte order that are no port.
struct BigEndian16 {
  unsigned char high, low;
  [[nodiscard]] constexpr unsigned value() const { return high * 256U + low; }
};
struct EthernetHeader {
  std::array<unsigned char, 12> stations;
  BigEndian16 type;
};
struct VlanTag {
  BigEndian16 control, type;
};
struct Ipv4Header {
  unsigned char version_and_words, service;
  BigEndian16 total_length, identification, fragment;
  unsigned char time_to_live, protocol;
  BigEndian16 checksum;
  std::array<unsigned char, 4> source, destination;
};
struct Ipv6Header {
  std::array<unsigned char, 4> version_and_label;
  BigEndian16 payload_length;
  unsigned char next, hop_limit;
  std::array<unsigned char, 16> source, destination;
};
struct ExtensionHeader { ///< of IPv6; that of a fragment has its offset where others have options
  unsigned char next, length;
  BigEndian16 offset;
  std::array<unsigned char, 4> options;
};
struct TransportHeader { ///< what TCP, UDP, DCCP and SCTP have in common
  portkit::NetworkPort source, destination;
};
static_assert(sizeof(EthernetHeader) == 14 && sizeof(VlanTag) == 4 && sizeof(Ipv4Header) == 20);
static_assert(sizeof(Ipv6Header) == 40 && sizeof(ExtensionHeader) == 8);
static_assert(sizeof(TransportHeader) == 4 && alignof(TransportHeader) == 1);

enum class Fault { none, cut_short, not_ip, bad_header, later_fragment };

[[nodiscard]] inline const char* reason(Fault fault) {
  switch (fault) {
    case Fault::none: break;
    case Fault::cut_short: return "the packet is cut short before its ports";
    case Fault::not_ip: return "neither IPv4 nor IPv6";
    case Fault::bad_header: return "an IP header contradicts itself";
    case Fault::later_fragment: return "a later fragment, only the first has ports";
  }
  return "";
}

/// What a frame holds.  The flow is empty for a protocol that has no ports.
struct Packet {
  Fault fault = Fault::none;
  portkit::IpProtocol protocol = portkit::Protocol::tcp;
  std::optional<portkit::Flow> flow{};
};

namespace packet_detail {

[[nodiscard]] inline Packet fail(Fault fault) { return {fault}; }

[[nodiscard]] inline Packet read_transport(Bytes bytes, portkit::IpProtocol protocol,
                                           const portkit::IpAddress& source,
                                           const portkit::IpAddress& destination) {
  const auto transport = protocol.transport();
  if (!transport) return {Fault::none, protocol};
  const auto header = take<TransportHeader>(bytes);
  if (!header) return fail(Fault::cut_short);
  return {Fault::none, protocol,
          portkit::Flow{*transport, source, portkit::Port::from_network(header->source),
                        destination, portkit::Port::from_network(header->destination)}};
}

[[nodiscard]] inline Packet read_ipv4(Bytes bytes) {
  const Bytes whole = bytes;
  const auto header = take<Ipv4Header>(bytes);
  if (!header) return fail(Fault::cut_short);
  const std::size_t header_size = header->version_and_words % 16 * std::size_t{4};
  const std::size_t size = header->total_length.value();
  if (header->version_and_words / 16 != 4 || header_size < sizeof(Ipv4Header) || size < header_size)
    return fail(Fault::bad_header);
  if (header->fragment.value() % 8192 != 0) return fail(Fault::later_fragment);
  if (whole.size() < header_size) return fail(Fault::cut_short);
  // Behind its length come the bytes that fill up a short Ethernet frame.
  return read_transport(whole.first(std::min(size, whole.size())).subspan(header_size),
                        portkit::IpProtocol{header->protocol},
                        portkit::Ipv4Address::from_bytes(header->source),
                        portkit::Ipv4Address::from_bytes(header->destination));
}

[[nodiscard]] inline Packet read_ipv6(Bytes bytes) {
  const auto header = take<Ipv6Header>(bytes);
  if (!header) return fail(Fault::cut_short);
  if (header->version_and_label[0] / 16 != 6) return fail(Fault::bad_header);
  bytes = bytes.first(std::min<std::size_t>(header->payload_length.value(), bytes.size()));
  portkit::IpProtocol next{header->next};
  constexpr auto fragment = portkit::IpProtocol::of(44), security = portkit::IpProtocol::of(50),
                 authentication = portkit::IpProtocol::of(51);
  // Behind ESP all is encrypted, and 253 and 254 are anybody's experiments.
  while (next.is_ipv6_extension_header() && next != security && next.value() < 253) {
    const Bytes start = bytes;
    const auto extension = take<ExtensionHeader>(bytes);
    if (!extension) return fail(Fault::cut_short);
    std::size_t size = (extension->length + std::size_t{1}) * 8;
    if (next == authentication) size = (extension->length + std::size_t{2}) * 4;
    if (next == fragment) size = 8;
    if (next == fragment && extension->offset.value() / 8 != 0) return fail(Fault::later_fragment);
    if (start.size() < size) return fail(Fault::cut_short);
    bytes = start.subspan(size);
    next = portkit::IpProtocol{extension->next};
  }
  return read_transport(bytes, next, portkit::Ipv6Address::from_bytes(header->source),
                        portkit::Ipv6Address::from_bytes(header->destination));
}

} // namespace packet_detail

/// The flow of an Ethernet frame, or why there is none.
[[nodiscard]] inline Packet read_ethernet(Bytes bytes) {
  const auto header = take<EthernetHeader>(bytes);
  if (!header) return packet_detail::fail(Fault::cut_short);
  unsigned type = header->type.value();
  while (type == 0x8100 || type == 0x88A8) { // 802.1Q and 802.1ad
    const auto tag = take<VlanTag>(bytes);
    if (!tag) return packet_detail::fail(Fault::cut_short);
    type = tag->type.value();
  }
  if (type == 0x0800) return packet_detail::read_ipv4(bytes);
  if (type == 0x86DD) return packet_detail::read_ipv6(bytes);
  return packet_detail::fail(Fault::not_ip);
}

#endif // PORTKIT_EXAMPLES_PACKET_HPP
