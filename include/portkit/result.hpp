// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_RESULT_HPP
#define PORTKIT_RESULT_HPP

#include <portkit/version.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#if defined(_MSC_VER) && !defined(__clang__)
#include <intrin.h>
#endif

namespace portkit::inline v0 {

/// The rule that a refused text breaks.
enum class ParseErrc : std::uint8_t {
  empty,            ///< no text where a value is expected
  not_a_digit,      ///< a byte other than 0-9 in a number: sign, blank, prefix, letter, separator
  leading_zero,     ///< a number written as 080 or 00
  out_of_range,     ///< a number above 65535
  zero_port,        ///< port 0 where ParseOptions::nonzero_port is asked for
  missing_protocol, ///< a number without /tcp, /udp, /dccp or /sctp
  unknown_protocol, ///< the word after the / is no transport protocol that has ports
  not_a_name_character, ///< a byte that no registered service name contains
  unknown_service,      ///< no service of that name is known
  wrong_protocol,       ///< the service exists, but not for the protocol asked for
  too_long,             ///< a text of 4 GiB or more, in which 32-bit positions cannot point
};

/// Why and where a text was refused.
///
/// Unit:  position and length are byte offsets into the text given.
/// Range: position + length <= text.size(); a length of 0 marks a place where something is missing.
///        A number out of range, an unknown word and leading zeros are marked whole, a wrong byte
///        alone.
/// Shape: regular, structural, trivially copyable, 12 bytes.
struct ParseError {
  ParseErrc code;
  std::uint32_t position;
  std::uint32_t length;

  /// The same error seen from a longer text, below 4 GiB, in which the parsed one starts at byte
  /// `by`.
  [[nodiscard]] constexpr ParseError shifted(std::size_t by) const noexcept {
    return {code, static_cast<std::uint32_t>(position + by), length};
  }

  /// The rule that was broken, in plain English: NUL-terminated, static, no full stop.
  [[nodiscard]] constexpr const char* message() const noexcept {
    switch (code) {
      case ParseErrc::empty: return "the text is empty where a value is expected";
      case ParseErrc::not_a_digit: return "a port number is made of the digits 0 to 9 only";
      case ParseErrc::leading_zero: return "a port number has no leading zero";
      case ParseErrc::out_of_range: return "a port number is at most 65535";
      case ParseErrc::zero_port: return "port 0 is not allowed here";
      case ParseErrc::missing_protocol: return "the protocol is missing, as in 443/tcp";
      case ParseErrc::unknown_protocol: return "the protocol is none of tcp, udp, dccp, sctp";
      case ParseErrc::not_a_name_character: return "this character cannot stand in a service name";
      case ParseErrc::unknown_service: return "no service of this name is known";
      case ParseErrc::wrong_protocol: return "this service is not registered for this protocol";
      case ParseErrc::too_long: return "the text is 4 GiB or longer";
    }
    return "unknown error";
  }

  [[nodiscard]] friend constexpr bool operator==(const ParseError&, const ParseError&) = default;
};

/// Deviations from the one strict grammar, each asked for by name; combine with |.
enum class ParseOptions : unsigned {
  strict = 0,
  leading_zeros_allowed = 1, ///< "080" is 80, as in URLs (WHATWG URL Standard, port state)
  nonzero_port = 2,          ///< port 0 is refused: for ports to connect to, not to bind
};

[[nodiscard]] constexpr ParseOptions operator|(ParseOptions a, ParseOptions b) noexcept {
  return static_cast<ParseOptions>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

namespace detail {

[[nodiscard]] constexpr bool has_option(ParseOptions set, ParseOptions option) noexcept {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(option)) != 0;
}

/// Stops the program; in a constant expression the call, being no constant, is the compile error.
[[noreturn]] inline void result_holds_the_other_alternative() noexcept {
#if defined(_MSC_VER) && !defined(__clang__)
  __fastfail(7);
#else
  __builtin_trap();
#endif
}

/// The grammar of T: the header of each type with a text specialises it, as a template, so that a
/// program pays only for the grammars it uses.
template <class T>
struct Parser;

} // namespace detail

/// A value, or the reason why there is none.  A failed Result never yields a value.
///
/// Shape: trivially copyable; nothing here allocates or throws.
template <class T>
class [[nodiscard]] Result {
  static_assert(std::is_trivially_copyable_v<T>,
                "portkit: a Result holds trivially copyable values");

public:
  using value_type = T;

  constexpr Result(const T& value) noexcept : value_{value}, has_value_{true} {}
  constexpr Result(const ParseError& error) noexcept : no_value_{}, error_{error} {}

  [[nodiscard]] constexpr bool has_value() const noexcept { return has_value_; }
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value_; }

  /// The value.  Error: traps if there is none; in a constant expression it does not compile.
  [[nodiscard]] constexpr const T& operator*() const& noexcept {
    if (!has_value_) detail::result_holds_the_other_alternative();
    return value_;
  }
  /// By value from a temporary, so that a reference bound to it, as in a range for, stays alive.
  [[nodiscard]] constexpr T operator*() const&& noexcept { return **this; }
  [[nodiscard]] constexpr const T* operator->() const noexcept { return &**this; }

  [[nodiscard]] constexpr T value_or(const T& fallback) const noexcept {
    return has_value_ ? value_ : fallback;
  }

  /// The reason.  Error: traps if there is a value; in a constant expression it does not compile.
  [[nodiscard]] constexpr ParseError error() const noexcept {
    if (has_value_) detail::result_holds_the_other_alternative();
    return error_;
  }

  /// True for a Result that holds exactly this value.
  [[nodiscard]] friend constexpr bool operator==(const Result& result, const T& value) noexcept {
    return result.has_value_ && result.value_ == value;
  }

private:
  // The error stands outside the union and always has a value, or GCC 12 warns in the user's code
  // that it may be read uninitialised.  In this order even a Result<Port> has more than 16 bytes:
  // GCC returns one of 16 in registers by a copy through memory, which alone takes 10 ns.
  union {
    char no_value_;
    T value_;
  };
  ParseError error_{};
  bool has_value_ = false;
};

/// Reads the whole text as a T: the value, or the rule that the text breaks and where.
///
/// The grammar is that of T, given at T; other forms are not accepted: digits are ASCII, and there
/// is no sign, blank, prefix, separator or leading zero unless an option names it.
template <class T>
[[nodiscard]] constexpr Result<T> parse(std::string_view text,
                                        ParseOptions options = ParseOptions::strict) noexcept {
  return detail::Parser<T>::parse(text, options);
}

/// A null pointer is no text.
template <class T, std::same_as<std::nullptr_t> Null>
Result<T> parse(Null, ParseOptions = ParseOptions::strict) = delete;

} // namespace portkit::inline v0
#endif // PORTKIT_RESULT_HPP
