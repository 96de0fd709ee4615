// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_PORT_INTERVAL_HPP
#define PORTKIT_DETAIL_PORT_INTERVAL_HPP

#include <portkit/detail/index_iterator.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/port_class.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace portkit::inline v0::detail {

/// The ports of which Value is one, by number: of no protocol, or of one that the type says.
template <class Value>
struct PortSpace {
  PortSpace() = default;
  explicit constexpr PortSpace(Value) noexcept {}

  [[nodiscard]] constexpr Value operator[](std::size_t number) const noexcept {
    return Value{static_cast<std::uint16_t>(number)};
  }
  [[nodiscard]] friend constexpr bool operator==(PortSpace, PortSpace) noexcept = default;
  [[nodiscard]] friend constexpr auto operator<=>(PortSpace, PortSpace) noexcept = default;
};

/// What the closed ranges of ports have in common; Range is made of the space and both ends.
/// Ranges of two spaces have no port in common.
///
/// Sums and differences are taken on 32-bit numbers, where neither 65535 + 1 nor a size overflows.
template <class Range, class Value>
class PortInterval : public PortSpace<Value> { // a base, which if empty takes no room
  using Space = PortSpace<Value>;

public:
  using value_type = Value;

  [[nodiscard]] constexpr Value first() const noexcept { return space()[low()]; }
  /// The last port that is in the range.
  [[nodiscard]] constexpr Value last() const noexcept { return space()[high()]; }
  /// How many ports: 1 to 65,536, which 16 bits do not hold.
  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return high() - low() + 1; }

  [[nodiscard]] constexpr bool contains(Value port) const noexcept {
    return space() == Space{port} && first_ <= plain_port(port) && plain_port(port) <= last_;
  }
  /// True if every port of the other range is in this one.
  [[nodiscard]] constexpr bool includes(Range other) const noexcept {
    return space() == other.space() && first_ <= other.first_ && other.last_ <= last_;
  }
  /// True if some port is in both.
  [[nodiscard]] constexpr bool overlaps(Range other) const noexcept {
    return space() == other.space() && first_ <= other.last_ && other.first_ <= last_;
  }
  /// True if one begins where the other ends, without a port between them: 80-81 and 82-90.
  [[nodiscard]] constexpr bool adjacent(Range other) const noexcept {
    return space() == other.space() && (high() + 1 == other.low() || other.high() + 1 == low());
  }
  /// The ports that are in both.  Error: empty if there is none.
  template <class Self = Range>
  [[nodiscard]] constexpr std::optional<Self> intersect(Range other) const noexcept {
    if (!overlaps(other)) return std::nullopt;
    return Range{space(), first_ < other.first_ ? other.first_ : first_,
                 last_ < other.last_ ? last_ : other.last_};
  }
  /// The ports that are in either.  Error: empty if they are no range, for some lie between.
  template <class Self = Range>
  [[nodiscard]] constexpr std::optional<Self> merge(Range other) const noexcept {
    if (!overlaps(other) && !adjacent(other)) return std::nullopt;
    return Range{space(), first_ < other.first_ ? first_ : other.first_,
                 last_ < other.last_ ? other.last_ : last_};
  }

  /// The port at this index, the first at 0.  Error: empty from size() on.
  template <class Self = Value>
  [[nodiscard]] constexpr std::optional<Self> nth(std::size_t index) const noexcept {
    if (index >= size()) return std::nullopt;
    return space()[low() + index];
  }
  /// The index at which nth finds this port.  Error: empty if the port is not in the range.
  template <class Index = std::uint32_t>
  [[nodiscard]] constexpr std::optional<Index> index_of(Value port) const noexcept {
    if (!contains(port)) return std::nullopt;
    return Index{plain_port(port).value()} - low();
  }
  /// The next port of the range, by which a search goes round: first() behind last(), and also
  /// behind a port that is not in the range.
  [[nodiscard]] constexpr Value next_wrapping(Value port) const noexcept {
    const Port number = plain_port(port);
    return contains(port) && number != last_ ? space()[number.value() + 1U] : first();
  }

  /// Random access to the ports, ascending.  The loop `for (Port p : range)` ends, also at 65535.
  /// Limit: one constant expression can walk 32,768 ports within Clang's default limits.
  [[nodiscard]] constexpr auto begin() const noexcept { return iterator(low()); }
  [[nodiscard]] constexpr auto end() const noexcept { return iterator(high() + 1); }

  [[nodiscard]] friend constexpr bool operator==(const PortInterval&,
                                                 const PortInterval&) noexcept = default;
  [[nodiscard]] friend constexpr std::strong_ordering operator<=>(const PortInterval& a,
                                                                  const PortInterval& b) noexcept {
    if (a.first_ != b.first_) return a.first_ <=> b.first_;
    if (a.last_ != b.last_) return a.last_ <=> b.last_;
    return a.space() <=> b.space();
  }

  Port first_; ///< public only because a structural type must be; read first()
  Port last_;  ///< public only because a structural type must be; read last()

protected:
  constexpr PortInterval(Space space, Port first, Port last) noexcept
      : Space{space}, first_{first}, last_{last} {}

  [[nodiscard]] constexpr const Space& space() const noexcept { return *this; }

  [[nodiscard]] constexpr std::uint32_t low() const noexcept { return first_.value(); }
  [[nodiscard]] constexpr std::uint32_t high() const noexcept { return last_.value(); }

private:
  [[nodiscard]] static constexpr Port plain_port(Value port) noexcept { return plain(port); }
  [[nodiscard]] constexpr auto iterator(std::uint32_t number) const noexcept {
    return IndexIterator<Space, Value>{space(), number};
  }
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_PORT_INTERVAL_HPP
