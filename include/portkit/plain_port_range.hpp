// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_PLAIN_PORT_RANGE_HPP
#define PORTKIT_PLAIN_PORT_RANGE_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/detail/port_interval.hpp>
#include <portkit/detail/port_number.hpp>
#include <portkit/detail/range_text.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>

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
// As in port_number.hpp, the name is the error message.
[[noreturn]] inline void port_range_runs_backwards() noexcept {
  result_holds_the_other_alternative();
}
} // namespace detail

/// A closed range of port numbers, of no protocol yet; a random-access range of Port.
///
/// Text:  "8000-8010"; "80" for a range of one port.
/// Range: first() <= last(), so never empty; 1 to 65,536 ports.
/// Order: by first, then by last.
/// Shape: structural, trivially copyable, 4 bytes.
class PortRange : public detail::PortInterval<PortRange, Port> {
public:
  /// The range of this port alone.
  explicit constexpr PortRange(Port port) noexcept : PortInterval{{}, port, port} {}

  /// From constants, both ends included.
  /// Error: does not compile if last < first or a number is outside 0..65535.
  [[nodiscard]] static consteval PortRange of(detail::Integer auto first,
                                              detail::Integer auto last) {
    return of(Port::of(first), Port::of(last));
  }
  [[nodiscard]] static consteval PortRange of(Port first, Port last) {
    if (last < first) detail::port_range_runs_backwards();
    return PortRange{{}, first, last};
  }
  /// From ports known at run time only, both included.  Error: empty if last < first.
  /// Self is a parameter so that only callers instantiate std::optional.
  template <class Self = PortRange>
  [[nodiscard]] static constexpr std::optional<Self> from(Port first, Port last) noexcept {
    if (last < first) return std::nullopt;
    return Self{{}, first, last};
  }

  /// 0-65535
  [[nodiscard]] static constexpr PortRange all() noexcept { return of(0, 65535); }
  // The IANA ranges, see PortClass.  Source: RFC 6335 section 6.
  [[nodiscard]] static constexpr PortRange well_known() noexcept { return of(0, 1023); }
  [[nodiscard]] static constexpr PortRange registered() noexcept { return of(1024, 49151); }
  [[nodiscard]] static constexpr PortRange dynamic() noexcept { return of(49152, 65535); }

  [[nodiscard]] friend constexpr bool operator==(PortRange, PortRange) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(PortRange, PortRange) noexcept = default;

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(PortRange range) noexcept {
    return detail::hash_key(range.low() << 16 | range.high());
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, PortRange range) {
    return H::combine(std::move(state), range.low() << 16 | range.high());
  }

private:
  friend PortInterval;
  template <class>
  friend struct detail::Parser;
  template <Protocol>
  friend class TypedPortRange;
  friend class TransportPortRange;
  using PortInterval::PortInterval;
};

// Two ports and a dash.
template <>
inline constexpr std::size_t max_text_size<PortRange> = 2 * max_text_size<Port> + 1;

namespace detail {

template <std::same_as<PortRange> T>
struct Parser<T> {
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text,
                                                 ParseOptions options) noexcept {
    const RangeReading range = read_range(text, options);
    if (!range.is_valid) return range.error;
    return T{{}, range.first, range.last};
  }
};

} // namespace detail

/// Writes "8000-8010", or "80" for a range of one port, without a NUL; bytes of [ptr, last) may be
/// used as scratch.
/// Error: value_too_large with ptr == last if it does not fit; max_text_size<PortRange> does.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      PortRange range) noexcept {
  return detail::write_range(first, last, range.first(), range.last());
}

} // namespace portkit::inline v0

template <>
struct std::hash<portkit::PortRange> {
  [[nodiscard]] constexpr std::size_t operator()(portkit::PortRange range) const noexcept {
    return hash_value(range);
  }
};
template <>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::PortRange> = true;
template <>
inline constexpr bool std::ranges::enable_view<portkit::PortRange> = true;

#endif // PORTKIT_PLAIN_PORT_RANGE_HPP
