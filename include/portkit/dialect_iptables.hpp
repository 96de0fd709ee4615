// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DIALECT_IPTABLES_HPP
#define PORTKIT_DIALECT_IPTABLES_HPP

#include <portkit/detail/list_text.hpp>
#include <portkit/detail/range_text.hpp>
#include <portkit/dialect_list.hpp>
#include <portkit/dialect_text.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/plain_port_range.hpp>
#include <portkit/port_class.hpp>
#include <portkit/result.hpp>
#include <portkit/small_port_set.hpp>

#include <cstddef>
#include <span> // also brings the iterator tags and std::ranges::enable_view
#include <string_view>
#include <system_error>

namespace portkit::inline v0 {

namespace dialect {

/// The ports of iptables' multiport match, of the one protocol that the rule names: every kind of
/// set but TransportPortSet.
///
/// Text:  "22,80,8000:8010".  As multiport has it there are no open ends ("1024:"), which only
///        --dport alone takes, no range of a single port ("80:80"), no empty list, and at most 15
///        slots, of which a range takes two.  No names of services.
/// Error: too_many_items marks the first item over; a range of one port is a reversed_range.
/// Source: iptables-extensions(8), "multiport"; libxt_multiport.c of iptables 1.8.
struct Iptables {
  static constexpr std::size_t max_slots = 15;
};
inline constexpr Iptables iptables{};

} // namespace dialect

namespace detail {

[[nodiscard]] constexpr std::size_t iptables_slots(auto range) noexcept {
  return range.size() == 1 ? 1 : 2;
}

template <PortSetOfOneProtocol Set>
struct Syntax<dialect::Iptables, Set> {
  [[nodiscard]] static constexpr bool read(ListItem list, ParseOptions options, dialect::Iptables,
                                           Set& set, ParseError& error) noexcept {
    std::size_t slots = 0;
    ListItems items{list};
    for (ListItem item; items.next(item);) {
      if (item.text.empty()) return item.refuse(error, ParseErrc::empty_item);
      const RangeReading range = read_range(item.text, options, ':');
      if (!range.is_valid) return refuse(error, range.error, item.position);
      const bool is_range = item.text.find(':') != item.text.npos;
      if (is_range && range.first == range.last)
        return item.refuse(error, ParseErrc::reversed_range);
      slots += is_range ? 2 : 1;
      if (slots > dialect::Iptables::max_slots)
        return item.refuse(error, ParseErrc::too_many_items);
      const PortRange ports = *PortRange::from(range.first, range.last);
      if (!insert_item(item, typename Set::range_type{ports}, set, error)) return false;
    }
    return true;
  }
  [[nodiscard]] static constexpr std::errc refusal(const Set& set) noexcept {
    if (set.is_empty()) return std::errc::invalid_argument;
    std::size_t slots = 0;
    for (const auto range : set.ranges()) {
      slots += iptables_slots(range);
      if (slots > dialect::Iptables::max_slots) return std::errc::argument_list_too_long;
    }
    return {};
  }
  static constexpr void write(const Set& set, auto& out) noexcept {
    std::string_view separator;
    for (const auto range : set.ranges()) {
      out.add_text(separator);
      out.add(range.first());
      if (range.size() != 1) {
        out.add_text(":");
        out.add(range.last());
      }
      separator = ",";
    }
  }
};

/// Walks a set in pieces of no more than 15 slots.
template <class Set>
class IptablesPieceIterator {
public:
  using value_type = SmallPortSet<dialect::Iptables::max_slots>;
  using difference_type = std::ptrdiff_t;
  using reference = value_type;
  using pointer = void;
  using iterator_category = std::input_iterator_tag; // C++17's forward iterators refer to objects
  using iterator_concept = std::forward_iterator_tag;

  IptablesPieceIterator() = default;
  constexpr IptablesPieceIterator(PortSetRangeIterator<Set> place,
                                  PortSetRangeIterator<Set> end) noexcept
      : place_{place}, next_{place}, end_{end} {
    find_next();
  }

  [[nodiscard]] constexpr value_type operator*() const noexcept {
    value_type piece;
    for (auto i = place_; i != next_; ++i)
      (void)piece.insert(*PortRange::from(plain((*i).first()), plain((*i).last()))); // it fits
    return piece;
  }
  constexpr IptablesPieceIterator& operator++() noexcept {
    place_ = next_;
    find_next();
    return *this;
  }
  constexpr IptablesPieceIterator operator++(int) noexcept {
    const IptablesPieceIterator before = *this;
    ++*this;
    return before;
  }
  [[nodiscard]] friend constexpr bool operator==(IptablesPieceIterator a,
                                                 IptablesPieceIterator b) noexcept {
    return a.place_ == b.place_;
  }

private:
  constexpr void find_next() noexcept {
    std::size_t slots = 0;
    for (; next_ != end_; ++next_) {
      slots += iptables_slots(*next_);
      if (slots > dialect::Iptables::max_slots) return;
    }
  }

  PortSetRangeIterator<Set> place_{};
  PortSetRangeIterator<Set> next_{}; ///< where the next piece begins
  PortSetRangeIterator<Set> end_{};
};

/// The pieces of a set that outlives this view.
template <class Set>
class IptablesPieces {
public:
  IptablesPieces() = default;
  explicit constexpr IptablesPieces(const Set& set) noexcept : ranges_{set.ranges()} {}

  [[nodiscard]] constexpr IptablesPieceIterator<Set> begin() const noexcept {
    return {ranges_.begin(), ranges_.end()};
  }
  [[nodiscard]] constexpr IptablesPieceIterator<Set> end() const noexcept {
    return {ranges_.end(), ranges_.end()};
  }

private:
  PortSetRanges<Set> ranges_{};
};

} // namespace detail

/// The set in pieces that are all expressible in dialect::iptables, one for each rule: a forward
/// range of SmallPortSet<15>, ascending; none of the empty set.
template <detail::PortSetOfOneProtocol Set>
[[nodiscard]] constexpr detail::IptablesPieces<Set> iptables_pieces(const Set& set) noexcept {
  return detail::IptablesPieces<Set>{set};
}
/// It would outlive the set.
template <detail::PortSetOfOneProtocol Set>
void iptables_pieces(const Set&& set) = delete;

} // namespace portkit::inline v0

template <class Set>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::detail::IptablesPieces<Set>> =
    true;
template <class Set>
inline constexpr bool std::ranges::enable_view<portkit::detail::IptablesPieces<Set>> = true;

#endif // PORTKIT_DIALECT_IPTABLES_HPP
