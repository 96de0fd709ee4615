// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TRANSPORT_PORT_RANGE_HPP
#define PORTKIT_TRANSPORT_PORT_RANGE_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/detail/port_interval.hpp>
#include <portkit/detail/range_text.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/typed_port_range.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional> // also declares std::hash
#include <span>     // also declares std::ranges::enable_view
#include <string_view>
#include <utility>

namespace portkit::inline v0 {

namespace detail {

/// As above, of a protocol known at run time only.
template <>
struct PortSpace<TransportPort> {
  PortSpace() = default;
  explicit constexpr PortSpace(Protocol protocol) noexcept : protocol_{protocol} {}
  explicit constexpr PortSpace(TransportPort port) noexcept : protocol_{port.protocol()} {}

  [[nodiscard]] constexpr TransportPort operator[](std::size_t number) const noexcept {
    return {protocol_, Port{static_cast<std::uint16_t>(number)}};
  }
  [[nodiscard]] friend constexpr bool operator==(PortSpace, PortSpace) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(PortSpace, PortSpace) noexcept = default;

  Protocol protocol_ = Protocol::tcp;
};

} // namespace detail

/// A closed range of ports of one protocol known at run time only; a random-access range of
/// TransportPort.
///
/// Text:  "8000-8010/tcp"; "80/tcp" for a range of one port.
/// Order: by first, then by last, then by protocol number; a TypedPortRange converts to it and
///        compares with it.  Ranges of two protocols have no port in common and never merge.
/// Shape: structural, trivially copyable, 6 bytes.
class TransportPortRange : public detail::PortInterval<TransportPortRange, TransportPort> {
public:
  constexpr TransportPortRange(Protocol protocol, PortRange range) noexcept
      : PortInterval{detail::PortSpace<TransportPort>{protocol}, range.first(), range.last()} {}
  template <Protocol P>
  constexpr TransportPortRange(TypedPortRange<P> range) noexcept
      : TransportPortRange{P, range.ports()} {}
  /// The range of this port alone.
  explicit constexpr TransportPortRange(TransportPort port) noexcept
      : TransportPortRange{port.protocol(), PortRange{port.port()}} {}

  [[nodiscard]] constexpr Protocol protocol() const noexcept { return protocol_; }
  /// The numbers without their protocol.
  [[nodiscard]] constexpr PortRange ports() const noexcept { return {{}, first_, last_}; }
  /// The range as one of protocol P.  Error: empty if its protocol is another.
  template <Protocol P>
  [[nodiscard]] constexpr std::optional<TypedPortRange<P>> as() const noexcept {
    if (protocol_ != P) return std::nullopt;
    return TypedPortRange<P>{ports()};
  }

  [[nodiscard]] friend constexpr bool operator==(TransportPortRange,
                                                 TransportPortRange) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(TransportPortRange,
                                                  TransportPortRange) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(TransportPortRange range) noexcept {
    return detail::hash_append(hash_value(range.ports()),
                               static_cast<std::uint64_t>(range.protocol_));
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, TransportPortRange range) {
    return H::combine(std::move(state), range.ports(), range.protocol_);
  }

private:
  friend PortInterval;
  using PortInterval::PortInterval;
};

// A range, a slash and a protocol.
template <>
inline constexpr std::size_t max_text_size<TransportPortRange> =
    max_text_size<PortRange> + 1 + max_text_size<Protocol>;

namespace detail {

template <std::same_as<TransportPortRange> T>
struct Parser<T> {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text,
                                                 ParseOptions options) noexcept {
    const std::size_t slash = text.size() > 0xFFFF'FFFF ? text.npos : text.find('/');
    const Result<PortRange> range = portkit::parse<PortRange>(text.substr(0, slash), options);
    if (!range) return range.error();
    const ProtocolReading protocol = read_protocol_behind(text, slash);
    if (!protocol.is_valid) return protocol.error;
    return T{protocol.protocol, *range};
  }
};

} // namespace detail

/// Writes "8000-8010/tcp", or "80/tcp" for a range of one port, without a NUL; bytes of [ptr, last)
/// may be used as scratch.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<TransportPortRange>
///        does.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      TransportPortRange range) noexcept {
  const std::to_chars_result ports = to_chars(first, last, range.ports());
  if (ports.ec != std::errc{} || ports.ptr == last) return {last, std::errc::value_too_large};
  *ports.ptr = '/';
  return to_chars(ports.ptr + 1, last, range.protocol());
}

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::TransportPortRange> {
  [[nodiscard]] constexpr std::size_t operator()(portkit::TransportPortRange range) const noexcept {
    return hash_value(range);
  }
};
template <>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::TransportPortRange> = true;
template <>
inline constexpr bool std::ranges::enable_view<portkit::TransportPortRange> = true;

#endif // PORTKIT_TRANSPORT_PORT_RANGE_HPP
