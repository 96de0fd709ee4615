// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_INDEX_ITERATOR_HPP
#define PORTKIT_DETAIL_INDEX_ITERATOR_HPP

#include <portkit/version.hpp>

#include <compare>
#include <cstddef>
#include <span> // also brings the iterator tags, which alone in <iterator> cost 0.1 s

namespace portkit::inline v0::detail {

/// Random access to a small view whose operator[] makes its elements, so that `*it` is a value.
template <class View, class Value>
class IndexIterator {
public:
  using value_type = Value;
  using difference_type = std::ptrdiff_t;
  using reference = Value;
  /// What it->name needs: a value that lives until the end of the expression.
  struct Pointer {
    Value value;
    [[nodiscard]] constexpr const Value* operator->() const noexcept { return &value; }
  };
  using pointer = Pointer;
  using iterator_category = std::input_iterator_tag; // C++17's forward iterators refer to objects
  using iterator_concept = std::random_access_iterator_tag;

  IndexIterator() = default;
  constexpr IndexIterator(View view, std::ptrdiff_t index) noexcept : view_{view}, index_{index} {}

  [[nodiscard]] constexpr Value operator*() const noexcept { return (*this)[0]; }
  [[nodiscard]] constexpr Pointer operator->() const noexcept { return {**this}; }
  [[nodiscard]] constexpr Value operator[](std::ptrdiff_t by) const noexcept {
    return view_[static_cast<std::size_t>(index_ + by)];
  }

  constexpr IndexIterator& operator+=(std::ptrdiff_t by) noexcept {
    index_ += by;
    return *this;
  }
  constexpr IndexIterator& operator-=(std::ptrdiff_t by) noexcept { return *this += -by; }
  constexpr IndexIterator& operator++() noexcept { return *this += 1; }
  constexpr IndexIterator& operator--() noexcept { return *this -= 1; }
  constexpr IndexIterator operator++(int) noexcept {
    const IndexIterator before = *this;
    ++*this;
    return before;
  }
  constexpr IndexIterator operator--(int) noexcept {
    const IndexIterator before = *this;
    --*this;
    return before;
  }

  [[nodiscard]] friend constexpr IndexIterator operator+(IndexIterator it,
                                                         std::ptrdiff_t by) noexcept {
    return it += by;
  }
  [[nodiscard]] friend constexpr IndexIterator operator+(std::ptrdiff_t by,
                                                         IndexIterator it) noexcept {
    return it += by;
  }
  [[nodiscard]] friend constexpr IndexIterator operator-(IndexIterator it,
                                                         std::ptrdiff_t by) noexcept {
    return it -= by;
  }
  [[nodiscard]] friend constexpr std::ptrdiff_t operator-(IndexIterator a,
                                                          IndexIterator b) noexcept {
    return a.index_ - b.index_;
  }
  [[nodiscard]] friend constexpr bool operator==(IndexIterator a, IndexIterator b) noexcept {
    return a.index_ == b.index_;
  }
  [[nodiscard]] friend constexpr auto operator<=>(IndexIterator a, IndexIterator b) noexcept {
    return a.index_ <=> b.index_;
  }

private:
  View view_{};
  std::ptrdiff_t index_ = 0;
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_INDEX_ITERATOR_HPP
