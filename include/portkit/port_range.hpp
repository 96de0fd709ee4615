// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PORT_RANGE_HPP
#define PORTKIT_PORT_RANGE_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/plain_port.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional> // also declares std::hash
#include <utility>

namespace portkit::inline v0 {

namespace detail {
// As in port_number.hpp, the name is the error message.
[[noreturn]] inline void port_range_runs_backwards() noexcept {
  result_holds_the_other_alternative();
}
} // namespace detail

/// A closed range of port numbers, of no protocol yet.
///
/// Range: first() <= last(), so never empty; 1 to 65,536 ports.
/// Order: by first, then by last.
/// Shape: structural, trivially copyable, 4 bytes.
class PortRange {
public:
  /// The range of this port alone.
  explicit constexpr PortRange(Port port) noexcept : first_{port}, last_{port} {}

  /// From constants, both ends included.
  /// Error: does not compile if last < first or a number is outside 0..65535.
  [[nodiscard]] static consteval PortRange of(detail::Integer auto first,
                                              detail::Integer auto last) {
    return of(Port::of(first), Port::of(last));
  }
  [[nodiscard]] static consteval PortRange of(Port first, Port last) {
    if (last < first) detail::port_range_runs_backwards();
    return PortRange{first, last};
  }
  /// From ports known at run time only, both included.  Error: empty if last < first.
  /// Self is a parameter so that only callers instantiate std::optional.
  template <class Self = PortRange>
  [[nodiscard]] static constexpr std::optional<Self> from(Port first, Port last) noexcept {
    if (last < first) return std::nullopt;
    return Self{first, last};
  }

  [[nodiscard]] constexpr Port first() const noexcept { return first_; }
  /// The last port that is in the range.
  [[nodiscard]] constexpr Port last() const noexcept { return last_; }
  /// How many ports: 1 to 65,536, which 16 bits do not hold.
  [[nodiscard]] constexpr std::uint32_t size() const noexcept {
    return std::uint32_t{last_.value()} - first_.value() + 1;
  }
  [[nodiscard]] constexpr bool contains(Port port) const noexcept {
    return first_ <= port && port <= last_;
  }

  [[nodiscard]] friend constexpr bool operator==(PortRange, PortRange) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(PortRange, PortRange) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(PortRange range) noexcept {
    return detail::hash_key(range.number());
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, PortRange range) {
    return H::combine(std::move(state), range.number());
  }

  Port first_; ///< public only because a structural type must be; read first()
  Port last_;  ///< public only because a structural type must be; read last()

private:
  /// One number for both ends.
  [[nodiscard]] constexpr std::uint32_t number() const noexcept {
    return std::uint32_t{first_.value()} << 16 | last_.value();
  }

  constexpr PortRange(Port first, Port last) noexcept : first_{first}, last_{last} {}
};

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::PortRange> {
  [[nodiscard]] constexpr std::size_t operator()(portkit::PortRange range) const noexcept {
    return hash_value(range);
  }
};

#endif // PORTKIT_PORT_RANGE_HPP
