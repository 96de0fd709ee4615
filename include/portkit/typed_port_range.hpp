// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TYPED_PORT_RANGE_HPP
#define PORTKIT_TYPED_PORT_RANGE_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/detail/port_interval.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/typed_port.hpp>

#include <charconv>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional> // also declares std::hash
#include <span>     // also declares std::ranges::enable_view
#include <string_view>
#include <utility>

namespace portkit::inline v0 {

/// A closed range of ports of one protocol; a random-access range of TypedPort<P>.
///
/// Everything said of PortRange holds.  Ranges of different protocols do not compare or convert.
template <Protocol P>
class TypedPortRange : public detail::PortInterval<TypedPortRange<P>, TypedPort<P>> {
  using Interval = detail::PortInterval<TypedPortRange<P>, TypedPort<P>>;

public:
  static constexpr Protocol protocol = P;

  /// The range of this port alone.
  explicit constexpr TypedPortRange(TypedPort<P> port) noexcept
      : Interval{{}, port.port(), port.port()} {}
  /// From a range of numbers that the caller says are ports of this protocol.
  explicit constexpr TypedPortRange(PortRange range) noexcept
      : Interval{{}, range.first(), range.last()} {}

  /// From constants, both ends included.
  /// Error: does not compile if last < first or a number is outside 0..65535.
  [[nodiscard]] static consteval TypedPortRange of(detail::Integer auto first,
                                                   detail::Integer auto last) {
    return TypedPortRange{PortRange::of(first, last)};
  }
  [[nodiscard]] static consteval TypedPortRange of(TypedPort<P> first, TypedPort<P> last) {
    return TypedPortRange{PortRange::of(first.port(), last.port())};
  }
  /// From ports known at run time only, both included.  Error: empty if last < first.
  [[nodiscard]] static constexpr std::optional<TypedPortRange> from(TypedPort<P> first,
                                                                    TypedPort<P> last) noexcept {
    if (last < first) return std::nullopt;
    return TypedPortRange{{}, first.port(), last.port()};
  }

  /// The numbers without their protocol.
  [[nodiscard]] constexpr PortRange ports() const noexcept {
    return {{}, this->first_, this->last_};
  }

  [[nodiscard]] friend constexpr bool operator==(TypedPortRange, TypedPortRange) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(TypedPortRange,
                                                  TypedPortRange) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same, and that of the same TransportPortRange.
  [[nodiscard]] friend constexpr std::size_t hash_value(TypedPortRange range) noexcept {
    return detail::hash_append(hash_value(range.ports()), static_cast<std::uint64_t>(P));
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, TypedPortRange range) {
    return H::combine(std::move(state), range.ports(), P);
  }

private:
  friend Interval;
  using Interval::Interval;
};

using TcpPortRange = TypedPortRange<Protocol::tcp>;
using UdpPortRange = TypedPortRange<Protocol::udp>;
using DccpPortRange = TypedPortRange<Protocol::dccp>;
using SctpPortRange = TypedPortRange<Protocol::sctp>;

template <Protocol P>
inline constexpr std::size_t max_text_size<TypedPortRange<P>> = max_text_size<PortRange>;

template <Protocol P>
struct detail::Parser<TypedPortRange<P>> {
  [[nodiscard]] static constexpr Result<TypedPortRange<P>> parse(std::string_view text,
                                                                 ParseOptions options) noexcept {
    const Result<PortRange> range = portkit::parse<PortRange>(text, options);
    if (!range) return range.error();
    return TypedPortRange<P>{*range};
  }
};

/// As of PortRange: the numbers alone, since the type says the protocol.
template <Protocol P>
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      TypedPortRange<P> range) noexcept {
  return to_chars(first, last, range.ports());
}

} // namespace portkit::inline v0

template <portkit::Protocol P>
struct std::hash<portkit::TypedPortRange<P>> {
  [[nodiscard]] constexpr std::size_t operator()(portkit::TypedPortRange<P> range) const noexcept {
    return hash_value(range);
  }
};
template <portkit::Protocol P>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::TypedPortRange<P>> = true;
template <portkit::Protocol P>
inline constexpr bool std::ranges::enable_view<portkit::TypedPortRange<P>> = true;

#endif // PORTKIT_TYPED_PORT_RANGE_HPP
