// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_FACTS_HPP
#define PORTKIT_TESTS_FACTS_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

// Questions about types.  A "no" means something only beside the "yes" of its nearest neighbour, so
// each negative static_assert in the tests stands next to a positive one on the same concept.

namespace facts {

template <class A, class B>
concept Equatable = requires(const A& a, const B& b) { a == b; };
template <class A, class B>
concept Orderable = requires(const A& a, const B& b) { a < b; };
template <class To, class From>
concept Assignable = requires(To& to, const From& from) { to = from; };
template <class To, class From>
concept Constructible =
    requires(const From& from) { To{from}; } && std::constructible_from<To, From>;
template <class To, class From>
concept Castable = requires(const From& from) { static_cast<To>(from); };
template <class From, class To>
concept Convertible = std::is_convertible_v<From, To>;
template <class F, class... Arguments>
concept Callable = std::invocable<F, Arguments...>;

/// A type of which this can be named is structural.
template <auto V>
struct Constant {
  static constexpr auto value = V;
};

/// Small, cheap to copy, and never throwing on the way.
template <class T, std::size_t Size, std::size_t Alignment>
concept PlainValue =
    sizeof(T) == Size && alignof(T) == Alignment && std::is_trivially_copyable_v<T> &&
    std::is_standard_layout_v<T> && std::is_nothrow_copy_constructible_v<T> &&
    std::is_nothrow_copy_assignable_v<T> && std::is_trivially_destructible_v<T> &&
    std::copyable<T> && std::equality_comparable<T>;

/// What a hash sees that follows Abseil's protocol.
struct FakeHashState {
  std::vector<std::uint64_t> seen;

  template <class... Values>
  static FakeHashState combine(FakeHashState state, const Values&... values) {
    (state.seen.push_back(values), ...);
    return state;
  }
};

template <class T>
[[nodiscard]] std::vector<std::uint64_t> absl_hash_input(const T& value) {
  return AbslHashValue(FakeHashState{}, value).seen;
}

} // namespace facts

#endif // PORTKIT_TESTS_FACTS_HPP
