// SPDX-License-Identifier: BSL-1.0
#include <portkit/port.hpp>
#include <portkit/result.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <set>
#include <string_view>
#include <type_traits>
#include <utility>

#if __has_include(<sys/resource.h>) && __has_include(<sys/wait.h>) && __has_include(<unistd.h>)
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(sizeof(ParseErrc) == 1);
static_assert(facts::PlainValue<ParseError, 12, 4>);
static_assert(std::regular<ParseError>);
static_assert(facts::Constant<ParseError{ParseErrc::empty, 1, 2}>::value.position == 1);

static_assert(std::is_trivially_copyable_v<Result<Port>>);
static_assert(std::is_trivially_copyable_v<Result<TransportPort>>);
static_assert(std::is_same_v<Result<Port>::value_type, Port>);
static_assert(!std::is_default_constructible_v<Result<Port>>); // neither value nor reason

// A value and a reason convert, so that a function returns either by its name; nothing else does.
static_assert(facts::Convertible<Port, Result<Port>>);
static_assert(facts::Convertible<ParseError, Result<Port>>);
static_assert(!facts::Convertible<int, Result<Port>>);
static_assert(!facts::Convertible<std::uint16_t, Result<Port>>);
static_assert(!facts::Convertible<ParseErrc, Result<Port>>);
static_assert(facts::Convertible<TcpPort, Result<TcpPort>>);
static_assert(!facts::Convertible<UdpPort, Result<TcpPort>>);
static_assert(!facts::Convertible<Result<UdpPort>, Result<TcpPort>>);

// To the value only by `*`, which says that it was checked; to bool only where a condition stands.
static_assert(facts::Castable<bool, Result<Port>>);
static_assert(!facts::Convertible<Result<Port>, bool>);
static_assert(!facts::Convertible<Result<Port>, Port>);
static_assert(!facts::Convertible<Result<Port>, int>);
static_assert(!facts::Orderable<Result<Port>, Port>);
static_assert(facts::Orderable<Port, Port>);

static_assert(facts::Equatable<Result<TcpPort>, TcpPort>);
static_assert(facts::Equatable<TcpPort, Result<TcpPort>>);
static_assert(!facts::Equatable<Result<TcpPort>, UdpPort>);
static_assert(!facts::Equatable<Result<TcpPort>, int>);

// A reference into a temporary would dangle; into an object it would not.
static_assert(std::is_same_v<decltype(*std::declval<Result<Port>>()), Port>);
static_assert(std::is_same_v<decltype(*std::declval<const Result<Port>>()), Port>);
static_assert(std::is_same_v<decltype(*std::declval<Result<Port>&>()), const Port&>);
static_assert(std::is_same_v<decltype(*std::declval<const Result<Port>&>()), const Port&>);

static_assert(noexcept(Result<Port>{Port{}}));
static_assert(noexcept(Result<Port>{ParseError{}}));
static_assert(noexcept(*std::declval<const Result<Port>&>()));
static_assert(noexcept(*std::declval<Result<Port>>()));
static_assert(noexcept(std::declval<const Result<Port>&>()->value()));
static_assert(noexcept(std::declval<const Result<Port>&>().has_value()));
static_assert(noexcept(std::declval<const Result<Port>&>().value_or(Port{})));
static_assert(noexcept(std::declval<const Result<Port>&>().error()));
static_assert(noexcept(std::declval<const Result<Port>&>() == Port{}));
static_assert(noexcept(ParseError{}.shifted(1)));
static_assert(noexcept(ParseError{}.message()));
static_assert(noexcept(parse<Port>(std::string_view{})));
static_assert(noexcept(ParseOptions::strict | ParseOptions::strict));

namespace {

constexpr ParseError some_error{ParseErrc::not_a_digit, 2, 1};

template <class T>
constexpr Result<T> value_of(const T& value) {
  return value;
}
template <class T>
constexpr Result<T> error_of(const ParseError& error) {
  return error;
}

} // namespace

TEST_CASE("a Result of a value holds it") {
  static constexpr Result<Port> result = value_of(443_port);
  PORTKIT_CHECK(result.has_value());
  PORTKIT_CHECK(static_cast<bool>(result));
  PORTKIT_CHECK(*result == 443_port);
  PORTKIT_CHECK(result->value() == 443);
  PORTKIT_CHECK(*value_of(443_port) == 443_port);
  PORTKIT_CHECK(result.value_or(80_port) == 443_port);
  PORTKIT_CHECK(result == 443_port);
  PORTKIT_CHECK(443_port == result);
  PORTKIT_CHECK(result != 80_port);
  PORTKIT_CHECK(!(result == 80_port));
  CHECK(&*result == result.operator->()); // no copy on the way
}

TEST_CASE("a Result of an error holds the reason and equals no value") {
  static constexpr Result<Port> result = error_of<Port>(some_error);
  PORTKIT_CHECK(!result.has_value());
  PORTKIT_CHECK(!static_cast<bool>(result));
  PORTKIT_CHECK(result.error() == some_error);
  PORTKIT_CHECK(result.value_or(80_port) == 80_port);
  // The bytes of the reason, read as a value, must not make it equal: not_a_digit is 1.
  PORTKIT_CHECK(result != Port::of(static_cast<std::uint8_t>(ParseErrc::not_a_digit)));
  PORTKIT_CHECK(result != Port{});
  PORTKIT_CHECK(error_of<Port>({ParseErrc::empty, 0, 0}) != Port{});
}

TEST_CASE("a Result holds types without a default too") {
  PORTKIT_CHECK(*value_of(TransportPort{443_tcp}) == 443_tcp);
  PORTKIT_CHECK(value_of(TransportPort{443_tcp}) == 443_tcp);
  PORTKIT_CHECK(value_of(TransportPort{443_tcp}) != 443_udp);
  PORTKIT_CHECK(error_of<TransportPort>(some_error).error() == some_error);
}

TEST_CASE("a Result is copied and assigned over, also from the other alternative") {
  Result<Port> result = value_of(443_port);
  const Result<Port> copy = result;
  result = some_error;
  CHECK(result.error() == some_error);
  CHECK(copy == 443_port);
  result = copy;
  CHECK(result == 443_port);
  result = 80_port;
  CHECK(result == 80_port);
}

TEST_CASE("a range for over the value of a temporary Result is safe") {
  // In C++20 the temporary dies before the loop: `*` must have given a value, not a reference.
  struct Two {
    Port ports[2];
    constexpr const Port* begin() const { return ports; }
    constexpr const Port* end() const { return ports + 2; }
  };
  unsigned sum = 0;
  for (const Port port : *value_of(Two{{80_port, 443_port}})) sum += port.value();
  CHECK(sum == 523);
}

TEST_CASE("an error moves with its text into a longer one") {
  PORTKIT_CHECK(some_error.shifted(0) == some_error);
  PORTKIT_CHECK(some_error.shifted(10) == ParseError{ParseErrc::not_a_digit, 12, 1});
  PORTKIT_CHECK(some_error.shifted(10).shifted(5) == some_error.shifted(15));
  PORTKIT_CHECK(ParseError{ParseErrc::out_of_range, 0, 5}.shifted(7).length == 5);
}

TEST_CASE("errors differ by code, position and length") {
  PORTKIT_CHECK(some_error == ParseError{ParseErrc::not_a_digit, 2, 1});
  PORTKIT_CHECK(some_error != ParseError{ParseErrc::empty, 2, 1});
  PORTKIT_CHECK(some_error != ParseError{ParseErrc::not_a_digit, 3, 1});
  PORTKIT_CHECK(some_error != ParseError{ParseErrc::not_a_digit, 2, 2});
}

TEST_CASE("every error has a message of its own, fit for the middle of a line") {
  constexpr ParseErrc codes[] = {
      ParseErrc::empty,
      ParseErrc::not_a_digit,
      ParseErrc::leading_zero,
      ParseErrc::out_of_range,
      ParseErrc::zero_port,
      ParseErrc::missing_protocol,
      ParseErrc::unknown_protocol,
      ParseErrc::not_a_name_character,
      ParseErrc::unknown_service,
      ParseErrc::wrong_protocol,
      ParseErrc::too_long,
      ParseErrc::not_an_address_character,
      ParseErrc::missing_octet,
      ParseErrc::too_many_octets,
      ParseErrc::octet_leading_zero,
      ParseErrc::octet_out_of_range,
      ParseErrc::missing_group,
      ParseErrc::too_many_groups,
      ParseErrc::group_too_long,
      ParseErrc::second_double_colon,
      ParseErrc::scope_not_a_number,
      ParseErrc::scope_out_of_range,
      ParseErrc::unknown_zone,
      ParseErrc::missing_port,
      ParseErrc::missing_brackets,
      ParseErrc::unclosed_bracket,
      ParseErrc::not_ipv6_in_brackets,
      ParseErrc::text_after_bracket,
      ParseErrc::missing_host,
      ParseErrc::not_a_host_character,
      ParseErrc::missing_scheme,
      ParseErrc::not_a_scheme_character,
      ParseErrc::missing_authority,
      ParseErrc::userinfo_not_allowed,
      ParseErrc::reversed_range,
      ParseErrc::empty_item,
      ParseErrc::missing_comma,
      ParseErrc::too_many_items,
      ParseErrc::too_many_ranges,
      ParseErrc::missing_brace,
      ParseErrc::not_a_concatenation,
      ParseErrc::unknown_prefix,
      ParseErrc::unequal_ranges,
  };
  const std::string_view fallback = ParseError{static_cast<ParseErrc>(255), 0, 0}.message();
  std::set<std::string_view> messages{fallback};
  for (const ParseErrc code : codes) {
    const std::string_view message = ParseError{code, 0, 0}.message();
    CAPTURE(message);
    CHECK_FALSE(message.empty());
    CHECK(message.back() != '.');
    CHECK(message.find('\n') == std::string_view::npos);
    CHECK_FALSE((message.front() >= 'A' && message.front() <= 'Z'));
    CHECK(messages.insert(message).second);
  }
  // A new error must be added to the list above, so that it is seen to have a message.
  for (unsigned code = 0; code != 256; ++code) {
    const std::string_view message = ParseError{static_cast<ParseErrc>(code), 0, 0}.message();
    CHECK((message == fallback) == (code >= std::size(codes)));
  }
  static_assert(ParseError{ParseErrc::empty, 0, 0}.message()[0] != '\0');
}

TEST_CASE("options combine") {
  constexpr ParseOptions both = ParseOptions::leading_zeros_allowed | ParseOptions::nonzero_port;
  PORTKIT_CHECK((ParseOptions::strict | ParseOptions::nonzero_port) == ParseOptions::nonzero_port);
  PORTKIT_CHECK(both != ParseOptions::nonzero_port);
  PORTKIT_CHECK(both != ParseOptions::leading_zeros_allowed);
  PORTKIT_CHECK(parse<Port>("080", both) == 80_port);
  PORTKIT_CHECK(parse<Port>("00", both).error().code == ParseErrc::zero_port);
  static_assert(!facts::Convertible<ParseOptions, unsigned>);
  static_assert(!facts::Convertible<unsigned, ParseOptions>);
}

// ---- what stops the program -------------------------------------------------------------------

#if __has_include(<sys/resource.h>) && __has_include(<sys/wait.h>) && __has_include(<unistd.h>)

namespace {

/// True if a signal ended `act` before it came to its end.
[[nodiscard]] bool is_stopped(void (*act)()) {
  const pid_t child = fork();
  if (child == 0) {
    for (const int signal : {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS})
      std::signal(signal, SIG_DFL); // not to the handlers of doctest or of a sanitizer
    const rlimit no_core_file{0, 0};
    setrlimit(RLIMIT_CORE, &no_core_file);
    act();
    _exit(0);
  }
  REQUIRE(child > 0);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status);
}

// Behind volatile, so that the compiler does not know the alternative.
volatile bool is_text_good = false;
volatile unsigned sink = 0;

Result<Port> read() { return parse<Port>(is_text_good ? "443" : "443x"); }
void take_value() { sink = (*read()).value(); }
void take_value_of_object() {
  const Result<Port> result = read();
  sink = (*result).value();
}
void take_member() { sink = read()->value(); }
void take_reason() { sink = read().error().position; }

} // namespace

TEST_CASE("taking the value of a refused text stops the program") {
  is_text_good = false;
  CHECK(is_stopped(take_value));
  CHECK(is_stopped(take_value_of_object));
  CHECK(is_stopped(take_member));
  CHECK_FALSE(is_stopped(take_reason));
}

TEST_CASE("taking the reason of an accepted text stops the program") {
  is_text_good = true;
  CHECK(is_stopped(take_reason));
  CHECK_FALSE(is_stopped(take_value));
  CHECK_FALSE(is_stopped(take_value_of_object));
  CHECK_FALSE(is_stopped(take_member));
}

#else

TEST_CASE("taking the value of a refused text stops the program") {
  MESSAGE("skipped: this system has no fork");
}

#endif
