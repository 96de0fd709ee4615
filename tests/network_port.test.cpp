// SPDX-License-Identifier: BSL-1.0
#include <portkit/network_port.hpp>
#include <portkit/port.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<NetworkPort, 2, 1>);
static_assert(std::regular<NetworkPort>);
static_assert(std::is_nothrow_default_constructible_v<NetworkPort>);
static_assert(facts::Constant<(443_port).to_network()>::value == (443_port).to_network());

// No number is silently one in network order, and it is silently no number (B1).
static_assert(std::same_as<decltype(NetworkPort::from_raw(std::uint16_t{})), NetworkPort>);
static_assert(!facts::Constructible<NetworkPort, std::uint16_t>);
static_assert(!facts::Constructible<NetworkPort, int>);
static_assert(!facts::Constructible<NetworkPort, Port>);
static_assert(!facts::Castable<NetworkPort, Port>);
static_assert(!facts::Castable<Port, NetworkPort>);
static_assert(!facts::Castable<std::uint16_t, NetworkPort>);
static_assert(!facts::Castable<bool, NetworkPort>);
static_assert(facts::Castable<NetworkPort, NetworkPort>);
static_assert(!facts::Assignable<NetworkPort, std::uint16_t>);
static_assert(!facts::Assignable<NetworkPort, Port>);
static_assert(facts::Assignable<NetworkPort, NetworkPort>);

// The order of swapped numbers means nothing (B3); equality does.
static_assert(facts::Equatable<NetworkPort, NetworkPort>);
static_assert(!facts::Orderable<NetworkPort, NetworkPort>);
static_assert(facts::Orderable<Port, Port>);
static_assert(!facts::Equatable<NetworkPort, Port>);
static_assert(!facts::Equatable<NetworkPort, TcpPort>);
static_assert(!facts::Equatable<NetworkPort, int>);

// A second swap does not compile (B1).
template <class T>
concept HasToNetwork = requires(T port) { port.to_network(); };
static_assert(HasToNetwork<Port> && HasToNetwork<TcpPort>);
static_assert(!HasToNetwork<NetworkPort>);
template <class T>
concept IsFromNetwork = requires(T port) { Port::from_network(port); };
static_assert(IsFromNetwork<NetworkPort>);
static_assert(!IsFromNetwork<Port>);
static_assert(!IsFromNetwork<std::uint16_t>);
template <class T>
concept IsRaw = requires(T field) { NetworkPort::from_raw(field); };
static_assert(IsRaw<std::uint16_t>);
static_assert(!IsRaw<Port>);
static_assert(!IsRaw<NetworkPort>);

// Two bytes, neither fewer nor more.
template <class T>
concept IsLoadable = requires(T bytes) { NetworkPort::load(bytes); };
template <class T>
concept IsStorable = requires(T bytes) { NetworkPort{}.store(bytes); };
static_assert(IsLoadable<std::span<const std::byte, 2>> && IsStorable<std::span<std::byte, 2>>);
static_assert(IsLoadable<std::span<unsigned char, 2>> && IsStorable<std::span<unsigned char, 2>>);
static_assert(IsLoadable<std::span<char, 2>> && IsStorable<std::span<char, 2>>);
static_assert(IsLoadable<std::array<char, 2>&> && IsStorable<std::array<char, 2>&>);
static_assert(IsLoadable<unsigned char (&)[2]> && IsStorable<unsigned char (&)[2]>);
static_assert(!IsLoadable<std::array<char, 1>&> && !IsStorable<std::array<char, 1>&>);
static_assert(!IsLoadable<std::array<char, 3>&> && !IsStorable<std::array<char, 3>&>);
static_assert(!IsLoadable<std::span<std::byte>> && !IsStorable<std::span<std::byte>>);
static_assert(!IsLoadable<const char*> && !IsStorable<char*>);
static_assert(!IsStorable<std::span<const std::byte, 2>>);
static_assert(!IsLoadable<std::span<const std::uint16_t, 2>>);

static_assert(noexcept(NetworkPort::from_raw(std::uint16_t{})));
static_assert(noexcept(NetworkPort{}.raw()));
static_assert(noexcept(NetworkPort::load(std::declval<std::span<const std::byte, 2>>())));
static_assert(noexcept(NetworkPort::load(std::declval<std::span<const unsigned char, 2>>())));
static_assert(noexcept(NetworkPort::load(std::declval<std::span<const char, 2>>())));
static_assert(noexcept(NetworkPort{}.store(std::declval<std::span<std::byte, 2>>())));
static_assert(noexcept(NetworkPort{}.store(std::declval<std::span<unsigned char, 2>>())));
static_assert(noexcept(NetworkPort{}.store(std::declval<std::span<char, 2>>())));
static_assert(noexcept(NetworkPort{} == NetworkPort{}));

namespace {

constexpr NetworkPort https = (443_port).to_network();

struct UdpHeader {
  NetworkPort source;
  NetworkPort destination;
  std::array<std::byte, 2> length;
  std::array<std::byte, 2> checksum;
};
static_assert(sizeof(UdpHeader) == 8 && alignof(UdpHeader) == 1);
static_assert(std::is_trivially_copyable_v<UdpHeader>);

/// From port 12345 to port 53.
constexpr std::array<std::byte, 8> udp_packet{std::byte{0x30}, std::byte{0x39}, std::byte{0x00},
                                              std::byte{0x35}, std::byte{0x00}, std::byte{0x08},
                                              std::byte{0x00}, std::byte{0x00}};

} // namespace

TEST_CASE("a port in network order has the more significant byte first") {
  PORTKIT_CHECK(std::bit_cast<std::array<unsigned char, 2>>((443_port).to_network()) ==
                std::array<unsigned char, 2>{0x01, 0xBB});
  PORTKIT_CHECK(std::bit_cast<std::array<unsigned char, 2>>((47873_port).to_network()) ==
                std::array<unsigned char, 2>{0xBB, 0x01});
  PORTKIT_CHECK(NetworkPort{} == (0_port).to_network());
}

TEST_CASE("two bytes are loaded in the order in which they arrived, from every byte type") {
  constexpr std::array<unsigned char, 2> as_unsigned{0x01, 0xBB};
  constexpr std::array<char, 2> as_char{'\x01', '\xBB'}; // negative where char is signed
  constexpr std::array<std::byte, 2> as_byte{std::byte{0x01}, std::byte{0xBB}};
  PORTKIT_CHECK(Port::from_network(NetworkPort::load(as_unsigned)) == 443_port);
  PORTKIT_CHECK(Port::from_network(NetworkPort::load(as_char)) == 443_port);
  PORTKIT_CHECK(Port::from_network(NetworkPort::load(as_byte)) == 443_port);
}

TEST_CASE("two bytes are stored in the order in which they are sent, to every byte type") {
  constexpr auto stored = []<class Byte>(Byte) {
    std::array<Byte, 4> packet{};
    https.store(std::span{packet}.template subspan<1, 2>());
    return packet;
  };
  PORTKIT_CHECK(stored(char{}) == std::array{'\0', '\x01', '\xBB', '\0'});
  PORTKIT_CHECK(stored(std::byte{}) ==
                std::array{std::byte{}, std::byte{0x01}, std::byte{0xBB}, std::byte{}});
  constexpr std::array<unsigned char, 4> sent{0, 0x01, 0xBB, 0};
  PORTKIT_CHECK(stored(static_cast<unsigned char>(0)) == sent);
}

TEST_CASE("raw is what a field such as sin_port holds") {
  const std::array<unsigned char, 2> bytes{0x01, 0xBB};
  std::uint16_t field = 0;
  std::memcpy(&field, bytes.data(), sizeof field);
  CHECK((443_port).to_network().raw() == field);
  CHECK(NetworkPort::from_raw(field) == (443_port).to_network());
  CHECK(Port::from_network(NetworkPort::from_raw(field)) == 443_port);
  // Known while compiling too, on hosts of either byte order.
  constexpr std::uint16_t swapped = std::endian::native == std::endian::little ? 0xBB01 : 0x01BB;
  PORTKIT_CHECK((443_port).to_network().raw() == swapped);
  PORTKIT_CHECK(NetworkPort::from_raw(swapped) == (443_port).to_network());
}

TEST_CASE("a struct of ports lies over a packet at any address, without a packing attribute") {
  const unsigned char packet[] = {0xFF, 0x30, 0x39, 0x00, 0x35, 0x00, 0x08, 0x00, 0x00};
  UdpHeader header;
  std::memcpy(&header, packet + 1, sizeof header);
  CHECK(UdpPort::from_network(header.source) == 12345_udp);
  CHECK(UdpPort::from_network(header.destination) == 53_udp);
  header.source = (53_udp).to_network();
  CHECK(std::memcmp(&header, "\x00\x35\x00\x35", 4) == 0);
}

TEST_CASE("a struct of ports is made of the bytes of a packet, and back, while compiling") {
  constexpr auto header = std::bit_cast<UdpHeader>(udp_packet);
  PORTKIT_CHECK(UdpPort::from_network(header.source) == 12345_udp);
  PORTKIT_CHECK(UdpPort::from_network(header.destination) == 53_udp);
  PORTKIT_CHECK(header.length == std::array<std::byte, 2>{std::byte{0}, std::byte{8}});
  PORTKIT_CHECK(std::bit_cast<std::array<std::byte, 8>>(header) == udp_packet);

  constexpr UdpHeader answer{header.destination, header.source, header.length, header.checksum};
  constexpr auto sent = std::bit_cast<std::array<std::byte, 8>>(answer);
  PORTKIT_CHECK(Port::from_network(NetworkPort::load(std::span{sent}.first<2>())) == 53_port);
  PORTKIT_CHECK(Port::from_network(NetworkPort::load(std::span{sent}.subspan<2, 2>())) ==
                12345_port);
}

TEST_CASE("parts of a packet of a size that is known at run time only are loaded and stored") {
  constexpr auto swap_ports = [](std::span<std::byte> packet) {
    const auto source = packet.first<2>();
    const auto destination = packet.subspan<2, 2>();
    const NetworkPort sender = NetworkPort::load(source);
    NetworkPort::load(std::span<const std::byte, 2>{destination}).store(source);
    sender.store(destination);
  };
  constexpr auto swapped = [=](std::array<std::byte, 8> packet) {
    swap_ports(packet);
    return packet;
  };
  constexpr auto answer = std::bit_cast<UdpHeader>(swapped(udp_packet));
  PORTKIT_CHECK(answer.source == (53_port).to_network());
  PORTKIT_CHECK(answer.destination == (12345_port).to_network());
  PORTKIT_CHECK(swapped(swapped(udp_packet)) == udp_packet);
  PORTKIT_CHECK(swapped(udp_packet)[5] == std::byte{8}); // the rest is left alone
}

TEST_CASE("ports in network order are equal where the ports are") {
  PORTKIT_CHECK((80_port).to_network() == (80_tcp).to_network());
  PORTKIT_CHECK((80_port).to_network() != (20480_port).to_network());
}
