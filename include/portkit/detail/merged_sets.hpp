// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_MERGED_SETS_HPP
#define PORTKIT_DETAIL_MERGED_SETS_HPP

#include <portkit/plain_port_set.hpp>
#include <portkit/protocol.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/transport_port_range.hpp>

#include <cstddef>
#include <span> // also brings the iterator tags and std::ranges::enable_view

namespace portkit::inline v0::detail {

/// Walks four sets, one for each protocol, as one: their ports or ranges in the order of Value.
template <class Value, class PartIterator>
class MergedIterator {
public:
  using value_type = Value;
  using difference_type = std::ptrdiff_t;
  using reference = Value;
  using pointer = void;
  using iterator_category = std::input_iterator_tag; // C++17's forward iterators refer to objects
  using iterator_concept = std::forward_iterator_tag;

  MergedIterator() = default;
  /// At the first of the elements between the four beginnings and the four ends.
  constexpr MergedIterator(const PartIterator (&places)[4],
                           const PartIterator (&ends)[4]) noexcept {
    for (std::size_t i = 0; i != 4; ++i) {
      places_[i] = places[i];
      ends_[i] = ends[i];
    }
    find_lowest();
  }

  [[nodiscard]] constexpr Value operator*() const noexcept { return value(lowest_); }
  constexpr MergedIterator& operator++() noexcept {
    ++places_[lowest_];
    find_lowest();
    return *this;
  }
  constexpr MergedIterator operator++(int) noexcept {
    const MergedIterator before = *this;
    ++*this;
    return before;
  }
  [[nodiscard]] friend constexpr bool operator==(const MergedIterator& a,
                                                 const MergedIterator& b) noexcept {
    for (std::size_t i = 0; i != 4; ++i)
      if (a.places_[i] != b.places_[i]) return false;
    return true;
  }

private:
  [[nodiscard]] constexpr Value value(std::size_t part) const noexcept {
    return {all_protocols[part], *places_[part]};
  }
  constexpr void find_lowest() noexcept {
    lowest_ = 4;
    for (std::size_t i = 0; i != 4; ++i)
      if (places_[i] != ends_[i] && (lowest_ == 4 || value(i) < value(lowest_))) lowest_ = i;
  }

  PartIterator places_[4]{};
  PartIterator ends_[4]{};
  std::size_t lowest_ = 4; ///< the part whose element comes next, or 4 at the end
};

/// The merged ranges of four sets that outlive this view.
class MergedRanges {
  using Iterator = MergedIterator<TransportPortRange, PortSetRangeIterator<PortSet>>;

public:
  MergedRanges() = default;
  explicit constexpr MergedRanges(const PortSet (&sets)[4]) noexcept : sets_{sets} {}

  [[nodiscard]] constexpr Iterator begin() const noexcept {
    return {{part(0).begin(), part(1).begin(), part(2).begin(), part(3).begin()},
            {part(0).end(), part(1).end(), part(2).end(), part(3).end()}};
  }
  [[nodiscard]] constexpr Iterator end() const noexcept {
    return {{part(0).end(), part(1).end(), part(2).end(), part(3).end()},
            {part(0).end(), part(1).end(), part(2).end(), part(3).end()}};
  }

private:
  [[nodiscard]] constexpr PortSetRanges<PortSet> part(std::size_t i) const noexcept {
    return sets_[i].ranges();
  }

  const PortSet* sets_ = nullptr;
};

} // namespace portkit::inline v0::detail

template <>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::detail::MergedRanges> = true;
template <>
inline constexpr bool std::ranges::enable_view<portkit::detail::MergedRanges> = true;

#endif // PORTKIT_DETAIL_MERGED_SETS_HPP
