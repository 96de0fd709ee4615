// SPDX-License-Identifier: BSL-1.0
#include <portkit/host_port.hpp>

#include "address_cases.hpp"
#include "check.hpp"
#include "facts.hpp"
#include "texts.hpp"
#include "url_reference.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>

using namespace portkit;
using namespace std::string_view_literals;
using address_cases::written_into;

// ---- facts --------------------------------------------------------------------------------------

static_assert(std::is_trivially_copyable_v<HostPort> && std::is_standard_layout_v<HostPort>);
static_assert(sizeof(HostPort) <= sizeof(std::string_view) + sizeof(std::size_t));
static_assert(facts::Equatable<HostPort, HostPort> && !facts::Orderable<HostPort, HostPort>);
static_assert(facts::Assignable<HostPort, HostPort>);

// Every HostPort comes from a text.
static_assert(std::is_copy_constructible_v<HostPort> && !std::is_default_constructible_v<HostPort>);
static_assert(!std::is_constructible_v<HostPort, std::string_view>);
static_assert(!std::is_constructible_v<HostPort, std::string_view, Port>);
static_assert(!facts::Equatable<HostPort, std::string_view>);

// A view of a string that is about to vanish is refused; a Port holds no view.
template <class T, class Text>
concept Parsed = requires(Text&& text) { portkit::parse<T>(std::forward<Text>(text)); };
static_assert(Parsed<HostPort, std::string_view> && Parsed<HostPort, const char*>);
static_assert(Parsed<HostPort, std::string&> && Parsed<HostPort, const std::string&>);
static_assert(Parsed<HostPort, const char (&)[3]> && Parsed<HostPort, const std::string_view&>);
static_assert(!Parsed<HostPort, std::string> && !Parsed<HostPort, const std::string>);
static_assert(!Parsed<HostPort, std::nullptr_t>);
static_assert(Parsed<Port, std::string> && Parsed<TcpEndpoint, std::string>);

template <class P>
concept HasPortOr = requires(const HostPort& host_port, P port) {
  { host_port.port_or(port) } -> std::same_as<P>;
};
static_assert(HasPortOr<Port> && HasPortOr<TcpPort> && HasPortOr<UdpPort>);
static_assert(HasPortOr<TransportPort> && !HasPortOr<int> && !HasPortOr<std::uint16_t>);

static_assert(noexcept(parse<HostPort>(std::string_view{})));
static_assert(noexcept(std::declval<HostPort>().host()));
static_assert(noexcept(std::declval<HostPort>().port()));
static_assert(noexcept(std::declval<HostPort>().address()));
static_assert(noexcept(std::declval<HostPort>().is_name()));
static_assert(noexcept(std::declval<HostPort>().port_or(443_tcp)));
static_assert(noexcept(std::declval<HostPort>().endpoint(443_tcp)));
static_assert(noexcept(std::declval<HostPort>() == std::declval<HostPort>()));
static_assert(noexcept(to_chars(nullptr, nullptr, std::declval<HostPort>())));
static_assert(noexcept(text_size(std::declval<HostPort>())));

namespace {

constexpr ParseOptions zeros = ParseOptions::leading_zeros_allowed;
constexpr ParseOptions nonzero = ParseOptions::nonzero_port;
constexpr ParseOptions empty_port = ParseOptions::empty_port_allowed;

constexpr bool is_read_as(std::string_view text, std::string_view host, std::optional<Port> port,
                          ParseOptions options = ParseOptions::strict) {
  const Result<HostPort> result = parse<HostPort>(text, options);
  return result && result->host() == host && result->port() == port;
}

constexpr ParseError error_of(std::string_view text, ParseOptions options = ParseOptions::strict) {
  return parse<HostPort>(text, options).error();
}

constexpr bool is_refused(std::string_view text, ParseErrc code, std::uint32_t position,
                          std::uint32_t length) {
  return error_of(text) == ParseError{code, position, length};
}

constexpr bool is_equal(std::string_view a, std::string_view b) {
  const bool is_symmetric =
      (*parse<HostPort>(a) == *parse<HostPort>(b)) == (*parse<HostPort>(b) == *parse<HostPort>(a));
  return is_symmetric && *parse<HostPort>(a) == *parse<HostPort>(b);
}

/// Written while compiling.
constexpr bool is_written(const HostPort& host_port, std::string_view text) {
  char buffer[128] = {};
  const std::to_chars_result end = to_chars(buffer, buffer + sizeof buffer, host_port);
  return end.ec == std::errc{} && text_size(host_port) == text.size() &&
         std::string_view(buffer, static_cast<std::size_t>(end.ptr - buffer)) == text;
}

constexpr bool is_canonical_of(std::string_view canonical, std::string_view text) {
  const HostPort host_port = *parse<HostPort>(text);
  return is_written(host_port, canonical) && *parse<HostPort>(canonical) == host_port;
}

reference::UrlOptions options_of(unsigned number) {
  return {(number & 1) != 0, (number & 2) != 0, (number & 4) != 0, (number & 8) != 0};
}

void check_text(std::string_view text, unsigned number) {
  const auto expected = reference::read_host_port(text, options_of(number));
  const Result<HostPort> result = parse<HostPort>(text, static_cast<ParseOptions>(number));
  bool is_right = false;
  if (expected.error) {
    is_right = !result && result.error() == *expected.error;
  } else if (result) {
    const auto port = result->port();
    std::array<char, 96> buffer{};
    const auto end = to_chars(buffer.data(), buffer.data() + buffer.size(), *result);
    const std::string_view written(buffer.data(),
                                   static_cast<std::size_t>(end.ptr - buffer.data()));
    is_right = result->host() == expected.host && port.has_value() == expected.port.has_value() &&
               (!port || port->value() == *expected.port) && written == expected.canonical &&
               text_size(*result) == written.size() && parse<HostPort>(written) == *result &&
               result->address().has_value() == expected.is_address &&
               result->is_name() == (!expected.is_address && !expected.host.empty());
  }
  if (!is_right) FAIL_CHECK("wrong for " << spelled(text) << " with options " << number);
}

void check_text_with_options(std::string_view text) {
  for (unsigned number = 0; number != 8; ++number) check_text(text, number);
}

} // namespace

// ---- reading ------------------------------------------------------------------------------------

TEST_CASE("a HostPort is a name, an IPv4 address or an IPv6 address in brackets, and a port") {
  PORTKIT_CHECK(is_read_as("example.com:3000", "example.com", 3000_port));
  PORTKIT_CHECK(is_read_as("example.com", "example.com", std::nullopt));
  PORTKIT_CHECK(is_read_as("Example.COM:443", "Example.COM", 443_port)); // as it stands
  PORTKIT_CHECK(is_read_as("localhost:0", "localhost", 0_port));
  PORTKIT_CHECK(is_read_as("x:65535", "x", 65535_port));
  PORTKIT_CHECK(is_read_as("192.0.2.1", "192.0.2.1", std::nullopt));
  PORTKIT_CHECK(is_read_as("192.0.2.1:80", "192.0.2.1", 80_port));
  PORTKIT_CHECK(is_read_as("[2001:db8::1]:443", "2001:db8::1", 443_port));
  PORTKIT_CHECK(is_read_as("[::]", "::", std::nullopt));
  PORTKIT_CHECK(is_read_as("[fe80::1%3]:53", "fe80::1%3", 53_port));
  PORTKIT_CHECK(is_read_as("[::ffff:192.0.2.1]:1", "::ffff:192.0.2.1", 1_port));
}

TEST_CASE("an empty host may stand before a port") {
  PORTKIT_CHECK(is_read_as(":8080", "", 8080_port));
  PORTKIT_CHECK(is_refused("", ParseErrc::empty, 0, 0));
  PORTKIT_CHECK(parse<HostPort>({}).error() == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(is_refused(":", ParseErrc::missing_port, 1, 0));
  PORTKIT_CHECK(error_of(":", empty_port) == ParseError{ParseErrc::missing_host, 0, 0});
}

TEST_CASE("every byte of a name is one of RFC 3986's reg-name") {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                     "0123456789-._~!$&'()*+,;=";
  PORTKIT_CHECK(is_read_as(plain, plain, std::nullopt));
  for (unsigned byte = 0; byte != 256; ++byte) {
    const char c = static_cast<char>(static_cast<unsigned char>(byte));
    const std::string text = std::string{"a"} + c + "b:80";
    CAPTURE(spelled(text));
    const Result<HostPort> result = parse<HostPort>(text);
    if (plain.find(c) != std::string_view::npos)
      CHECK((result && result->host().size() == 3));
    else if (c == ':')
      CHECK(result.error() == ParseError{ParseErrc::missing_brackets, 0, 6}); // a:b:80
    else
      CHECK(result.error() == ParseError{ParseErrc::not_a_host_character, 1, 1});
  }
  PORTKIT_CHECK(is_refused("http://x", ParseErrc::not_a_digit, 5, 1)); // a URL, host http
  PORTKIT_CHECK(is_refused("user@host:80", ParseErrc::not_a_host_character, 4, 1));
  PORTKIT_CHECK(is_refused("host/path", ParseErrc::not_a_host_character, 4, 1));
  PORTKIT_CHECK(is_refused(" host", ParseErrc::not_a_host_character, 0, 1));
  PORTKIT_CHECK(is_refused("host :80", ParseErrc::not_a_host_character, 4, 1));
  PORTKIT_CHECK(is_refused("ho\0st"sv, ParseErrc::not_a_host_character, 2, 1));
  PORTKIT_CHECK(is_refused("h\xC3\xA9te", ParseErrc::not_a_host_character, 1, 1));
  PORTKIT_CHECK(is_refused("::1]:80", ParseErrc::missing_brackets, 0, 7));
  PORTKIT_CHECK(is_refused("a[b", ParseErrc::not_a_host_character, 1, 1));
}

TEST_CASE("a percent sign is followed by two hexadecimal digits, and not decoded") {
  PORTKIT_CHECK(is_read_as("a%2fb:80", "a%2fb", 80_port));
  PORTKIT_CHECK(is_read_as("%C3%A9.example", "%C3%A9.example", std::nullopt));
  PORTKIT_CHECK(is_refused("a%", ParseErrc::not_a_host_character, 1, 1));
  PORTKIT_CHECK(is_refused("a%4", ParseErrc::not_a_host_character, 1, 1));
  PORTKIT_CHECK(is_refused("a%4:80", ParseErrc::not_a_host_character, 1, 1));
  PORTKIT_CHECK(is_refused("a%4g", ParseErrc::not_a_host_character, 1, 1));
  PORTKIT_CHECK(is_refused("a%g4", ParseErrc::not_a_host_character, 1, 1));
  PORTKIT_CHECK(is_refused("a%%41", ParseErrc::not_a_host_character, 1, 1));
}

TEST_CASE("a host whose last label is a number is an IPv4 address or an error") {
  PORTKIT_CHECK(is_refused("256.1.1.1", ParseErrc::octet_out_of_range, 0, 3));
  PORTKIT_CHECK(is_refused("1.2.3", ParseErrc::missing_octet, 5, 0));
  PORTKIT_CHECK(is_refused("1.2.3:80", ParseErrc::missing_octet, 5, 0));
  PORTKIT_CHECK(is_refused("010.1.1.1", ParseErrc::octet_leading_zero, 0, 1));
  PORTKIT_CHECK(is_refused("1.2.3.4.", ParseErrc::too_many_octets, 7, 1));
  PORTKIT_CHECK(is_refused("1.2.3.4.5", ParseErrc::too_many_octets, 7, 2));
  PORTKIT_CHECK(is_refused("1.2.3.4..:80", ParseErrc::too_many_octets, 7, 2));
  PORTKIT_CHECK(is_refused("2130706433", ParseErrc::octet_out_of_range, 0, 10)); // 127.0.0.1
  PORTKIT_CHECK(is_refused("0", ParseErrc::missing_octet, 1, 0));
  PORTKIT_CHECK(is_refused("0x7f.1", ParseErrc::not_an_address_character, 1, 1));
  PORTKIT_CHECK(is_refused("127.0.0.0X1", ParseErrc::not_an_address_character, 9, 1));
  PORTKIT_CHECK(is_refused("0x", ParseErrc::not_an_address_character, 1, 1));
  PORTKIT_CHECK(is_refused("example.80", ParseErrc::not_an_address_character, 0, 1));
  PORTKIT_CHECK(is_refused(".", ParseErrc::missing_octet, 0, 0));
  PORTKIT_CHECK(is_refused("..:80", ParseErrc::missing_octet, 0, 0));
  PORTKIT_CHECK(is_refused("1..", ParseErrc::missing_octet, 2, 0));
  // Also where it is one only to those who decode.
  PORTKIT_CHECK(is_refused("127.0.0.%31", ParseErrc::not_an_address_character, 8, 1));
  PORTKIT_CHECK(is_refused("%31.0.0.1", ParseErrc::not_an_address_character, 0, 1));
  PORTKIT_CHECK(is_refused("127%2e0.0.1", ParseErrc::not_an_address_character, 3, 1));
  PORTKIT_CHECK(is_refused("127.0.0.1%2E", ParseErrc::not_an_address_character, 9, 1));
  PORTKIT_CHECK(is_refused("%30%58%46", ParseErrc::not_an_address_character, 0, 1)); // 0XF
  PORTKIT_CHECK(is_read_as("1.2.3.x", "1.2.3.x", std::nullopt));
  PORTKIT_CHECK(is_read_as("1.2.3.4x:80", "1.2.3.4x", 80_port));
  PORTKIT_CHECK(is_read_as("4.example", "4.example", std::nullopt));
  PORTKIT_CHECK(is_read_as("0xg", "0xg", std::nullopt));
  PORTKIT_CHECK(is_read_as("x0", "x0", std::nullopt));
  PORTKIT_CHECK(is_read_as("00x1", "00x1", std::nullopt));
  PORTKIT_CHECK(is_read_as("1.-1", "1.-1", std::nullopt));
  PORTKIT_CHECK(is_read_as("example.com.", "example.com.", std::nullopt));
  PORTKIT_CHECK(is_read_as("1.%B1", "1.%B1", std::nullopt)); // its low bits are a 1
}

TEST_CASE("an IPv6 address needs its brackets, and brackets an IPv6 address") {
  PORTKIT_CHECK(is_refused("::1", ParseErrc::missing_brackets, 0, 3));
  PORTKIT_CHECK(is_refused("::1:80", ParseErrc::missing_brackets, 0, 6));
  PORTKIT_CHECK(is_refused("fe80::1%eth0", ParseErrc::missing_brackets, 0, 12));
  PORTKIT_CHECK(is_refused("1:6:9", ParseErrc::missing_brackets, 0, 5));
  PORTKIT_CHECK(is_refused("::", ParseErrc::missing_brackets, 0, 2));
  // These are none.
  PORTKIT_CHECK(is_refused("localhost:80:90", ParseErrc::not_a_digit, 12, 1));
  PORTKIT_CHECK(is_refused("1.2.3.4:80:90", ParseErrc::not_a_digit, 10, 1));
  PORTKIT_CHECK(is_refused("http://localhost:80", ParseErrc::not_a_digit, 5, 1));

  PORTKIT_CHECK(is_refused("[::1", ParseErrc::unclosed_bracket, 0, 1));
  PORTKIT_CHECK(is_refused("[", ParseErrc::unclosed_bracket, 0, 1));
  PORTKIT_CHECK(is_refused("[::1]80", ParseErrc::text_after_bracket, 5, 1));
  PORTKIT_CHECK(is_refused("[::1]]:80", ParseErrc::text_after_bracket, 5, 1));
  PORTKIT_CHECK(is_refused("[192.0.2.1]:80", ParseErrc::not_ipv6_in_brackets, 1, 9));
  PORTKIT_CHECK(is_refused("[localhost]", ParseErrc::not_ipv6_in_brackets, 1, 9));
  PORTKIT_CHECK(is_refused("[]", ParseErrc::not_ipv6_in_brackets, 1, 0));
  PORTKIT_CHECK(is_refused("[]:80", ParseErrc::not_ipv6_in_brackets, 1, 0));
  PORTKIT_CHECK(is_refused("[fe80::1%eth0]:53", ParseErrc::scope_not_a_number, 9, 4));
  PORTKIT_CHECK(is_refused("[fe80::1%4294967296]", ParseErrc::scope_out_of_range, 9, 10));
  PORTKIT_CHECK(is_refused("[1::2::3]:80", ParseErrc::second_double_colon, 5, 2));
  PORTKIT_CHECK(is_refused("[::1.2.3.256]", ParseErrc::octet_out_of_range, 9, 3));
  PORTKIT_CHECK(is_refused("[v1.x:y]", ParseErrc::not_an_address_character, 1, 1)); // IPvFuture
}

TEST_CASE("a port is read by the one grammar of ports") {
  PORTKIT_CHECK(is_refused("host:", ParseErrc::missing_port, 5, 0));
  PORTKIT_CHECK(is_refused("[::1]:", ParseErrc::missing_port, 6, 0));
  PORTKIT_CHECK(is_refused("host:+80", ParseErrc::not_a_digit, 5, 1));
  PORTKIT_CHECK(is_refused("host: 80", ParseErrc::not_a_digit, 5, 1));
  PORTKIT_CHECK(is_refused("host:80/tcp", ParseErrc::not_a_digit, 7, 1));
  PORTKIT_CHECK(is_refused("host:080", ParseErrc::leading_zero, 5, 1));
  PORTKIT_CHECK(is_refused("host:65536", ParseErrc::out_of_range, 5, 5));
  PORTKIT_CHECK(is_refused(":99999", ParseErrc::out_of_range, 1, 5));
  PORTKIT_CHECK(is_refused("[::1]:65536", ParseErrc::out_of_range, 6, 5));
  PORTKIT_CHECK(is_refused("[::1]:x", ParseErrc::not_a_digit, 6, 1));
  // Of two faults the first in the text.
  PORTKIT_CHECK(is_refused("ho st:99999", ParseErrc::not_a_host_character, 2, 1));

  PORTKIT_CHECK(error_of("host:0", nonzero) == ParseError{ParseErrc::zero_port, 5, 1});
  PORTKIT_CHECK(is_read_as("host", "host", std::nullopt, nonzero));
  PORTKIT_CHECK(is_read_as("host:0080", "host", 80_port, zeros));
  PORTKIT_CHECK(error_of("host:00", zeros | nonzero) == ParseError{ParseErrc::zero_port, 5, 2});
  PORTKIT_CHECK(is_read_as("host:", "host", std::nullopt, empty_port));
  PORTKIT_CHECK(is_read_as("192.0.2.1:", "192.0.2.1", std::nullopt, empty_port));
  PORTKIT_CHECK(is_read_as("[::1]:", "::1", std::nullopt, empty_port));
  PORTKIT_CHECK(error_of("host:x", empty_port) == ParseError{ParseErrc::not_a_digit, 5, 1});
  PORTKIT_CHECK(error_of("[::1:", empty_port) == ParseError{ParseErrc::unclosed_bracket, 0, 1});
}

TEST_CASE("a name has no limit of its own") {
  const std::string name(100'000, 'x');
  const std::string text = name + ":443";
  const Result<HostPort> result = parse<HostPort>(text);
  REQUIRE(result.has_value());
  CHECK(result->host() == name);
  CHECK(result->port() == 443_port);
  CHECK(text_size(*result) == text.size());
}

TEST_CASE("a text of 4 GiB or more is refused, since no error could point into it") {
  if constexpr (sizeof(std::size_t) > 4) {
    const char bytes[] = "x:80"; // only the length is long: not a byte beyond these is read
    const std::size_t four_gib = std::size_t{1} << 31 << 1;
    CHECK(parse<HostPort>({bytes, four_gib}).error() == ParseError{ParseErrc::too_long, 0, 0});
  }
}

TEST_CASE("a constant is checked while compiling") {
  constexpr HostPort fallback = HostPort::of("localhost:8080");
  PORTKIT_CHECK(fallback.port_or(1_tcp) == 8080_tcp);
  PORTKIT_CHECK(fallback.host() == "localhost");
}

TEST_CASE("host() points into the text that was given") {
  const std::string name = "prefix example.com:80";
  const std::string_view text = std::string_view{name}.substr(7);
  CHECK(parse<HostPort>(text)->host().data() == text.data());
  const std::string address = "[::1]:80";
  CHECK(parse<HostPort>(address)->host().data() == address.data() + 1);
  const std::string none = ":80";
  CHECK(parse<HostPort>(none)->host().data() == none.data());
}

// ---- asking -------------------------------------------------------------------------------------

TEST_CASE("the host is an address, a name or empty") {
  constexpr auto address_of = [](std::string_view text) {
    return parse<HostPort>(text)->address();
  };
  constexpr auto is_name = [](std::string_view text) { return parse<HostPort>(text)->is_name(); };
  PORTKIT_CHECK(address_of("192.0.2.1:80") == IpAddress{"192.0.2.1"_ip});
  PORTKIT_CHECK(address_of("[2001:db8::1]") == IpAddress{"2001:db8::1"_ip});
  PORTKIT_CHECK(address_of("[fe80::1%3]:53") == IpAddress{"fe80::1%3"_ip});
  PORTKIT_CHECK(address_of("[::ffff:192.0.2.1]") != IpAddress{"192.0.2.1"_ip});
  PORTKIT_CHECK(address_of("example.com:80") == std::nullopt);
  PORTKIT_CHECK(address_of(":80") == std::nullopt);
  PORTKIT_CHECK(is_name("example.com:80"));
  PORTKIT_CHECK(is_name("1.2.3.4x"));
  PORTKIT_CHECK(!is_name("192.0.2.1"));
  PORTKIT_CHECK(!is_name("[::1]:80"));
  PORTKIT_CHECK(!is_name(":80"));
}

TEST_CASE("port_or and endpoint take the type of the default") {
  constexpr HostPort with = *parse<HostPort>("192.0.2.1:8853");
  constexpr HostPort without = *parse<HostPort>("[2001:db8::1]");
  constexpr HostPort name = *parse<HostPort>("example.com:0");
  PORTKIT_CHECK(with.port_or(853_port) == 8853_port);
  PORTKIT_CHECK(with.port_or(853_tcp) == 8853_tcp);
  PORTKIT_CHECK(with.port_or(TransportPort{853_udp}) == 8853_udp);
  PORTKIT_CHECK(without.port_or(853_port) == 853_port);
  PORTKIT_CHECK(without.port_or(853_tcp) == 853_tcp);
  PORTKIT_CHECK(without.port_or(TransportPort{853_udp}) == 853_udp);
  PORTKIT_CHECK(name.port_or(853_tcp) == 0_tcp); // port 0 is a port

  PORTKIT_CHECK(with.endpoint(853_tcp) == TcpEndpoint{"192.0.2.1"_ip, 8853_tcp});
  PORTKIT_CHECK(without.endpoint(853_udp) == UdpEndpoint{"2001:db8::1"_ip, 853_udp});
  PORTKIT_CHECK(with.endpoint(TransportPort{853_udp}) ==
                TransportEndpoint{"192.0.2.1"_ip, 8853_udp});
  PORTKIT_CHECK(without.endpoint(TransportPort{853_tcp}) ==
                TransportEndpoint{"2001:db8::1"_ip, 853_tcp});
  PORTKIT_CHECK(name.endpoint(853_tcp) == std::nullopt);
  PORTKIT_CHECK(name.endpoint(TransportPort{853_tcp}) == std::nullopt);
  PORTKIT_CHECK(parse<HostPort>(":80")->endpoint(853_tcp) == std::nullopt);
  static_assert(std::is_same_v<decltype(with.endpoint(853_tcp)), std::optional<TcpEndpoint>>);
}

TEST_CASE("another port, or none, goes with the same host") {
  constexpr HostPort host_port = *parse<HostPort>("[::1]:80");
  PORTKIT_CHECK(host_port.with_port(443_port) == *parse<HostPort>("[::1]:443"));
  PORTKIT_CHECK(host_port.without_port() == *parse<HostPort>("[::1]"));
  PORTKIT_CHECK(host_port.without_port().with_port(80_port) == host_port);
  PORTKIT_CHECK(is_written(parse<HostPort>(":80")->without_port(), "")); // the one without a text
}

TEST_CASE("HostPorts are equal by host in any ASCII case and by port") {
  PORTKIT_CHECK(is_equal("example.com:80", "EXAMPLE.com:80"));
  PORTKIT_CHECK(is_equal("%c3%a9", "%C3%A9"));
  PORTKIT_CHECK(!is_equal("example.com:80", "example.com:81"));
  PORTKIT_CHECK(!is_equal("example.com:0", "example.com")); // port 0 is a port
  PORTKIT_CHECK(!is_equal("example.com", "example.org"));
  PORTKIT_CHECK(!is_equal("example.com", "example.com."));
  // IPv6 addresses by value, with their scope.
  PORTKIT_CHECK(is_equal("[::1]:80", "[0:0:0:0:0:0:0:0001]:80"));
  PORTKIT_CHECK(is_equal("[2001:DB8::1]", "[2001:db8::1]"));
  PORTKIT_CHECK(is_equal("[::ffff:192.0.2.1]", "[::ffff:c000:201]"));
  PORTKIT_CHECK(is_equal("[fe80::1%0]", "[fe80::1]"));
  PORTKIT_CHECK(!is_equal("[fe80::1%3]", "[fe80::1%4]"));
  PORTKIT_CHECK(!is_equal("[::1]", "[::2]"));
  PORTKIT_CHECK(!is_equal("[::ffff:192.0.2.1]", "192.0.2.1"));
  PORTKIT_CHECK(!is_equal("192.0.2.1", "192.0.2.2"));
}

// ---- writing ------------------------------------------------------------------------------------

TEST_CASE("a HostPort is written in its one canonical form, which reads back as the same value") {
  PORTKIT_CHECK(is_canonical_of("example.com:3000", "Example.COM:3000"));
  PORTKIT_CHECK(is_canonical_of("example.com", "example.com"));
  PORTKIT_CHECK(is_canonical_of(":8080", ":8080"));
  PORTKIT_CHECK(is_canonical_of("192.0.2.1:0", "192.0.2.1:0"));
  PORTKIT_CHECK(is_canonical_of("[2001:db8::1]:443", "[2001:0DB8:0::0:1]:443"));
  PORTKIT_CHECK(is_canonical_of("[::ffff:254.254.254.254]", "[::ffff:fefe:fefe]")); // grows
  PORTKIT_CHECK(is_canonical_of("[fe80::1%3]:53", "[FE80::1%3]:53"));
  PORTKIT_CHECK(is_canonical_of("[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295]:65535",
                                "[FFFF:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295]:65535"));
  PORTKIT_CHECK(is_canonical_of("x%C3%A9%AFfab%2Fab", "X%c3%a9%afFAB%2fAB"));
  PORTKIT_CHECK(is_written(*parse<HostPort>("host:0443", zeros), "host:443"));
  PORTKIT_CHECK(is_written(*parse<HostPort>("Host:", empty_port), "host"));
}

TEST_CASE("a HostPort is written where it fits and nowhere else") {
  for (const std::string_view text :
       {"x"sv, "example.com"sv, "example.com:3000"sv, ":80"sv, "192.0.2.1:65535"sv, "[::1]"sv,
        "[2001:db8::1]:443"sv, "[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%1]:65535"sv}) {
    CAPTURE(text);
    const HostPort host_port = *parse<HostPort>(text);
    for (std::size_t room = 0; room != text.size(); ++room)
      CHECK(written_into(room, host_port) == std::nullopt);
    for (std::size_t room = text.size(); room != text.size() + 12; ++room)
      CHECK(written_into(room, host_port) == text);
  }
}

// ---- every short text ---------------------------------------------------------------------------

TEST_CASE("every text of up to six hostile bytes is read as the specification says") {
  address_cases::for_each_text("01ax.:[]%\xD9", 6, "", "",
                               [](std::string_view text) { check_text(text, 0); });
}

TEST_CASE("every text of up to four of some other bytes is read as the specification says") {
  address_cases::for_each_text("0aFXg.:[]%@/\\-_ \t\0\x7F\x80"sv, 4, "", "",
                               check_text_with_options);
}

TEST_CASE("every text of up to five bytes where a port stands is read as specified") {
  for (const std::string_view host : {"x:"sv, "1.2.3.4:"sv, ":"sv, "[::1]:"sv})
    address_cases::for_each_text("0156:]x", 5, host, "", [](std::string_view text) {
      check_text(text, 0);
      check_text(text, 7);
    });
}

TEST_CASE("every text of up to five bytes at the end of an address is read as specified") {
  for (const std::string_view start :
       {"1.2.3"sv, "1.2."sv, "[::"sv, "[::1"sv, "[fe80::1%"sv, "%3"sv})
    address_cases::for_each_text("014f.:]%xX", 4, start, "",
                                 [](std::string_view text) { check_text(text, 0); });
  address_cases::for_each_text("012.%3xE", 5, "a.", ":80",
                               [](std::string_view text) { check_text(text, 0); });
  address_cases::for_each_text("02.%3xe", 6, "", ":",
                               [](std::string_view text) { check_text(text, 4); });
}

// ---- bugs that other programs had ---------------------------------------------------------------

TEST_CASE("B8 podup#853, yarl#1745, hyperlink#180: what is no port is none behind a host either") {
  PORTKIT_CHECK(is_refused("host:80/tcp/extra", ParseErrc::not_a_digit, 7, 1));
  PORTKIT_CHECK(is_refused("host:80_80", ParseErrc::not_a_digit, 7, 1));
  PORTKIT_CHECK(is_refused("host:-11", ParseErrc::not_a_digit, 5, 1));
  PORTKIT_CHECK(is_refused("host:5555x", ParseErrc::not_a_digit, 9, 1));
  PORTKIT_CHECK(is_refused("host:\xD9\xA8\xD9\xA0", ParseErrc::not_a_digit, 5, 1));
}
TEST_CASE("B8 pfsense#961: \"1:6:9\" is no host and port") {
  PORTKIT_CHECK(is_refused("1:6:9", ParseErrc::missing_brackets, 0, 5));
}
TEST_CASE("B9 NemoClaw#11867, urllib3#2806: a leading zero is refused unless asked for") {
  PORTKIT_CHECK(is_refused("host:00443", ParseErrc::leading_zero, 5, 2));
  PORTKIT_CHECK(is_read_as("host:00443", "host", 443_port, zeros));
}
TEST_CASE("B10 CVE-2022-0686, curl#6283: \"host:\" has no port, and only where that is asked for") {
  PORTKIT_CHECK(is_refused("host:", ParseErrc::missing_port, 5, 0));
  PORTKIT_CHECK(parse<HostPort>("host:", empty_port)->port() == std::nullopt);
}
TEST_CASE("B11 aeron#1216, esp-lwip#28: port 0 of a host to connect to is refused") {
  PORTKIT_CHECK(is_read_as("host:0", "host", 0_port));
  PORTKIT_CHECK(error_of("host:0", nonzero) == ParseError{ParseErrc::zero_port, 5, 1});
  PORTKIT_CHECK(error_of("host:000", nonzero | zeros) == ParseError{ParseErrc::zero_port, 5, 3});
}
TEST_CASE("B21 pdns#9432: 1::33:99 and 1:33::99 are both refused, not read differently") {
  PORTKIT_CHECK(is_refused("1::33:99", ParseErrc::missing_brackets, 0, 8));
  PORTKIT_CHECK(is_refused("1:33::99", ParseErrc::missing_brackets, 0, 8));
}
TEST_CASE("B21 munin#1508, moby#3788, podman#6529: a bare IPv6 address is asked for its brackets") {
  PORTKIT_CHECK(is_refused("::1:4949", ParseErrc::missing_brackets, 0, 8));
  PORTKIT_CHECK(is_refused("2001:db8::1", ParseErrc::missing_brackets, 0, 11));
}
TEST_CASE("B21 simplexmq#1870, factor#2666: what is written reads back") {
  PORTKIT_CHECK(is_canonical_of("[2001:db8::1]:5223", "[2001:db8::1]:5223"));
  PORTKIT_CHECK(is_canonical_of("[::1]", "[::1]"));
}
TEST_CASE("B22 community.docker#65, bitcoin#21985: a numeric scope is kept, a name is refused") {
  PORTKIT_CHECK(is_refused("[fe80::1%eno1]:53", ParseErrc::scope_not_a_number, 9, 4));
  PORTKIT_CHECK(is_canonical_of("[fe80::1%3]:53", "[fe80::1%3]:53"));
  PORTKIT_CHECK(!is_equal("[fe80::1%3]:53", "[fe80::1]:53"));
}
TEST_CASE("F5 url authority_view: \":65536\" is refused, not port 0") {
  PORTKIT_CHECK(is_refused(":65536", ParseErrc::out_of_range, 1, 5));
  PORTKIT_CHECK(is_refused("host:65536", ParseErrc::out_of_range, 5, 5));
}
TEST_CASE("F host_port_pair: an IPv6 address is not split at its last colon, blanks are no part") {
  PORTKIT_CHECK(is_read_as("[1:2:3:4:5:6:7:8]:90", "1:2:3:4:5:6:7:8", 90_port));
  PORTKIT_CHECK(is_refused(" host:80", ParseErrc::not_a_host_character, 0, 1));
  PORTKIT_CHECK(is_refused("host:80 ", ParseErrc::not_a_digit, 7, 1));
}
