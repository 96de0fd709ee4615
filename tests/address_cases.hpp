// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_ADDRESS_CASES_HPP
#define PORTKIT_TESTS_ADDRESS_CASES_HPP

#include <portkit/endpoint.hpp>
#include <portkit/result.hpp>

#include "address_reference.hpp"
#include "check.hpp"
#include "texts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

// What the tests of addresses and of endpoints have in common: texts to read, the comparison with
// the specification in address_reference.hpp, and what holds of writing and hashing of each type.

namespace address_cases {

using portkit::ParseErrc;
using portkit::ParseError;
using portkit::ParseOptions;
using namespace std::string_view_literals;

/// Digits that make and break 255; what stands in addresses and endpoints of either version; what
/// other readers skip or take as the end; half a letter of UTF-8.
inline constexpr std::string_view hostile_bytes = "019.:[]%a/ \0\xE9"sv;
static_assert(hostile_bytes.size() == 13);

/// parse, for tests that expect an error.
template <class T>
constexpr ParseError error_of(std::string_view text, ParseOptions options = ParseOptions::strict) {
  return portkit::parse<T>(text, options).error();
}

// ---- texts --------------------------------------------------------------------------------------

/// prefix + every text of up to `length` bytes of the alphabet + suffix, one after the other.
template <class Visit>
void for_each_text(std::string_view alphabet, std::size_t length, std::string_view prefix,
                   std::string_view suffix, const Visit& visit) {
  std::size_t count = 1; // of the texts of this size
  for (std::size_t size = 0; size <= length; ++size, count *= alphabet.size())
    for (std::size_t number = 0; number != count; ++number) {
      std::string text{prefix};
      std::size_t rest = number; // its digits in the base of the alphabet's size
      for (std::size_t i = 0; i != size; ++i, rest /= alphabet.size())
        text += alphabet[rest % alphabet.size()];
      text += suffix;
      // Of the exact size on the heap, so that the address sanitizer sees a byte read too many.
      const std::vector<char> exact(text.begin(), text.end());
      visit(std::string_view(exact.data(), exact.size()));
    }
}

// ---- the library's values and the specification's -------------------------------------------------

[[nodiscard]] inline bool is_same(const portkit::Ipv4Address& value,
                                  const reference::Address& expected) {
  const auto bytes = value.bytes();
  return !expected.is_v6 && std::equal(bytes.begin(), bytes.end(), expected.bytes.begin());
}
[[nodiscard]] inline bool is_same(const portkit::Ipv6Address& value,
                                  const reference::Address& expected) {
  const auto bytes = value.bytes();
  return expected.is_v6 && value.scope_id() == expected.scope &&
         std::equal(bytes.begin(), bytes.end(), expected.bytes.begin());
}
[[nodiscard]] inline bool is_same(const portkit::IpAddress& value,
                                  const reference::Address& expected) {
  return value.visit([&](const auto& held) { return is_same(held, expected); });
}
template <portkit::Protocol P>
[[nodiscard]] bool is_same(const portkit::Endpoint<P>& value, const reference::Endpoint& expected) {
  return is_same(value.address(), expected.address) && value.port().value() == expected.port;
}
[[nodiscard]] inline bool is_same(const portkit::TransportEndpoint& value,
                                  const reference::Endpoint& expected) {
  return is_same(value.address(), expected.address) &&
         value.port().port().value() == expected.port &&
         static_cast<unsigned>(value.protocol()) == expected.protocol;
}

/// The specification's reading of a text as a T.
template <class T>
[[nodiscard]] auto read(std::string_view text, ParseOptions options) {
  const bool zeros = (static_cast<unsigned>(options) &
                      static_cast<unsigned>(ParseOptions::leading_zeros_allowed)) != 0;
  const bool nonzero =
      (static_cast<unsigned>(options) & static_cast<unsigned>(ParseOptions::nonzero_port)) != 0;
  if constexpr (std::is_same_v<T, portkit::Ipv4Address>)
    return reference::read_ipv4(text);
  else if constexpr (std::is_same_v<T, portkit::Ipv6Address>)
    return reference::read_ipv6(text);
  else if constexpr (std::is_same_v<T, portkit::IpAddress>)
    return reference::read_address(text);
  else if constexpr (std::is_same_v<T, portkit::TransportEndpoint>)
    return reference::read_transport_endpoint(text, zeros, nonzero);
  else
    return reference::read_endpoint(text, zeros, nonzero);
}

/// The text is read as the specification says: the same value, or the same error at the same bytes.
template <class T>
void check_text(std::string_view text, ParseOptions options = ParseOptions::strict) {
  const auto expected = read<T>(text, options);
  const portkit::Result<T> result = portkit::parse<T>(text, options);
  bool is_right = false;
  if (!expected.error) {
    is_right = result && is_same(*result, expected);
  } else if (!result) {
    const ParseError error = result.error();
    is_right =
        error == *expected.error && std::size_t{error.position} + error.length <= text.size();
  }
  if (!is_right)
    FAIL_CHECK("parse is wrong for " << spelled(text) << " with options "
                                     << static_cast<unsigned>(options));
}

/// No error could point into a text of 4 GiB, so it is refused before a byte behind `start` is read.
template <class T>
void check_too_long(std::string_view start) {
  if constexpr (sizeof(std::size_t) > 4) {
    const std::size_t four_gib = std::size_t{1} << 31 << 1;
    for (const std::size_t more : {0U, 1U, 2U, 20U, 100U}) {
      CAPTURE(more);
      const portkit::Result<T> result =
          portkit::parse<T>(std::string_view(start.data(), four_gib + more));
      REQUIRE_FALSE(result.has_value());
      CHECK(result.error() == ParseError{ParseErrc::too_long, 0, 0});
    }
  }
}

// ---- writing --------------------------------------------------------------------------------------

/// What stands in `room` bytes after writing: the text, or nothing if it did not fit.  Fails if a
/// byte outside changes.
template <class T>
[[nodiscard]] std::optional<std::string> written_into(std::size_t room, const T& value) {
  std::array<char, 96> buffer;
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

/// The value of this canonical text is written where it fits and nowhere else.
template <class T>
void check_rooms(const std::string& text) {
  CAPTURE(text);
  const portkit::Result<T> value = portkit::parse<T>(text);
  REQUIRE(value.has_value());
  REQUIRE(text.size() <= portkit::max_text_size<T>);
  for (std::size_t room = 0; room != text.size(); ++room)
    CHECK(written_into(room, *value) == std::nullopt);
  for (std::size_t room = text.size(); room != portkit::max_text_size<T> + 4; ++room)
    CHECK(written_into(room, *value) == text);
}

/// Writing in a constant expression.
template <class T>
constexpr bool is_written(const T& value, std::string_view text) {
  char exact[portkit::max_text_size<T>] = {};
  const std::to_chars_result tight = to_chars(exact, exact + text.size(), value);
  if (tight.ec != std::errc{} || tight.ptr != exact + text.size()) return false;
  if (std::string_view(exact, text.size()) != text) return false;
  char wide[portkit::max_text_size<T>] = {};
  const std::to_chars_result loose = to_chars(wide, wide + sizeof wide, value);
  if (loose.ec != std::errc{} || loose.ptr != wide + text.size()) return false;
  if (std::string_view(wide, text.size()) != text) return false;
  char narrow[portkit::max_text_size<T>] = {};
  char* const last = narrow + text.size() - 1;
  const std::to_chars_result none = to_chars(narrow, last, value);
  return none.ec == std::errc::value_too_large && none.ptr == last;
}

/// There and back in a constant expression: the text is the canonical one of what it reads as.
template <class T>
constexpr bool is_canonical(std::string_view text) {
  return is_written(*portkit::parse<T>(text), text);
}

// ---- hashing --------------------------------------------------------------------------------------

/// What a hash sees that follows Abseil's protocol, members with a protocol of their own included.
struct FakeHashState {
  std::vector<std::uint64_t> seen;

  template <class... Values>
  static FakeHashState combine(FakeHashState state, const Values&... values) {
    const auto add = [&state]<class Value>(const Value& value) {
      if constexpr (std::is_integral_v<Value>)
        state.seen.push_back(value);
      else
        state = AbslHashValue(std::move(state), value);
    };
    (add(values), ...);
    return state;
  }
};

template <class T>
[[nodiscard]] std::vector<std::uint64_t> absl_hash_input(const T& value) {
  return AbslHashValue(FakeHashState{}, value).seen;
}

/// How many of the 4096 places that the low twelve bits name are taken by these values' hashes, and
/// how many values share the fullest one.
struct Spread {
  std::size_t used = 0;
  std::size_t fullest = 0;
};
template <class T, class Make>
[[nodiscard]] Spread spread_of_65536(const Make& make) {
  std::vector<std::size_t> places(4096);
  for (std::uint32_t number = 0; number != 65536; ++number)
    ++places[std::hash<T>{}(make(number)) % places.size()];
  const auto is_used = [](std::size_t count) { return count != 0; };
  return {static_cast<std::size_t>(std::count_if(places.begin(), places.end(), is_used)),
          *std::max_element(places.begin(), places.end())};
}
/// 65,536 values in 4096 places are 16 each; of a random function the fullest place has 35 or so,
/// and no place is empty.
template <class T, class Make>
void check_spread(const Make& make) {
  const Spread spread = spread_of_65536<T>(make);
  CHECK(spread.used >= 3900);
  CHECK(spread.fullest <= 64);
}

} // namespace address_cases

#endif // PORTKIT_TESTS_ADDRESS_CASES_HPP
