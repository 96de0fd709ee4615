// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_PORT_SET_INTERFACE_HPP
#define PORTKIT_DETAIL_PORT_SET_INTERFACE_HPP

#include <portkit/detail/port_bits.hpp>
#include <portkit/detail/port_interval.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/port_class.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span> // also brings the iterator tags and std::ranges::enable_view

namespace portkit::inline v0::detail {

/// Walks the members of a set, ascending.
template <class Set>
class PortSetIterator {
public:
  using value_type = typename Set::value_type;
  using difference_type = std::ptrdiff_t;
  using reference = value_type;
  using pointer = void;
  using iterator_category = std::input_iterator_tag; // C++17's forward iterators refer to objects
  using iterator_concept = std::forward_iterator_tag;

  PortSetIterator() = default;
  constexpr PortSetIterator(const Set& set, std::uint32_t number) noexcept
      : set_{&set}, number_{number} {}

  [[nodiscard]] constexpr value_type operator*() const noexcept {
    return PortSpace<value_type>{}[number_];
  }
  constexpr PortSetIterator& operator++() noexcept {
    number_ = set_->storage().next_member(number_ + 1);
    return *this;
  }
  constexpr PortSetIterator operator++(int) noexcept {
    const PortSetIterator before = *this;
    ++*this;
    return before;
  }
  [[nodiscard]] friend constexpr bool operator==(PortSetIterator a, PortSetIterator b) noexcept {
    return a.number_ == b.number_;
  }

private:
  const Set* set_ = nullptr;
  std::uint32_t number_ = no_port;
};

/// Walks the merged ranges of a set, ascending.
template <class Set>
class PortSetRangeIterator {
public:
  using value_type = typename Set::range_type;
  using difference_type = std::ptrdiff_t;
  using reference = value_type;
  using pointer = void;
  using iterator_category = std::input_iterator_tag;
  using iterator_concept = std::forward_iterator_tag;

  PortSetRangeIterator() = default;
  constexpr PortSetRangeIterator(const Set& set, std::uint32_t from) noexcept
      : set_{&set}, span_{set.storage().next_span(from)} {}

  [[nodiscard]] constexpr value_type operator*() const noexcept {
    using Value = typename Set::value_type;
    return *value_type::from(PortSpace<Value>{}[span_.first], PortSpace<Value>{}[span_.end - 1]);
  }
  constexpr PortSetRangeIterator& operator++() noexcept {
    span_ = set_->storage().next_span(span_.end);
    return *this;
  }
  constexpr PortSetRangeIterator operator++(int) noexcept {
    const PortSetRangeIterator before = *this;
    ++*this;
    return before;
  }
  [[nodiscard]] friend constexpr bool operator==(PortSetRangeIterator a,
                                                 PortSetRangeIterator b) noexcept {
    return a.span_.first == b.span_.first;
  }

private:
  const Set* set_ = nullptr;
  NumberSpan span_{no_port, no_port};
};

/// The merged ranges of a set that outlives this view.
template <class Set>
class PortSetRanges {
public:
  PortSetRanges() = default;
  explicit constexpr PortSetRanges(const Set& set) noexcept : set_{&set} {}

  [[nodiscard]] constexpr PortSetRangeIterator<Set> begin() const noexcept { return {*set_, 0}; }
  [[nodiscard]] constexpr PortSetRangeIterator<Set> end() const noexcept {
    return {*set_, no_port};
  }

private:
  const Set* set_ = nullptr;
};

/// What the sets of ports have in common.  Set says how it keeps them: storage() has contains,
/// count, is_empty, insert, erase, next_member, next_absent, next_span and nth, all on plain numbers.
template <class Set, class Value, class Range>
class PortSetInterface {
public:
  using value_type = Value;
  using range_type = Range;
  using iterator = PortSetIterator<Set>;
  using const_iterator = iterator;

  [[nodiscard]] constexpr bool contains(Value port) const noexcept {
    return self().storage().contains(number(port));
  }
  /// How many ports: 0 to 65,536, which 16 bits do not hold.
  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return self().storage().count(); }
  [[nodiscard]] constexpr bool is_empty() const noexcept { return self().storage().is_empty(); }

  /// The member before which there are `index` others.  Error: empty from size() on.
  template <class Self = Value>
  [[nodiscard]] constexpr std::optional<Self> nth(std::size_t index) const noexcept {
    return to_port<Self>(self().storage().nth(index));
  }
  /// The first member above this port, itself a member or not.  Error: empty if there is none.
  template <class Self = Value>
  [[nodiscard]] constexpr std::optional<Self> next_after(Value port) const noexcept {
    return to_port<Self>(self().storage().next_member(number(port) + 1));
  }
  /// The first port above this one that is no member.  Error: empty if there is none.
  template <class Self = Value>
  [[nodiscard]] constexpr std::optional<Self> next_absent(Value port) const noexcept {
    return to_port<Self>(self().storage().next_absent(number(port) + 1));
  }

  /// The ports, ascending.
  [[nodiscard]] constexpr iterator begin() const noexcept {
    return {self(), self().storage().next_member(0)};
  }
  [[nodiscard]] constexpr iterator end() const noexcept { return {self(), no_port}; }
  /// The same ports as ranges, ascending, as few as possible: none touches the next.
  [[nodiscard]] constexpr PortSetRanges<Set> ranges() const& noexcept {
    return PortSetRanges<Set>{self()};
  }
  [[nodiscard]] PortSetRanges<Set> ranges() const&& = delete; // it would outlive the set

protected:
  PortSetInterface() = default;

private:
  [[nodiscard]] constexpr const Set& self() const noexcept {
    return static_cast<const Set&>(*this);
  }
  [[nodiscard]] static constexpr std::uint32_t number(Value port) noexcept {
    return plain(port).value();
  }
  template <class Self>
  [[nodiscard]] static constexpr std::optional<Self> to_port(std::uint32_t number) noexcept {
    if (number == no_port) return std::nullopt;
    return PortSpace<Self>{}[number];
  }
};

} // namespace portkit::inline v0::detail

template <class Set>
inline constexpr bool std::ranges::enable_borrowed_range<portkit::detail::PortSetRanges<Set>> =
    true;
template <class Set>
inline constexpr bool std::ranges::enable_view<portkit::detail::PortSetRanges<Set>> = true;

#endif // PORTKIT_DETAIL_PORT_SET_INTERFACE_HPP
