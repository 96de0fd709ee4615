// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_NETWORK_PORT_HPP
#define PORTKIT_NETWORK_PORT_HPP

#include <portkit/detail/bytes.hpp>

#include <bit>
#include <concepts>
#include <cstdint>
#include <type_traits>

namespace portkit::inline v0 {

/// A port number in network byte order, as it stands in a header or a socket address.
///
/// Unit:   two bytes, the more significant first.  Range: every value is a port number.
/// Shape:  regular, structural, trivially copyable, 2 bytes of alignment 1: a struct of such
///         members overlays a packet without a packing attribute.
/// Order:  equality only.  To compare by size, or to read the number, step to host byte order by
///         Port::from_network.
class NetworkPort {
public:
  /// Port 0.
  NetworkPort() = default;

  /// From a field that holds network byte order, such as sockaddr_in::sin_port.
  [[nodiscard]] static constexpr NetworkPort
  from_raw(std::same_as<std::uint16_t> auto field) noexcept {
    const auto upper = static_cast<unsigned char>(field >> 8);
    const auto lower = static_cast<unsigned char>(field & 0xFF);
    return is_little_endian ? NetworkPort{lower, upper} : NetworkPort{upper, lower};
  }
  /// The value to store in such a field.
  [[nodiscard]] constexpr std::uint16_t raw() const noexcept {
    return static_cast<std::uint16_t>(is_little_endian ? low_ << 8 | high_ : high_ << 8 | low_);
  }

  /// From the two bytes of a packet, in the order in which they arrived: whatever converts to a
  /// std::span<const Byte, 2>, where Byte is std::byte, unsigned char or char.
  template <class Bytes>
    requires detail::ReadableBytes<const Bytes&, 2>
  [[nodiscard]] static constexpr NetworkPort load(const Bytes& from) noexcept {
    return {static_cast<unsigned char>(from[0]), static_cast<unsigned char>(from[1])};
  }
  /// To the two bytes of a packet, in the order in which they are sent: whatever converts to a
  /// std::span<Byte, 2>.
  template <class Bytes>
    requires detail::WritableBytes<Bytes, 2>
  constexpr void store(Bytes&& to) const noexcept {
    using Byte = std::remove_reference_t<decltype(to[0])>;
    to[0] = static_cast<Byte>(high_);
    to[1] = static_cast<Byte>(low_);
  }

  [[nodiscard]] friend constexpr bool operator==(NetworkPort, NetworkPort) noexcept = default;

  unsigned char high_ = 0; ///< public only because a structural type must be
  unsigned char low_ = 0;  ///< public only because a structural type must be

private:
  static constexpr bool is_little_endian = std::endian::native == std::endian::little;

  friend class Port;
  constexpr NetworkPort(unsigned char high, unsigned char low) noexcept : high_{high}, low_{low} {}
};

} // namespace portkit::inline v0
#endif // PORTKIT_NETWORK_PORT_HPP
