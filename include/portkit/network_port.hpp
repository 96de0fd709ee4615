// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_NETWORK_PORT_HPP
#define PORTKIT_NETWORK_PORT_HPP

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace portkit::inline v0 {

/// A port number in network byte order, as it stands in a header or a socket address.
///
/// Unit:   two bytes, the more significant first.  Range: every value is a port number.
/// Shape:  regular, structural, trivially copyable, 2 bytes of alignment 1: a struct of such members
///         overlays a packet without a packing attribute.
/// Order:  equality only.  To compare by size, or to read the number, step to host byte order by
///         Port::from_network.
class NetworkPort {
public:
  /// Port 0.
  NetworkPort() = default;

  /// From a field that holds network byte order, such as sockaddr_in::sin_port.
  [[nodiscard]] static constexpr NetworkPort from_raw(std::uint16_t field) noexcept {
    NetworkPort port;
    port.bytes_ = std::bit_cast<std::array<unsigned char, 2>>(field);
    return port;
  }
  /// The value to store in such a field.
  [[nodiscard]] constexpr std::uint16_t raw() const noexcept {
    return std::bit_cast<std::uint16_t>(bytes_);
  }

  /// From the two bytes of a packet, in the order in which they arrived.
  [[nodiscard]] static constexpr NetworkPort load(std::span<const std::byte, 2> from) noexcept {
    return from_bytes(std::to_integer<unsigned char>(from[0]),
                      std::to_integer<unsigned char>(from[1]));
  }
  [[nodiscard]] static constexpr NetworkPort load(std::span<const unsigned char, 2> from) noexcept {
    return from_bytes(from[0], from[1]);
  }
  [[nodiscard]] static constexpr NetworkPort load(std::span<const char, 2> from) noexcept {
    return from_bytes(static_cast<unsigned char>(from[0]), static_cast<unsigned char>(from[1]));
  }

  /// To the two bytes of a packet, in the order in which they are sent.
  constexpr void store(std::span<std::byte, 2> to) const noexcept {
    to[0] = std::byte{bytes_[0]};
    to[1] = std::byte{bytes_[1]};
  }
  constexpr void store(std::span<unsigned char, 2> to) const noexcept {
    to[0] = bytes_[0];
    to[1] = bytes_[1];
  }
  constexpr void store(std::span<char, 2> to) const noexcept {
    to[0] = static_cast<char>(bytes_[0]);
    to[1] = static_cast<char>(bytes_[1]);
  }

  [[nodiscard]] friend constexpr bool operator==(NetworkPort, NetworkPort) noexcept = default;

  std::array<unsigned char, 2> bytes_{}; ///< public only because a structural type must be

private:
  [[nodiscard]] static constexpr NetworkPort from_bytes(unsigned char high,
                                                        unsigned char low) noexcept {
    NetworkPort port;
    port.bytes_ = {high, low};
    return port;
  }
};

} // namespace portkit::inline v0
#endif // PORTKIT_NETWORK_PORT_HPP
