// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_BITMAP_PORT_SET_HPP
#define PORTKIT_DETAIL_BITMAP_PORT_SET_HPP

#include <portkit/detail/hash.hpp>
#include <portkit/detail/port_bits.hpp>
#include <portkit/detail/port_set_algebra.hpp>
#include <portkit/detail/port_set_interface.hpp>
#include <portkit/port_class.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace portkit::inline v0::detail {

/// What the sets with a storage() of PortBits have in common.
template <class Set, class Value, class Range>
class BitmapPortSet : public PortSetAlgebra<Set, PortSetInterface<Set, Value, Range>> {
public:
  /// Always true, as of every kind of set: there is room for every port.
  constexpr bool insert(Value port) noexcept { return insert(Range{port}); }
  constexpr bool insert(Range range) noexcept {
    return self().storage().insert(low(range), high(range));
  }
  constexpr bool erase(Value port) noexcept { return erase(Range{port}); }
  constexpr bool erase(Range range) noexcept {
    return self().storage().erase(low(range), high(range));
  }

  /// For Boost and Abseil; std::hash gives the same.
  [[nodiscard]] friend constexpr std::size_t hash_value(const Set& set) noexcept {
    std::size_t hash = 0;
    for (const std::uint64_t word : set.storage().words) hash = hash_append(hash, word);
    return hash;
  }
  template <class H>
  [[nodiscard]] friend constexpr H AbslHashValue(H state, const Set& set) {
    return H::combine_contiguous(std::move(state), set.storage().words, PortBits::word_count);
  }

protected:
  BitmapPortSet() = default;

private:
  [[nodiscard]] constexpr Set& self() noexcept { return static_cast<Set&>(*this); }
  [[nodiscard]] static constexpr std::uint32_t low(Range range) noexcept {
    return plain(range.first()).value();
  }
  [[nodiscard]] static constexpr std::uint32_t high(Range range) noexcept {
    return plain(range.last()).value();
  }
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_BITMAP_PORT_SET_HPP
