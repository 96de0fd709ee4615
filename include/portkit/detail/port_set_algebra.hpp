// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_PORT_SET_ALGEBRA_HPP
#define PORTKIT_DETAIL_PORT_SET_ALGEBRA_HPP

#include <portkit/version.hpp>

#include <cstdint>

namespace portkit::inline v0::detail {

struct NoBase {};

/// The algebra of sets that keep a bit for each port: between sets of the same type only, so that
/// those of two protocols never mix.
///
/// Set has for every operation on two words: a constructor (a, b, operation), which makes the set
/// of the words so made, assign(a, b, operation), and any(a, b, operation), true if some bit is set.
/// Base is what else Set derives from: a second empty base would take room with MSVC.
template <class Set, class Base = NoBase>
class PortSetAlgebra : public Base {
public:
  /// True if every member of the other set is in this one.
  [[nodiscard]] constexpr bool includes(const Set& other) const noexcept {
    return !Set::any(other, self(), without);
  }
  /// True if some port is in both.
  [[nodiscard]] constexpr bool intersects(const Set& other) const noexcept {
    return Set::any(self(), other, both);
  }

  constexpr Set& operator|=(const Set& other) noexcept { return change(other, either); }
  constexpr Set& operator&=(const Set& other) noexcept { return change(other, both); }
  constexpr Set& operator-=(const Set& other) noexcept { return change(other, without); }
  constexpr Set& operator^=(const Set& other) noexcept { return change(other, one_of); }
  /// The ports in a, in b or in both.
  [[nodiscard]] friend constexpr Set operator|(const Set& a, const Set& b) noexcept {
    return make(a, b, either);
  }
  /// The ports in both.
  [[nodiscard]] friend constexpr Set operator&(const Set& a, const Set& b) noexcept {
    return make(a, b, both);
  }
  /// The ports in a that are not in b.
  [[nodiscard]] friend constexpr Set operator-(const Set& a, const Set& b) noexcept {
    return make(a, b, without);
  }
  /// The ports in a or in b but not in both.
  [[nodiscard]] friend constexpr Set operator^(const Set& a, const Set& b) noexcept {
    return make(a, b, one_of);
  }
  /// The ports that are not in a.
  [[nodiscard]] friend constexpr Set operator~(const Set& a) noexcept {
    return make(a, a, neither);
  }

  [[nodiscard]] friend constexpr bool operator==(const Set& a, const Set& b) noexcept {
    return !a.differs_from(b);
  }

protected:
  PortSetAlgebra() = default;

private:
  using Word = std::uint64_t;
  static constexpr auto either = [](Word a, Word b) { return a | b; };
  static constexpr auto both = [](Word a, Word b) { return a & b; };
  static constexpr auto without = [](Word a, Word b) { return a & ~b; };
  static constexpr auto one_of = [](Word a, Word b) { return a ^ b; };
  static constexpr auto neither = [](Word a, Word b) { return ~(a | b); };

  [[nodiscard]] constexpr const Set& self() const noexcept {
    return static_cast<const Set&>(*this);
  }
  [[nodiscard]] constexpr bool differs_from(const Set& other) const noexcept {
    return Set::any(self(), other, one_of);
  }
  constexpr Set& change(const Set& other, auto operation) noexcept {
    Set& set = static_cast<Set&>(*this);
    set.assign(set, other, operation);
    return set;
  }
  [[nodiscard]] static constexpr Set make(const Set& a, const Set& b, auto operation) noexcept {
    return Set{a, b, operation};
  }
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_PORT_SET_ALGEBRA_HPP
