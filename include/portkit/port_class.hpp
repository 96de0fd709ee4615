// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PORT_CLASS_HPP
#define PORTKIT_PORT_CLASS_HPP

#include <portkit/plain_port.hpp>

#include <concepts>
#include <cstdint>

namespace portkit::inline v0 {

namespace detail {

[[nodiscard]] constexpr Port plain(Port port) noexcept { return port; }
[[nodiscard]] constexpr auto plain(auto port) noexcept -> decltype(port.port()) {
  return port.port();
}

/// Port, TypedPort<P> or TransportPort: what a question on the number alone takes.
template <class T>
concept AnyPort = requires(T port) {
  { detail::plain(port) } -> std::same_as<Port>;
};

} // namespace detail

/// The IANA ranges: a rule for assigning names.  What a host lets a program bind or hands out
/// itself, and what browsers refuse, are other questions (policy.hpp).
/// Source: RFC 6335 section 6.
enum class PortClass : std::uint8_t {
  well_known, ///< 0-1023, "System Ports"
  registered, ///< 1024-49151, "User Ports"
  dynamic,    ///< 49152-65535, "Dynamic Ports", never assigned
};

/// The IANA range that holds this port.  Source: RFC 6335 section 6.
[[nodiscard]] constexpr PortClass classify(detail::AnyPort auto port) noexcept {
  const std::uint16_t number = detail::plain(port).value();
  return static_cast<PortClass>((number >= 1024) + (number >= 49152));
}
/// True for 0-1023.
[[nodiscard]] constexpr bool is_well_known(detail::AnyPort auto port) noexcept {
  return detail::plain(port).value() <= 1023;
}
/// True for 1024-49151.
[[nodiscard]] constexpr bool is_registered(detail::AnyPort auto port) noexcept {
  const std::uint16_t number = detail::plain(port).value();
  return 1024 <= number && number <= 49151;
}
/// True for 49152-65535.
[[nodiscard]] constexpr bool is_dynamic(detail::AnyPort auto port) noexcept {
  return detail::plain(port).value() >= 49152;
}

} // namespace portkit::inline v0
#endif // PORTKIT_PORT_CLASS_HPP
