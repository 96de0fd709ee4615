// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_INLINE_RANGES_HPP
#define PORTKIT_DETAIL_INLINE_RANGES_HPP

#include <portkit/detail/port_bits.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace portkit::inline v0::detail {

struct NumberRange {
  std::uint16_t first;
  std::uint16_t last;

  [[nodiscard]] constexpr std::uint32_t width() const noexcept {
    return std::uint32_t{last} - first + 1;
  }
  [[nodiscard]] friend constexpr bool operator==(NumberRange, NumberRange) noexcept = default;
};

/// At most Capacity ranges of ports, ascending, none touching the next: 4 * Capacity + 4 bytes.
/// Numbers are 32 bits wide, the ends of ranges included.
template <std::size_t Capacity>
struct InlineRanges {
  std::uint32_t size = 0;
  NumberRange ranges[Capacity]{}; ///< those behind `size` are zero: equal sets are equal bytes

  [[nodiscard]] constexpr bool contains(std::uint32_t number) const noexcept {
    const std::uint32_t i = find(number);
    return i != size && ranges[i].first <= number;
  }
  [[nodiscard]] constexpr std::uint32_t count() const noexcept {
    std::uint32_t sum = 0;
    for (std::uint32_t i = 0; i != size; ++i) sum += ranges[i].width();
    return sum;
  }
  [[nodiscard]] constexpr bool is_empty() const noexcept { return size == 0; }

  /// Adds first to last.  False, and nothing is added, if that would take too many ranges.
  [[nodiscard]] constexpr bool insert(std::uint32_t first, std::uint32_t last) noexcept {
    // Those that overlap or touch the new range become part of it.
    const std::uint32_t from = find(first == 0 ? 0 : first - 1);
    std::uint32_t to = from;
    while (to != size && ranges[to].first <= last + 1) ++to;
    if (from != to) {
      if (ranges[from].first < first) first = ranges[from].first;
      if (ranges[to - 1].last > last) last = ranges[to - 1].last;
    }
    const NumberRange whole{static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(last)};
    return replace(from, to, &whole, 1);
  }
  /// Removes first to last.  False, and nothing is removed, if that would take too many ranges.
  [[nodiscard]] constexpr bool erase(std::uint32_t first, std::uint32_t last) noexcept {
    const std::uint32_t from = find(first);
    std::uint32_t to = from;
    while (to != size && ranges[to].first <= last) ++to;
    NumberRange rest[2]{};
    std::uint32_t rests = 0;
    if (from != to && ranges[from].first < first)
      rest[rests++] = {ranges[from].first, static_cast<std::uint16_t>(first - 1)};
    if (from != to && ranges[to - 1].last > last)
      rest[rests++] = {static_cast<std::uint16_t>(last + 1), ranges[to - 1].last};
    return replace(from, to, rest, rests);
  }

  /// The first number from this one on that is in the set, or no_port; from may be no_port.
  [[nodiscard]] constexpr std::uint32_t next_member(std::uint32_t from) const noexcept {
    const std::uint32_t i = find(from);
    if (i == size) return no_port;
    return ranges[i].first < from ? from : ranges[i].first;
  }
  /// The first number from this one on that is not in the set, or no_port; from may be no_port.
  [[nodiscard]] constexpr std::uint32_t next_absent(std::uint32_t from) const noexcept {
    const std::uint32_t i = find(from);
    return i == size || ranges[i].first > from ? from : ranges[i].last + std::uint32_t{1};
  }
  /// The first members from this number on that stand side by side, or two times no_port.
  [[nodiscard]] constexpr NumberSpan next_span(std::uint32_t from) const noexcept {
    const std::uint32_t i = find(from);
    if (i == size) return {no_port, no_port};
    return {ranges[i].first < from ? from : ranges[i].first, ranges[i].last + std::uint32_t{1}};
  }
  /// The member before which there are `index` others, or no_port.
  [[nodiscard]] constexpr std::uint32_t nth(std::size_t index) const noexcept {
    for (std::uint32_t i = 0; i != size; ++i) {
      if (index < ranges[i].width()) return ranges[i].first + static_cast<std::uint32_t>(index);
      index -= ranges[i].width();
    }
    return no_port;
  }

  template <std::size_t OtherCapacity>
  [[nodiscard]] constexpr bool equals(const InlineRanges<OtherCapacity>& other) const noexcept {
    if (size != other.size) return false;
    for (std::uint32_t i = 0; i != size; ++i)
      if (ranges[i] != other.ranges[i]) return false;
    return true;
  }

private:
  /// The first range that does not end below this number, or size.
  [[nodiscard]] constexpr std::uint32_t find(std::uint32_t number) const noexcept {
    std::uint32_t from = 0;
    for (std::uint32_t left = size; left != 0;) {
      const std::uint32_t half = left / 2;
      const bool is_below = ranges[from + half].last < number;
      from += is_below ? half + 1 : 0;
      left = is_below ? left - half - 1 : half;
    }
    return from;
  }
  /// Puts others in the place of the ranges [from, to).  False, and nothing changes, without room.
  constexpr bool replace(std::uint32_t from, std::uint32_t to, const NumberRange* others,
                         std::uint32_t count) noexcept {
    const std::uint32_t new_size = size - (to - from) + count;
    if (new_size > Capacity) return false;
    if (new_size > size) { // by one; upwards, since GCC 12 warns of a loop down to an index
      NumberRange moved{};
      for (std::uint32_t i = to; i != new_size; ++i) moved = std::exchange(ranges[i], moved);
    } else {
      for (std::uint32_t i = to; i != size; ++i) ranges[i + new_size - size] = ranges[i];
      for (std::uint32_t i = new_size; i != size; ++i) ranges[i] = {};
    }
    for (std::uint32_t i = 0; i != count; ++i) ranges[from + i] = others[i];
    size = new_size;
    return true;
  }
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_INLINE_RANGES_HPP
