// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_IPV4_ADDRESS_HPP
#define PORTKIT_IPV4_ADDRESS_HPP

#include <portkit/detail/bytes.hpp>
#include <portkit/detail/hash.hpp>
#include <portkit/detail/ipv4_text.hpp>
#include <portkit/detail/write_text.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>

#include <array>
#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional> // declares std::hash
#include <string_view>
#include <utility>

namespace portkit::inline v0 {

class Ipv6Address;

/// An IPv4 address.
///
/// Text:  "192.0.2.1": four decimal parts without leading zeros; no other form is read, so that 010
///        is never octal and 1.2 is never 1.0.0.2.
/// Order: by number, as of the four bytes.
/// Shape: regular, structural, trivially copyable, 4 bytes.
class Ipv4Address {
public:
  /// 0.0.0.0, see any().
  Ipv4Address() = default;
  /// Ipv4Address{192, 0, 2, 1}: in braces a constant above 255 does not compile.
  constexpr Ipv4Address(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) noexcept
      : number_{std::uint32_t{a} << 24 | std::uint32_t{b} << 16 | std::uint32_t{c} << 8 | d} {}

  /// 0.0.0.0, by which bind() means every IPv4 address of the host.
  [[nodiscard]] static constexpr Ipv4Address any() noexcept { return {}; }
  /// 127.0.0.1
  [[nodiscard]] static constexpr Ipv4Address loopback() noexcept { return {127, 0, 0, 1}; }
  /// 255.255.255.255, every host of the link.
  [[nodiscard]] static constexpr Ipv4Address broadcast() noexcept { return {255, 255, 255, 255}; }

  /// From four bytes in network byte order: whatever converts to a std::span<const Byte, 4>, where
  /// Byte is std::byte, unsigned char or char.
  template <class Bytes>
    requires detail::ReadableBytes<const Bytes&, 4>
  [[nodiscard]] static constexpr Ipv4Address from_bytes(const Bytes& from) noexcept {
    return {static_cast<std::uint8_t>(from[0]), static_cast<std::uint8_t>(from[1]),
            static_cast<std::uint8_t>(from[2]), static_cast<std::uint8_t>(from[3])};
  }
  /// In network byte order.
  [[nodiscard]] constexpr std::array<unsigned char, 4> bytes() const noexcept {
    return {static_cast<unsigned char>(number_ >> 24),
            static_cast<unsigned char>(number_ >> 16 & 0xFF),
            static_cast<unsigned char>(number_ >> 8 & 0xFF),
            static_cast<unsigned char>(number_ & 0xFF)};
  }

  [[nodiscard]] constexpr bool is_unspecified() const noexcept { return number_ == 0; }
  /// 127.0.0.0/8.  Source: RFC 1122 section 3.2.1.3.
  [[nodiscard]] constexpr bool is_loopback() const noexcept { return is_in(0x7F00'0000, 8); }
  /// 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16.  Source: RFC 1918 section 3.
  [[nodiscard]] constexpr bool is_private() const noexcept {
    return is_in(0x0A00'0000, 8) || is_in(0xAC10'0000, 12) || is_in(0xC0A8'0000, 16);
  }
  /// 169.254.0.0/16.  Source: RFC 3927 section 2.1.
  [[nodiscard]] constexpr bool is_link_local() const noexcept { return is_in(0xA9FE'0000, 16); }
  /// 224.0.0.0/4.  Source: RFC 5771 section 3.
  [[nodiscard]] constexpr bool is_multicast() const noexcept { return is_in(0xE000'0000, 4); }
  [[nodiscard]] constexpr bool is_broadcast() const noexcept { return *this == broadcast(); }

  /// ::ffff:192.0.2.1, as dual-stack sockets show an IPv4 peer; in ipv6_address.hpp.
  /// Source: RFC 4291 section 2.5.5.2.
  [[nodiscard]] constexpr Ipv6Address v4_mapped() const noexcept;

  [[nodiscard]] friend constexpr bool operator==(Ipv4Address, Ipv4Address) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(Ipv4Address, Ipv4Address) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(Ipv4Address address) noexcept {
    return detail::hash_key(address.number_);
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, Ipv4Address address) {
    return H::combine(std::move(state), address.number_);
  }

  std::uint32_t number_{}; ///< public only because a structural type must be; read bytes()

private:
  [[nodiscard]] constexpr bool is_in(std::uint32_t prefix, int bits) const noexcept {
    return (number_ ^ prefix) >> (32 - bits) == 0;
  }
};

template <>
inline constexpr std::size_t max_text_size<Ipv4Address> = detail::max_ipv4_text;

namespace detail {

template <std::same_as<Ipv4Address> T>
struct Parser<T> {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text, ParseOptions) noexcept {
    const PlainIpv4 plain = read_plain_ipv4(text);
    if (plain.size == text.size() && plain.size != 0) [[likely]] {
      T address;
      address.number_ = plain.address;
      return address;
    }
    if (text.empty()) return ParseError{ParseErrc::empty, 0, 0};
    if (text.size() > 0xFFFF'FFFF) return ParseError{ParseErrc::too_long, 0, 0};
    return read_ipv4(text).error;
  }
};

} // namespace detail

/// Writes "192.0.2.1", without a NUL; bytes of [ptr, last) may be used as scratch.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<Ipv4Address> does.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      Ipv4Address address) noexcept {
  return detail::write_text<detail::max_ipv4_text>(
      first, last, [=](char* to) { return detail::write_ipv4(to, address.number_); });
}

inline namespace literals {

/// "192.0.2.1"_ipv4.  Error: a text that is no IPv4 address does not compile.
[[nodiscard]] consteval Ipv4Address operator""_ipv4(const char* text, std::size_t size) {
  return detail::parse_constant<Ipv4Address>({text, size});
}

} // namespace literals

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::Ipv4Address> {
  [[nodiscard]] constexpr std::size_t operator()(portkit::Ipv4Address address) const noexcept {
    return hash_value(address);
  }
};

#endif // PORTKIT_IPV4_ADDRESS_HPP
