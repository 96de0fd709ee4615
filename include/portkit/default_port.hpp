// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DEFAULT_PORT_HPP
#define PORTKIT_DEFAULT_PORT_HPP

#include <portkit/detail/name_words.hpp>
#include <portkit/detail/scheme_views.hpp>
#include <portkit/detail/schemes.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/transport_port.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// The default ports of URL schemes.  A scheme is written without its colon, in any ASCII case:
// "https".  One that is not known has no port; nothing is guessed from a service of the same name.

namespace portkit::inline v0 {

namespace detail {

/// One probe of a perfect hash table, whose layout schemes.hpp describes.
[[nodiscard]] constexpr SchemePorts find_scheme(std::string_view scheme) noexcept {
  if (scheme.size() - 1 >= 16) return {}; // also the empty text, by wrap-around
  const NameWords words = NameWords::of(scheme);
  const std::uint64_t sum = words.low + words.high + scheme.size();
  const char slot = registry::scheme_numbers<char>[sum * registry::scheme_multiplier >> 54];
  const std::size_t number = static_cast<unsigned char>(slot);
  const char* const known = registry::scheme_words<char> + 16 * number;
  const char16_t* const facts = registry::scheme_facts<char16_t> + 3 * number;
  if (load_8(known) != words.low || load_8(known + 8) != words.high) return {};
  return {Port{static_cast<std::uint16_t>(facts[0])},
          facts[1] | static_cast<std::uint32_t>(facts[2]) << 16};
}

} // namespace detail

/// Every scheme with a default port, in lower case and by name: a random-access range of
/// std::string_view into static storage, each NUL-terminated.
[[nodiscard]] constexpr detail::SchemeNames all_schemes() noexcept { return {}; }

/// The default port of this scheme on each of its transports, the usual one first: a random-access
/// range of TransportPort.  For "https" 443/tcp and 443/udp.
/// Error: empty if the scheme is not known.
[[nodiscard]] constexpr detail::SchemePorts default_ports(std::string_view scheme) noexcept {
  return detail::find_scheme(scheme);
}

/// The first of default_ports: what a URL without a port means.
/// Error: empty if the scheme is not known.
template <class Found = TransportPort> // so that only callers instantiate std::optional
[[nodiscard]] constexpr std::optional<Found> default_port(std::string_view scheme) noexcept {
  const detail::SchemePorts ports = default_ports(scheme);
  if (ports.empty()) return std::nullopt;
  return ports.front();
}

/// True if a URL of this scheme can leave the port out: it is the default one of any transport.
[[nodiscard]] constexpr bool is_default_port(std::string_view scheme, Port port) noexcept {
  const detail::SchemePorts ports = default_ports(scheme);
  return !ports.empty() && ports.front().port() == port; // all have the same number
}
/// The same for one transport: "https" has 443/udp, "http" has no 80/udp.  Takes a TypedPort too.
[[nodiscard]] constexpr bool is_default_port(std::string_view scheme, TransportPort port) noexcept {
  for (const TransportPort known : default_ports(scheme))
    if (known == port) return true;
  return false;
}

} // namespace portkit::inline v0
#endif // PORTKIT_DEFAULT_PORT_HPP
