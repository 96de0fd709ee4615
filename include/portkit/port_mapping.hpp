// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PORT_MAPPING_HPP
#define PORTKIT_PORT_MAPPING_HPP

#include <portkit/address.hpp>
#include <portkit/detail/hash.hpp>
#include <portkit/detail/list_text.hpp>
#include <portkit/detail/mapping_text.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/transport_port_range.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional> // also declares std::hash
#include <string_view>
#include <utility>

namespace portkit::inline v0 {

/// Which ports of a container are reached through which ports of its host: docker's option -p.
///
/// Text:  "127.0.0.1:8080:80/tcp", "[::1]:8000-8010:80-90/udp", "8080:80/tcp", and without a port
///        of the host, which the system then chooses, "127.0.0.1::80/tcp" or "80/tcp".  Without a
///        protocol it is tcp when read, as docker has it: the only place in portkit with a default.
///        Both ranges have the same number of ports; docker's "8000-8010:80", one of several, is
///        refused, as is an IPv6 address without brackets.
/// Order: by address, none first; then host range, none first; container range; protocol.
/// Shape: structural, trivially copyable, 40 bytes.
/// Source: docker run(1), "--publish"; docker/go-connections nat.ParsePortSpec.
class PortMapping {
public:
  /// address, host, container and protocol, of which all but the container have a default:
  /// PortMapping::from({.host = *host, .container = *container, .protocol = Protocol::udp}).
  using Parts = detail::MappingParts;

  /// Error: empty if the ranges of host and container differ in size.
  /// Self is a parameter so that only callers instantiate std::optional.
  template <class Self = PortMapping>
  [[nodiscard]] static constexpr std::optional<Self> from(const Parts& parts) noexcept {
    if (parts.host && parts.host->size() != parts.container.size()) return std::nullopt;
    return Self{parts};
  }
  /// From a constant text.  Error: a text that parse refuses does not compile.
  template <class Self = PortMapping>
  [[nodiscard]] static consteval Self of(std::string_view text) {
    return detail::parse_constant<Self>(text);
  }

  /// The address of the host that takes the connections.  Error: empty for any address.
  template <class Address = IpAddress>
  [[nodiscard]] constexpr std::optional<Address> address() const noexcept {
    if (!has_address_) return std::nullopt;
    return address_;
  }
  /// The ports of the host.  Error: empty if the system chooses them.
  template <class Range = PortRange>
  [[nodiscard]] constexpr std::optional<Range> host() const noexcept {
    if (!has_host_) return std::nullopt;
    return host_;
  }
  /// The ports within the container.
  [[nodiscard]] constexpr PortRange container() const noexcept { return container_; }
  [[nodiscard]] constexpr Protocol protocol() const noexcept { return protocol_; }

  /// Where this port of the host leads.  Error: empty if it is not in host().
  template <class Self = Port>
  [[nodiscard]] constexpr std::optional<Self> container_port(Port host) const noexcept {
    return counterpart<Self>(host, host_, container_);
  }
  /// Through which port of the host this one of the container is reached.
  /// Error: empty if it is not in container(), or if the system chooses.
  template <class Self = Port>
  [[nodiscard]] constexpr std::optional<Self> host_port(Port container) const noexcept {
    return counterpart<Self>(container, container_, host_);
  }

  /// True if the host cannot have both: the same protocol, a port in common, and the same address.
  /// No address is any; 0.0.0.0 and [::] are every one of their version.
  [[nodiscard]] constexpr bool conflicts_with(const PortMapping& other) const noexcept {
    return protocol_ == other.protocol_ && has_host_ && other.has_host_ &&
           host_.overlaps(other.host_) && shares_address(other);
  }

  [[nodiscard]] friend constexpr bool operator==(const PortMapping&,
                                                 const PortMapping&) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(const PortMapping&,
                                                  const PortMapping&) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(const PortMapping& mapping) noexcept {
    std::size_t hash = detail::hash_append(hash_value(mapping.address_), mapping.has_address_);
    hash = detail::hash_append(hash, hash_value(mapping.host_));
    hash = detail::hash_append(hash, mapping.has_host_);
    return detail::hash_append(
        hash, hash_value(TransportPortRange{mapping.protocol_, mapping.container_}));
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, const PortMapping& mapping) {
    return H::combine(std::move(state), mapping.has_address_, mapping.address_, mapping.has_host_,
                      mapping.host_, mapping.container_, mapping.protocol_);
  }

  bool has_address_;    ///< public only because a structural type must be; read address()
  IpAddress address_;   ///< as above
  bool has_host_;       ///< as above; read host()
  PortRange host_;      ///< as above
  PortRange container_; ///< as above; read container()
  Protocol protocol_;   ///< as above; read protocol()

private:
  template <class>
  friend struct detail::Parser;

  /// Precondition: the ranges have the same size.
  explicit constexpr PortMapping(const Parts& parts) noexcept
      : has_address_{parts.address.has_value()}, address_{parts.address.value_or(IpAddress{})},
        has_host_{parts.host.has_value()}, host_{parts.host.value_or(PortRange{Port{}})},
        container_{parts.container}, protocol_{parts.protocol} {}

  template <class Self>
  [[nodiscard]] constexpr std::optional<Self> counterpart(Port port, PortRange from,
                                                          PortRange to) const noexcept {
    const auto index = from.index_of(port);
    if (!has_host_ || !index) return std::nullopt;
    return to.nth(*index);
  }
  [[nodiscard]] constexpr bool shares_address(const PortMapping& other) const noexcept {
    if (!has_address_ || !other.has_address_) return true;
    const IpAddress a = address_.unmapped();
    const IpAddress b = other.address_.unmapped();
    return a == b || (a.is_v4() == b.is_v4() && (a.is_unspecified() || b.is_unspecified()));
  }
};

// An IPv6 address in brackets, a colon, a range, a colon and the rest.
template <>
inline constexpr std::size_t max_text_size<PortMapping> =
    max_text_size<IpAddress> + 3 + max_text_size<PortRange> + 1 + max_text_size<TransportPortRange>;

namespace detail {

template <std::same_as<PortMapping> T>
struct Parser<T> {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text,
                                                 ParseOptions options) noexcept {
    MappingParts parts{.container = PortRange{Port{}}};
    ParseError error{};
    if (!read_mapping(text, options, parts, error)) return error;
    return T{parts};
  }
};

} // namespace detail

/// Writes "127.0.0.1:8080:80/tcp", always with the protocol, without a NUL; bytes of [ptr, last)
/// may be used as scratch.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<PortMapping> does.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      const PortMapping& mapping) noexcept {
  detail::ListWriter out{first, last};
  if (const auto address = mapping.address()) {
    out.add_text(address->is_v6() ? "[" : "");
    out.add(*address);
    out.add_text(address->is_v6() ? "]:" : ":");
    if (!mapping.host()) out.add_text(":");
  }
  if (const auto host = mapping.host()) {
    out.add(*host);
    out.add_text(":");
  }
  out.add(TransportPortRange{mapping.protocol(), mapping.container()});
  return out.result();
}

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::PortMapping> {
  [[nodiscard]] constexpr std::size_t
  operator()(const portkit::PortMapping& mapping) const noexcept {
    return hash_value(mapping);
  }
};

#endif // PORTKIT_PORT_MAPPING_HPP
