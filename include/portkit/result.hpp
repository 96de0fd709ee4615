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
  not_a_name_character,     ///< a byte that no registered service name contains
  unknown_service,          ///< no service of that name is known
  wrong_protocol,           ///< the service exists, but not for the protocol asked for
  too_long,                 ///< a text of 4 GiB or more, in which 32-bit positions cannot point
  not_an_address_character, ///< a byte that cannot stand at this place of an IP address
  missing_octet,            ///< an IPv4 address of fewer than four parts, or with an empty one
  too_many_octets,          ///< an IPv4 address of more than four parts
  octet_leading_zero,       ///< a part of an IPv4 address written as 010, which some read as octal
  octet_out_of_range,       ///< a part of an IPv4 address above 255
  missing_group,        ///< an IPv6 address of fewer than eight groups without ::, or an empty one
  too_many_groups,      ///< an IPv6 address of more groups than fit in 128 bits
  group_too_long,       ///< a group of an IPv6 address of more than four digits
  second_double_colon,  ///< a second :: in an IPv6 address
  scope_not_a_number,   ///< a zone name, which only the host it belongs to can resolve
  scope_out_of_range,   ///< a scope id above 4294967295
  unknown_zone,         ///< a zone name that no network interface of this host has
  missing_port,         ///< an address or a host without a port where one is needed
  missing_brackets,     ///< an IPv6 address before a port, not in brackets
  unclosed_bracket,     ///< a [ without a ]
  not_ipv6_in_brackets, ///< brackets around an IPv4 address or a name
  text_after_bracket,   ///< a byte behind ] that is no colon
  missing_host,         ///< no host where one is needed
  not_a_host_character, ///< a byte that cannot stand in a host name
  missing_scheme,       ///< a URL that does not begin with a scheme
  not_a_scheme_character, ///< a byte that cannot stand in a URL scheme
  missing_authority,      ///< a URL without // behind its scheme, which so names no host
  userinfo_not_allowed,   ///< user:password@ before a host
  reversed_range,         ///< a range whose last port is below its first
  empty_item,             ///< nothing before or behind a comma of a list, or between its braces
  missing_comma,          ///< two items of a list without a comma between them
  too_many_items,         ///< more items than the list may have: 15 slots of an iptables rule
  too_many_ranges,        ///< more ranges than a SmallPortSet keeps
  missing_brace,          ///< a { without a }, or several items, or a }, without a {
  not_a_concatenation,    ///< an item of a set of nftables that is not like tcp . 22
  unknown_prefix,         ///< a letter before a colon that is none of nmap's T:, U: and S:
  unequal_ranges,         ///< a range of host ports not as long as that of the container
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
      case ParseErrc::not_an_address_character:
        return "this character cannot stand here in an IP address";
      case ParseErrc::missing_octet: return "an IPv4 address has four parts, as in 192.0.2.1";
      case ParseErrc::too_many_octets: return "an IPv4 address has no more than four parts";
      case ParseErrc::octet_leading_zero: return "a part of an IPv4 address has no leading zero";
      case ParseErrc::octet_out_of_range: return "a part of an IPv4 address is at most 255";
      case ParseErrc::missing_group: return "an IPv6 address has eight groups, or :: for some";
      case ParseErrc::too_many_groups: return "an IPv6 address has no more than eight groups";
      case ParseErrc::group_too_long: return "a group of an IPv6 address has at most four digits";
      case ParseErrc::second_double_colon: return "an IPv6 address has :: at most once";
      case ParseErrc::scope_not_a_number:
        return "a scope id is a decimal number without leading zero, as in fe80::1%3";
      case ParseErrc::scope_out_of_range: return "a scope id is at most 4294967295";
      case ParseErrc::unknown_zone: return "no network interface of this host has this name";
      case ParseErrc::missing_port: return "the port is missing, as in :443";
      case ParseErrc::missing_brackets:
        return "an IPv6 address before a port stands in brackets, as in [::1]:443";
      case ParseErrc::unclosed_bracket: return "the bracket is never closed";
      case ParseErrc::not_ipv6_in_brackets: return "only an IPv6 address stands in brackets";
      case ParseErrc::text_after_bracket:
        return "behind the bracket comes nothing but a colon and a port";
      case ParseErrc::missing_host: return "the host is missing";
      case ParseErrc::not_a_host_character: return "this character cannot stand in a host name";
      case ParseErrc::missing_scheme: return "the scheme is missing, as in https://";
      case ParseErrc::not_a_scheme_character: return "this character cannot stand in a URL scheme";
      case ParseErrc::missing_authority: return "behind the scheme comes //, then the host";
      case ParseErrc::userinfo_not_allowed: return "user information before the host is refused";
      case ParseErrc::reversed_range: return "a range runs from the lower port to the higher";
      case ParseErrc::empty_item: return "an item of the list is empty";
      case ParseErrc::missing_comma: return "the items of a list are separated by commas";
      case ParseErrc::too_many_items:
        return "the list has at most 15 ports, of which a range counts as two";
      case ParseErrc::too_many_ranges: return "there is no room for this many port ranges";
      case ParseErrc::missing_brace: return "a set stands between a { and a }";
      case ParseErrc::not_a_concatenation:
        return "protocol and port are written with a full stop between blanks, as in tcp . 22";
      case ParseErrc::unknown_prefix: return "the prefix is none of T:, U:, S:";
      case ParseErrc::unequal_ranges:
        return "the ranges of host and container have the same number of ports";
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
  empty_port_allowed = 4,    ///< "host:" has no port, as in URLs (RFC 3986 section 3.2.3)
  userinfo_skipped = 8,      ///< "user:password@" before the host of a URL is passed over
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

/// As the one above, for a text in the program.  Compilers quote the name; which rule is broken,
/// parse says at run time: a name for each rule costs every includer more than 10 ms.
[[noreturn]] inline void text_constant_breaks_the_rule(ParseErrc) noexcept {
  result_holds_the_other_alternative();
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

namespace detail {

/// The value of a text in the program.  Error: does not compile if the text breaks a rule.
template <class T>
[[nodiscard]] consteval T parse_constant(std::string_view text) {
  const Result<T> result = parse<T>(text);
  if (!result) text_constant_breaks_the_rule(result.error().code);
  return *result;
}

} // namespace detail

/// A null pointer is no text.
template <class T, std::same_as<std::nullptr_t> Null>
Result<T> parse(Null, ParseOptions = ParseOptions::strict) = delete;

} // namespace portkit::inline v0
#endif // PORTKIT_RESULT_HPP
