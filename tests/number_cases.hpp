// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_NUMBER_CASES_HPP
#define PORTKIT_TESTS_NUMBER_CASES_HPP

#include <portkit/port.hpp>
#include <portkit/result.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <type_traits>

// What holds of Port and of each TypedPort<P> alike: "a TypedPort is the same, and ...".  Each of
// the two test files runs these for its own types.

namespace number_cases {

using portkit::ParseErrc;
using portkit::ParseError;
using portkit::ParseOptions;

template <class P, class T>
concept HasFrom = requires(T number) { P::from(number); };
template <class P, class T>
concept HasOffset = requires(P port, T by) { port.offset(by); };

/// Every arithmetic type and what it may do: only the type of exactly the right width constructs,
/// only those that hold numbers go through the checks of `from` and `offset`.
template <class P>
consteval bool takes_numbers_as_it_should() {
  constexpr auto is_refused_by_construction = []<class... T>(std::tuple<T...>*) {
    return ((!facts::Constructible<P, T> && !facts::Castable<P, T> && !facts::Convertible<T, P> &&
             !facts::Assignable<P, T> && !facts::Equatable<P, T> && !facts::Orderable<P, T>) &&
            ...);
  };
  constexpr auto gives_no_number = []<class... T>(std::tuple<T...>*) {
    return ((!facts::Convertible<P, T> && !facts::Castable<T, P>) && ...);
  };
  constexpr auto is_checked = []<class... T>(std::tuple<T...>*) {
    return ((HasFrom<P, T> && HasOffset<P, T>) && ...);
  };
  constexpr auto is_no_number = []<class... T>(std::tuple<T...>*) {
    return ((!HasFrom<P, T> && !HasOffset<P, T>) && ...);
  };
  using Characters = std::tuple<bool, char, wchar_t, char8_t, char16_t, char32_t>;
  using Others = std::tuple<signed char, unsigned char, short, int, unsigned, long, unsigned long,
                            long long, unsigned long long>;
  using Fractions = std::tuple<float, double, long double>;
  using Exact = std::tuple<std::uint16_t>;

  static_assert(facts::Constructible<P, std::uint16_t> && facts::Castable<P, std::uint16_t>);
  static_assert(!facts::Convertible<std::uint16_t, P> && !facts::Assignable<P, std::uint16_t>);
  static_assert(!facts::Equatable<P, std::uint16_t> && !facts::Orderable<P, std::uint16_t>);
  static_assert(facts::Equatable<P, P> && facts::Orderable<P, P> && facts::Assignable<P, P>);

  static_assert(is_refused_by_construction(static_cast<Characters*>(nullptr)));
  static_assert(is_refused_by_construction(static_cast<Others*>(nullptr)));
  static_assert(is_refused_by_construction(static_cast<Fractions*>(nullptr)));
  static_assert(gives_no_number(static_cast<Exact*>(nullptr)));
  static_assert(gives_no_number(static_cast<Characters*>(nullptr)));
  static_assert(gives_no_number(static_cast<Others*>(nullptr)));
  static_assert(gives_no_number(static_cast<Fractions*>(nullptr)));
  static_assert(is_checked(static_cast<Exact*>(nullptr)));
  static_assert(is_checked(static_cast<Others*>(nullptr)));
  static_assert(is_no_number(static_cast<Characters*>(nullptr)));
  static_assert(is_no_number(static_cast<Fractions*>(nullptr)));
  static_assert(!HasFrom<P, P> && !HasOffset<P, P>); // a port is no distance
  return true;
}

template <class P>
concept HasArithmetic =
    requires(P port) { port + 1; } || requires(P port) { port - port; } ||
    requires(P port) { ++port; } || requires(P port) { port++; } ||
    requires(P port) { port += 1; } || requires(P port) { port * 2; } ||
    requires(P port) { ~port; } || requires(P port) { -port; } || requires(P port) { +port; } ||
    requires(P port) { !port; } || requires(P port) { port ? 1 : 0; };
static_assert(HasArithmetic<std::uint16_t>); // the control

/// Nothing here allocates or throws.
template <class P>
consteval bool throws_nothing() {
  static_assert(std::is_nothrow_default_constructible_v<P>);
  static_assert(std::is_nothrow_constructible_v<P, std::uint16_t>);
  static_assert(noexcept(P::from(1)) && noexcept(P::from(1ULL)) && noexcept(P::from(-1L)));
  static_assert(noexcept(P::from_network(portkit::NetworkPort{})));
  static_assert(noexcept(P{}.value()) && noexcept(P{}.is_zero()) && noexcept(P{}.to_network()));
  static_assert(noexcept(P{}.offset(1)) && noexcept(P{}.offset(1ULL)));
  static_assert(noexcept(P{} == P{}) && noexcept(P{} <=> P{}) && noexcept(P{} < P{}));
  static_assert(noexcept(hash_value(P{})) && noexcept(std::hash<P>{}(P{})));
  static_assert(noexcept(portkit::parse<P>(std::string_view{})));
  static_assert(noexcept(to_chars(nullptr, nullptr, P{})));
  static_assert(noexcept(from_chars(nullptr, nullptr, std::declval<P&>())));
  return true;
}

template <class P>
constexpr std::optional<P> exactly(std::uint16_t number) {
  return P{number};
}

template <class P>
void check_from_integers() {
  PORTKIT_CHECK(P::of(0) == P{});
  PORTKIT_CHECK(P::of(65535).value() == 65535);
  PORTKIT_CHECK(P::of(443LL) == P::of(std::uint8_t{187}).offset(256));
  PORTKIT_CHECK(P{std::uint16_t{443}}.value() == 443);
  PORTKIT_CHECK(P{}.is_zero());
  PORTKIT_CHECK(!P::of(1).is_zero());
  PORTKIT_CHECK(!P::of(256).is_zero()); // its low byte is zero
  PORTKIT_CHECK(!P::of(65535).is_zero());

  PORTKIT_CHECK(P::from(0) == exactly<P>(0));
  PORTKIT_CHECK(P::from(65535) == exactly<P>(65535));
  PORTKIT_CHECK(P::from(65535U) == exactly<P>(65535));
  PORTKIT_CHECK(P::from(std::uint16_t{65535}) == exactly<P>(65535));
  PORTKIT_CHECK(P::from(65536) == std::nullopt);
  PORTKIT_CHECK(P::from(65536U) == std::nullopt);
  PORTKIT_CHECK(P::from(65536 + 80) == std::nullopt);
  PORTKIT_CHECK(P::from(-1) == std::nullopt);
  PORTKIT_CHECK(P::from(-65536 + 80) == std::nullopt);
  PORTKIT_CHECK(P::from((std::int64_t{1} << 32) + 80) == std::nullopt);
  PORTKIT_CHECK(P::from(std::numeric_limits<std::int64_t>::min()) == std::nullopt);
  PORTKIT_CHECK(P::from(std::numeric_limits<std::int64_t>::min() + 80) == std::nullopt);
  PORTKIT_CHECK(P::from(std::numeric_limits<std::int64_t>::max()) == std::nullopt);
  PORTKIT_CHECK(P::from(std::numeric_limits<std::uint64_t>::max()) == std::nullopt);
  PORTKIT_CHECK(P::from(std::int8_t{127}) == exactly<P>(127));
  PORTKIT_CHECK(P::from(std::int8_t{-128}) == std::nullopt);
  PORTKIT_CHECK(P::from(std::uint8_t{255}) == exactly<P>(255));
  PORTKIT_CHECK(P::from(std::int16_t{32767}) == exactly<P>(32767));
  PORTKIT_CHECK(P::from(std::int16_t{-32768}) == std::nullopt);
}

template <class P>
void check_offset() {
  PORTKIT_CHECK(P::of(80).offset(0) == exactly<P>(80));
  PORTKIT_CHECK(P::of(80).offset(1) == exactly<P>(81));
  PORTKIT_CHECK(P::of(80).offset(-80) == exactly<P>(0));
  PORTKIT_CHECK(P::of(80).offset(-81) == std::nullopt);
  PORTKIT_CHECK(P::of(65534).offset(1) == exactly<P>(65535));
  PORTKIT_CHECK(P::of(65535).offset(1) == std::nullopt);
  PORTKIT_CHECK(P::of(65535).offset(-65535) == exactly<P>(0));
  PORTKIT_CHECK(P::of(65535).offset(-65536) == std::nullopt);
  PORTKIT_CHECK(P::of(0).offset(65535) == exactly<P>(65535));
  PORTKIT_CHECK(P::of(0).offset(65536) == std::nullopt);
  PORTKIT_CHECK(P::of(0).offset(-1) == std::nullopt);
  PORTKIT_CHECK(P::of(1).offset(65535U) == std::nullopt);
  PORTKIT_CHECK(P::of(0).offset(65535U) == exactly<P>(65535));
  PORTKIT_CHECK(P::of(0).offset(std::uint16_t{65535}) == exactly<P>(65535));
  PORTKIT_CHECK(P::of(300).offset(std::int8_t{-128}) == exactly<P>(172));
  PORTKIT_CHECK(P::of(300).offset(std::int8_t{127}) == exactly<P>(427));
  PORTKIT_CHECK(P::of(300).offset(std::uint8_t{255}) == exactly<P>(555));

  // Sums that wrap at 2^16, 2^32 or 2^64 would land on a port again.
  PORTKIT_CHECK(P::of(80).offset(65536) == std::nullopt);
  PORTKIT_CHECK(P::of(80).offset(-65536) == std::nullopt);
  PORTKIT_CHECK(P::of(80).offset(std::int64_t{1} << 32) == std::nullopt);
  PORTKIT_CHECK(P::of(80).offset(-(std::int64_t{1} << 32)) == std::nullopt);
  PORTKIT_CHECK(P::of(80).offset(std::numeric_limits<std::uint32_t>::max()) == std::nullopt);
  PORTKIT_CHECK(P::of(80).offset(std::numeric_limits<std::int32_t>::min()) == std::nullopt);
  PORTKIT_CHECK(P::of(80).offset(std::numeric_limits<std::int32_t>::max()) == std::nullopt);
  PORTKIT_CHECK(P::of(0).offset(std::numeric_limits<std::int64_t>::min()) == std::nullopt);
  PORTKIT_CHECK(P::of(65535).offset(std::numeric_limits<std::int64_t>::min()) == std::nullopt);
  PORTKIT_CHECK(P::of(1).offset(std::numeric_limits<std::int64_t>::max()) == std::nullopt);
  PORTKIT_CHECK(P::of(1).offset(std::numeric_limits<std::uint64_t>::max()) == std::nullopt);
  PORTKIT_CHECK(P::of(80).offset(std::numeric_limits<std::uint64_t>::max() - 65535) ==
                std::nullopt);
}

template <class P>
void check_order() {
  PORTKIT_CHECK(P::of(80) == P::of(80));
  PORTKIT_CHECK(P::of(80) != P::of(443));
  PORTKIT_CHECK(P::of(80) < P::of(443));
  PORTKIT_CHECK(P::of(443) > P::of(80));
  PORTKIT_CHECK(P::of(80) <= P::of(80));
  PORTKIT_CHECK(P::of(80) >= P::of(80));
  // As numbers: not signed, not as text, not byte by byte in network order.
  PORTKIT_CHECK(P::of(32767) < P::of(32768));
  PORTKIT_CHECK(P::of(0) < P::of(65535));
  PORTKIT_CHECK(P::of(9) < P::of(10));
  PORTKIT_CHECK(P::of(255) < P::of(256));
  static_assert(std::is_same_v<std::compare_three_way_result_t<P>, std::strong_ordering>);
}

template <class P>
void check_network_order() {
  PORTKIT_CHECK(P::from_network(P::of(443).to_network()) == P::of(443));
  PORTKIT_CHECK(P::from_network(P::of(65280).to_network()) == P::of(65280));
  PORTKIT_CHECK(P::of(443).to_network() == portkit::Port::of(443).to_network());
  PORTKIT_CHECK(P::of(443).to_network() != P::of(47873).to_network());
}

template <class P>
constexpr ParseError error_of(std::string_view text, ParseOptions options = ParseOptions::strict) {
  return portkit::parse<P>(text, options).error();
}

template <class P>
void check_parse() {
  using namespace std::string_view_literals;
  constexpr ParseOptions zeros = ParseOptions::leading_zeros_allowed;
  constexpr ParseOptions nonzero = ParseOptions::nonzero_port;

  PORTKIT_CHECK(portkit::parse<P>("0") == P::of(0));
  PORTKIT_CHECK(portkit::parse<P>("7") == P::of(7));
  PORTKIT_CHECK(portkit::parse<P>("10") == P::of(10));
  PORTKIT_CHECK(portkit::parse<P>("443") == P::of(443));
  PORTKIT_CHECK(portkit::parse<P>("8080") == P::of(8080));
  PORTKIT_CHECK(portkit::parse<P>("65535") == P::of(65535));

  PORTKIT_CHECK(error_of<P>("") == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of<P>({}) == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of<P>("+80") == ParseError{ParseErrc::not_a_digit, 0, 1});
  PORTKIT_CHECK(error_of<P>("-1") == ParseError{ParseErrc::not_a_digit, 0, 1});
  PORTKIT_CHECK(error_of<P>("80 ") == ParseError{ParseErrc::not_a_digit, 2, 1});
  PORTKIT_CHECK(error_of<P>("80\0"sv) == ParseError{ParseErrc::not_a_digit, 2, 1});
  PORTKIT_CHECK(error_of<P>("8,080") == ParseError{ParseErrc::not_a_digit, 1, 1});
  PORTKIT_CHECK(error_of<P>("0x50") == ParseError{ParseErrc::not_a_digit, 1, 1});
  PORTKIT_CHECK(error_of<P>("443/tcp") == ParseError{ParseErrc::not_a_digit, 3, 1});
  PORTKIT_CHECK(error_of<P>("123456789x") == ParseError{ParseErrc::not_a_digit, 9, 1});
  PORTKIT_CHECK(error_of<P>("080") == ParseError{ParseErrc::leading_zero, 0, 1});
  PORTKIT_CHECK(error_of<P>("00") == ParseError{ParseErrc::leading_zero, 0, 1});
  PORTKIT_CHECK(error_of<P>("00080") == ParseError{ParseErrc::leading_zero, 0, 3});
  PORTKIT_CHECK(error_of<P>("65536") == ParseError{ParseErrc::out_of_range, 0, 5});
  PORTKIT_CHECK(error_of<P>("99999") == ParseError{ParseErrc::out_of_range, 0, 5});
  PORTKIT_CHECK(error_of<P>("100000") == ParseError{ParseErrc::out_of_range, 0, 6});
  PORTKIT_CHECK(error_of<P>("18446744073709551696") == ParseError{ParseErrc::out_of_range, 0, 20});

  PORTKIT_CHECK(portkit::parse<P>("080", zeros) == P::of(80));
  PORTKIT_CHECK(portkit::parse<P>("00", zeros) == P::of(0));
  PORTKIT_CHECK(portkit::parse<P>("000000000000000000000065535", zeros) == P::of(65535));
  PORTKIT_CHECK(error_of<P>("065536", zeros) == ParseError{ParseErrc::out_of_range, 0, 6});
  PORTKIT_CHECK(error_of<P>("", zeros) == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(error_of<P>("00x", zeros) == ParseError{ParseErrc::not_a_digit, 2, 1});

  PORTKIT_CHECK(portkit::parse<P>("1", nonzero) == P::of(1));
  PORTKIT_CHECK(error_of<P>("0", nonzero) == ParseError{ParseErrc::zero_port, 0, 1});
  PORTKIT_CHECK(error_of<P>("00", nonzero) == ParseError{ParseErrc::leading_zero, 0, 1});
  PORTKIT_CHECK(error_of<P>("000", nonzero | zeros) == ParseError{ParseErrc::zero_port, 0, 3});
  PORTKIT_CHECK(portkit::parse<P>("001", nonzero | zeros) == P::of(1));
}

/// What stands in `room` bytes after writing: the text, or nothing if it did not fit.
template <class T>
[[nodiscard]] std::optional<std::string> written_into(std::size_t room, const T& value) {
  std::array<char, 32> buffer;
  buffer.fill('#');
  char* const first = buffer.data() + 8;
  const std::to_chars_result result = to_chars(first, first + room, value);
  const auto is_untouched = [](char c) { return c == '#'; };
  CHECK(std::all_of(buffer.data(), first, is_untouched));
  CHECK(std::all_of(first + room, buffer.data() + buffer.size(), is_untouched));
  if (result.ec == std::errc{}) return std::string(first, result.ptr);
  CHECK(result.ec == std::errc::value_too_large);
  CHECK(result.ptr == first + room);
  return std::nullopt;
}

template <class P>
void check_to_chars() {
  static_assert(portkit::max_text_size<P> == 5);
  for (const std::string text :
       {"0", "7", "10", "99", "100", "443", "999", "1000", "8080", "9999", "10000", "65535"}) {
    CAPTURE(text);
    const P port{*portkit::parse<P>(text)};
    for (std::size_t room = 0; room != text.size(); ++room)
      CHECK(written_into(room, port) == std::nullopt);
    for (std::size_t room = text.size(); room != 9; ++room) CHECK(written_into(room, port) == text);
  }
  // The same while compiling.
  constexpr auto written = [](P port, std::size_t room) {
    std::array<char, 5> buffer{};
    const std::to_chars_result result = to_chars(buffer.data(), buffer.data() + room, port);
    return std::pair{result.ec, std::string_view(buffer.data()).substr(0, room).size()};
  };
  PORTKIT_CHECK(written(P::of(443), 5).first == std::errc{});
  PORTKIT_CHECK(written(P::of(443), 3) == std::pair{std::errc{}, std::size_t{3}});
  PORTKIT_CHECK(written(P::of(443), 2) == std::pair{std::errc::value_too_large, std::size_t{0}});
}

/// from_chars on a text with a port that says whether it was written to.
template <class P>
struct Prefix {
  P port = P::of(1);
  std::errc ec{};
  std::size_t consumed = 0;

  explicit constexpr Prefix(std::string_view text) {
    const char* const first = text.data();
    const std::from_chars_result result = from_chars(first, first + text.size(), port);
    ec = result.ec;
    consumed = static_cast<std::size_t>(result.ptr - first);
  }
  [[nodiscard]] constexpr bool is(P value, std::size_t size) const {
    return ec == std::errc{} && port == value && consumed == size;
  }
  [[nodiscard]] constexpr bool fails(std::errc error, std::size_t size) const {
    return ec == error && port == P::of(1) && consumed == size; // the port keeps its value
  }
};

template <class P>
void check_from_chars() {
  using namespace std::string_view_literals;
  constexpr std::errc invalid = std::errc::invalid_argument;
  constexpr std::errc too_large = std::errc::result_out_of_range;
  PORTKIT_CHECK(Prefix<P>("443").is(P::of(443), 3));
  PORTKIT_CHECK(Prefix<P>("443/tcp").is(P::of(443), 3));
  PORTKIT_CHECK(Prefix<P>("80-90").is(P::of(80), 2));
  PORTKIT_CHECK(Prefix<P>("80\0"sv).is(P::of(80), 2));
  PORTKIT_CHECK(Prefix<P>("0").is(P::of(0), 1));
  PORTKIT_CHECK(Prefix<P>("0x50").is(P::of(0), 1)); // the caller sees the x
  PORTKIT_CHECK(Prefix<P>("65535,").is(P::of(65535), 5));
  PORTKIT_CHECK(Prefix<P>("").fails(invalid, 0));
  PORTKIT_CHECK(Prefix<P>({}).fails(invalid, 0));
  PORTKIT_CHECK(Prefix<P>("x").fails(invalid, 0));
  PORTKIT_CHECK(Prefix<P>(" 80").fails(invalid, 0));
  PORTKIT_CHECK(Prefix<P>("+80").fails(invalid, 0));
  PORTKIT_CHECK(Prefix<P>("-80").fails(invalid, 0));
  PORTKIT_CHECK(Prefix<P>("080").fails(invalid, 0));
  PORTKIT_CHECK(Prefix<P>("00").fails(invalid, 0));
  PORTKIT_CHECK(Prefix<P>("099999").fails(invalid, 0));
  PORTKIT_CHECK(Prefix<P>("65536").fails(too_large, 5));
  PORTKIT_CHECK(Prefix<P>("65536/tcp").fails(too_large, 5));
  PORTKIT_CHECK(Prefix<P>("4294967376").fails(too_large, 10));
  PORTKIT_CHECK(Prefix<P>("18446744073709551696 ").fails(too_large, 20));
}

template <class P>
void check_hash() {
  const std::hash<P> hash;
  for (const P port : {P::of(0), P::of(1), P::of(80), P::of(443), P::of(65535)}) {
    CHECK(hash(port) == hash_value(port));
    CHECK(hash(port) == hash(P{port.value()}));
  }
  PORTKIT_CHECK(hash_value(P::of(80)) != hash_value(P::of(443)));
}

} // namespace number_cases

#endif // PORTKIT_TESTS_NUMBER_CASES_HPP
