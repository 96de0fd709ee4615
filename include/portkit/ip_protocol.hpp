// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_IP_PROTOCOL_HPP
#define PORTKIT_IP_PROTOCOL_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/detail/ip_protocols.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/protocol.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional> // also declares std::hash
#include <string_view>
#include <type_traits>
#include <utility>

namespace portkit::inline v0 {

namespace detail {
// As in port_number.hpp, the name is the error message.
[[noreturn]] inline void ip_protocol_number_outside_0_to_255() noexcept {
  result_holds_the_other_alternative();
}
} // namespace detail

/// What an IPv4 protocol field or an IPv6 next header field holds: any of the 256 numbers, also
/// those that IANA has not assigned.  Only some of them are transports that have ports: Protocol.
///
/// Range:  0..255, every value is valid; 0 is HOPOPT, so there is no default.
/// Text:   none; write value() or keyword().  Not a number itself, it never prints as a character.
/// Order:  by number; a Protocol converts to it and compares with it.
/// Shape:  structural, trivially copyable, 1 byte.
/// Source: IANA "Assigned Internet Protocol Numbers".
class IpProtocol {
public:
  /// From a value of the exact width, as a packet holds it.
  explicit constexpr IpProtocol(std::same_as<std::uint8_t> auto number) noexcept
      : number_{number} {}
  constexpr IpProtocol(Protocol protocol) noexcept : number_{static_cast<std::uint8_t>(protocol)} {}
  /// Write IpProtocol::of(58) for a constant, IpProtocol::from(n) for a number known at run time.
  template <class T>
    requires(std::is_arithmetic_v<T> && !std::same_as<T, std::uint8_t>)
  explicit IpProtocol(T) = delete;

  /// From an integer constant.  Error: does not compile outside 0..255.
  [[nodiscard]] static consteval IpProtocol of(detail::Integer auto number) {
    if (!std::in_range<std::uint8_t>(number)) detail::ip_protocol_number_outside_0_to_255();
    return IpProtocol{static_cast<std::uint8_t>(number)};
  }
  /// From an integer known at run time only.  Error: empty outside 0..255.
  /// Self is a parameter so that only callers instantiate std::optional.
  template <class Self = IpProtocol>
  [[nodiscard]] static constexpr std::optional<Self> from(detail::Integer auto number) noexcept {
    if (!std::in_range<std::uint8_t>(number)) return std::nullopt;
    return Self{static_cast<std::uint8_t>(number)};
  }

  [[nodiscard]] constexpr std::uint8_t value() const noexcept { return number_; }

  /// IANA's keyword, "TCP" or "IPv6-ICMP", in IANA's own case and without the remark "(deprecated)"
  /// behind it; empty for a number that has none.  Static storage, NUL-terminated.
  [[nodiscard]] constexpr std::string_view keyword() const noexcept {
    const std::size_t start = detail::registry::ip_protocol_starts<char16_t>[number_];
    const std::size_t next = detail::registry::ip_protocol_starts<char16_t>[number_ + 1];
    return std::string_view(detail::registry::ip_protocol_keywords<char> + start, next - start - 1);
  }

  /// The same protocol, if it is a transport that has ports.
  template <class Found = Protocol>
  [[nodiscard]] constexpr std::optional<Found> transport() const noexcept {
    const auto protocol = static_cast<Found>(number_);
    if (!detail::is_enumerator(protocol)) return std::nullopt;
    return protocol;
  }

  /// True for the numbers that IANA lists as IPv6 extension headers, behind which, but for those of
  /// ESP and of experiments, another next header field tells what follows.
  [[nodiscard]] constexpr bool is_ipv6_extension_header() const noexcept {
    const char bits = detail::registry::ip_protocol_extensions<char>[number_ / 8];
    return (static_cast<unsigned char>(bits) >> number_ % 8 & 1) != 0;
  }

  [[nodiscard]] friend constexpr bool operator==(IpProtocol, IpProtocol) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(IpProtocol, IpProtocol) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(IpProtocol protocol) noexcept {
    return detail::hash_key(protocol.value());
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, IpProtocol protocol) {
    return H::combine(std::move(state), protocol.value());
  }

  std::uint8_t number_; ///< public only because a structural type must be; read value()
};

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::IpProtocol> {
  [[nodiscard]] constexpr std::size_t operator()(portkit::IpProtocol protocol) const noexcept {
    return hash_value(protocol);
  }
};

#endif // PORTKIT_IP_PROTOCOL_HPP
