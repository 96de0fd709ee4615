// SPDX-License-Identifier: BSL-1.0
#include <portkit/url_authority.hpp>

#include "address_cases.hpp"
#include "check.hpp"
#include "facts.hpp"
#include "texts.hpp"
#include "url_reference.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
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

static_assert(std::is_trivially_copyable_v<UrlAuthority>);
static_assert(sizeof(UrlAuthority) == sizeof(std::string_view) + sizeof(HostPort));
static_assert(facts::Equatable<UrlAuthority, UrlAuthority>);
static_assert(!facts::Orderable<UrlAuthority, UrlAuthority>);
static_assert(!facts::Equatable<UrlAuthority, HostPort>);
static_assert(std::is_copy_constructible_v<UrlAuthority>);
static_assert(!std::is_default_constructible_v<UrlAuthority>);
static_assert(!std::is_constructible_v<UrlAuthority, std::string_view, HostPort>);

template <class T, class Text>
concept Parsed = requires(Text&& text) { portkit::parse<T>(std::forward<Text>(text)); };
static_assert(Parsed<UrlAuthority, std::string_view> && Parsed<UrlAuthority, std::string&>);
static_assert(!Parsed<UrlAuthority, std::string> && !Parsed<UrlAuthority, const std::string>);

static_assert(noexcept(parse<UrlAuthority>(std::string_view{})));
static_assert(noexcept(std::declval<UrlAuthority>().scheme()));
static_assert(noexcept(std::declval<UrlAuthority>().host_port()));
static_assert(noexcept(std::declval<UrlAuthority>().effective_port()));
static_assert(noexcept(std::declval<UrlAuthority>() == std::declval<UrlAuthority>()));
static_assert(noexcept(to_chars(nullptr, nullptr, std::declval<UrlAuthority>())));
static_assert(noexcept(text_size(std::declval<UrlAuthority>())));
static_assert(noexcept(without_default_port(std::declval<HostPort>(), std::string_view{})));

namespace {

constexpr ParseOptions userinfo = ParseOptions::userinfo_skipped;
/// The ports of the WHATWG URL Standard.
constexpr ParseOptions whatwg =
    ParseOptions::leading_zeros_allowed | ParseOptions::empty_port_allowed;

constexpr bool is_read_as(std::string_view text, std::string_view scheme, std::string_view host,
                          std::optional<Port> port, ParseOptions options = ParseOptions::strict) {
  const Result<UrlAuthority> result = parse<UrlAuthority>(text, options);
  return result && result->scheme() == scheme && result->host_port().host() == host &&
         result->host_port().port() == port;
}

constexpr ParseError error_of(std::string_view text, ParseOptions options = ParseOptions::strict) {
  return parse<UrlAuthority>(text, options).error();
}

constexpr bool is_refused(std::string_view text, ParseErrc code, std::uint32_t position,
                          std::uint32_t length) {
  return error_of(text) == ParseError{code, position, length};
}

constexpr std::optional<TransportPort> effective_port(std::string_view text) {
  return parse<UrlAuthority>(text, whatwg | userinfo)->effective_port();
}

constexpr bool is_equal(std::string_view a, std::string_view b) {
  return *parse<UrlAuthority>(a) == *parse<UrlAuthority>(b);
}

constexpr bool is_written(const UrlAuthority& url, std::string_view text) {
  char buffer[128] = {};
  const std::to_chars_result end = to_chars(buffer, buffer + sizeof buffer, url);
  return end.ec == std::errc{} && text_size(url) == text.size() &&
         std::string_view(buffer, static_cast<std::size_t>(end.ptr - buffer)) == text;
}

constexpr bool is_canonical_of(std::string_view canonical, std::string_view text) {
  const UrlAuthority url = *parse<UrlAuthority>(text, whatwg | userinfo);
  return is_written(url, canonical) && *parse<UrlAuthority>(canonical) == url &&
         parse<UrlAuthority>(canonical)->effective_port() == url.effective_port();
}

/// What the Host field of a request for this URL holds.
constexpr bool has_host_field(std::string_view text, std::string_view field) {
  const UrlAuthority url = *parse<UrlAuthority>(text);
  const HostPort host_port = without_default_port(url.host_port(), url.scheme());
  char buffer[128] = {};
  const std::to_chars_result end = to_chars(buffer, buffer + sizeof buffer, host_port);
  return std::string_view(buffer, static_cast<std::size_t>(end.ptr - buffer)) == field;
}

/// Of the schemes that the texts here are made of.
bool has_default_port(std::string_view scheme) {
  return reference::is_in_any_case(scheme, "http") || reference::is_in_any_case(scheme, "ws");
}

void check_text(std::string_view text, unsigned number) {
  const reference::UrlOptions options{(number & 1) != 0, (number & 2) != 0, (number & 4) != 0,
                                      (number & 8) != 0};
  const auto expected = reference::read_url(text, options, has_default_port);
  const Result<UrlAuthority> result = parse<UrlAuthority>(text, static_cast<ParseOptions>(number));
  bool is_right = false;
  if (expected.error) {
    is_right = !result && result.error() == *expected.error;
  } else if (result) {
    const auto port = result->host_port().port();
    is_right = result->scheme() == expected.scheme &&
               result->host_port().host() == expected.host_port.host &&
               port.has_value() == expected.host_port.port.has_value() &&
               (!port || port->value() == *expected.host_port.port) &&
               result->effective_port().has_value() == has_default_port(expected.scheme);
  }
  if (!is_right) FAIL_CHECK("wrong for " << spelled(text) << " with options " << number);
}

void check_text_with_options(std::string_view text) {
  for (const unsigned number : {0U, 2U, 5U, 8U, 13U}) check_text(text, number);
}

} // namespace

// ---- reading ------------------------------------------------------------------------------------

TEST_CASE("a UrlAuthority is the scheme, the host and the port of a URL") {
  PORTKIT_CHECK(is_read_as("http://example.com:3000/x", "http", "example.com", 3000_port));
  PORTKIT_CHECK(is_read_as("http://example.com", "http", "example.com", std::nullopt));
  PORTKIT_CHECK(is_read_as("HTTPS://Example.com:443", "HTTPS", "Example.com", 443_port));
  PORTKIT_CHECK(is_read_as("redis://192.0.2.1/0", "redis", "192.0.2.1", std::nullopt));
  PORTKIT_CHECK(is_read_as("ws://[2001:db8::1]:80/chat", "ws", "2001:db8::1", 80_port));
  PORTKIT_CHECK(is_read_as("coap+tcp://x:1", "coap+tcp", "x", 1_port));
  PORTKIT_CHECK(is_read_as("a1+.-z://x", "a1+.-z", "x", std::nullopt));
  PORTKIT_CHECK(is_read_as("unheard-of://x:1", "unheard-of", "x", 1_port));
}

TEST_CASE("the authority ends at the first of / ? # and what follows is passed over") {
  PORTKIT_CHECK(is_read_as("http://x:80/a:b@c", "http", "x", 80_port));
  PORTKIT_CHECK(is_read_as("http://x:80?a:b@c", "http", "x", 80_port));
  PORTKIT_CHECK(is_read_as("http://x:80#a:b@c", "http", "x", 80_port));
  PORTKIT_CHECK(is_read_as("http://x/\\@y:1", "http", "x", std::nullopt));
  PORTKIT_CHECK(is_read_as("http://x?//y:1", "http", "x", std::nullopt));
  PORTKIT_CHECK(is_read_as("http://x#\0 \xFF"sv, "http", "x", std::nullopt));
}

TEST_CASE("a URL begins with a scheme") {
  PORTKIT_CHECK(is_refused("", ParseErrc::empty, 0, 0));
  PORTKIT_CHECK(is_refused("example.com", ParseErrc::missing_scheme, 0, 0));
  PORTKIT_CHECK(is_refused("//example.com/x", ParseErrc::missing_scheme, 0, 0));
  PORTKIT_CHECK(is_refused("/path:80", ParseErrc::missing_scheme, 0, 0));
  PORTKIT_CHECK(is_refused("?x:80", ParseErrc::missing_scheme, 0, 0));
  PORTKIT_CHECK(is_refused("x#y:80", ParseErrc::missing_scheme, 0, 0));
  PORTKIT_CHECK(is_refused("://x", ParseErrc::missing_scheme, 0, 0));
  PORTKIT_CHECK(is_refused(":", ParseErrc::missing_scheme, 0, 0));
  PORTKIT_CHECK(is_refused("1http://x", ParseErrc::not_a_scheme_character, 0, 1));
  PORTKIT_CHECK(is_refused("+http://x", ParseErrc::not_a_scheme_character, 0, 1));
  PORTKIT_CHECK(is_refused(" http://x", ParseErrc::not_a_scheme_character, 0, 1));
  PORTKIT_CHECK(is_refused("ht tp://x", ParseErrc::not_a_scheme_character, 2, 1));
  PORTKIT_CHECK(is_refused("ht_tp://x", ParseErrc::not_a_scheme_character, 2, 1));
  PORTKIT_CHECK(is_refused("http\0://x"sv, ParseErrc::not_a_scheme_character, 4, 1));
  PORTKIT_CHECK(is_refused("h\xC3\xA9://x", ParseErrc::not_a_scheme_character, 1, 1));
  PORTKIT_CHECK(is_refused("[::1]:80", ParseErrc::not_a_scheme_character, 0, 1));
}

TEST_CASE("behind the scheme comes an authority") {
  PORTKIT_CHECK(is_refused("mailto:x@y", ParseErrc::missing_authority, 7, 0));
  PORTKIT_CHECK(is_refused("http:", ParseErrc::missing_authority, 5, 0));
  PORTKIT_CHECK(is_refused("http:/x", ParseErrc::missing_authority, 5, 0));
  PORTKIT_CHECK(is_refused("http:x//y", ParseErrc::missing_authority, 5, 0));
  PORTKIT_CHECK(is_refused("http:\\\\x", ParseErrc::missing_authority, 5, 0));
  PORTKIT_CHECK(is_refused("http:/\\x", ParseErrc::missing_authority, 5, 0));
  PORTKIT_CHECK(is_refused("localhost:80", ParseErrc::missing_authority, 10, 0));
}

TEST_CASE("user information is refused, or skipped where that is asked for") {
  PORTKIT_CHECK(is_refused("http://user@x", ParseErrc::userinfo_not_allowed, 7, 5));
  PORTKIT_CHECK(is_refused("http://user:pass@x:80", ParseErrc::userinfo_not_allowed, 7, 10));
  PORTKIT_CHECK(is_refused("http://@x", ParseErrc::userinfo_not_allowed, 7, 1));
  PORTKIT_CHECK(is_refused("file://@", ParseErrc::userinfo_not_allowed, 7, 1));
  PORTKIT_CHECK(is_read_as("http://user@x", "http", "x", std::nullopt, userinfo));
  PORTKIT_CHECK(is_read_as("http://user:1@x:80/", "http", "x", 80_port, userinfo));
  PORTKIT_CHECK(is_read_as("http://@x", "http", "x", std::nullopt, userinfo));
  PORTKIT_CHECK(is_read_as("http://:@[::1]", "http", "::1", std::nullopt, userinfo));
  PORTKIT_CHECK(is_read_as("ws://a%40b:;=@x:1", "ws", "x", 1_port, userinfo));
  PORTKIT_CHECK(error_of("http://user@", userinfo) == ParseError{ParseErrc::missing_host, 12, 0});
  PORTKIT_CHECK(error_of("file://user@", userinfo) == ParseError{ParseErrc::missing_host, 12, 0});
  PORTKIT_CHECK(error_of("http://user@x:99999", userinfo) ==
                ParseError{ParseErrc::out_of_range, 14, 5});

  // What readers differ on: where the user information ends, and where the host.
  PORTKIT_CHECK(error_of("http://a@b@c/", userinfo) ==
                ParseError{ParseErrc::not_a_host_character, 10, 1});
  PORTKIT_CHECK(error_of("http://a@b:80@c/", userinfo) ==
                ParseError{ParseErrc::not_a_digit, 13, 1});
  PORTKIT_CHECK(error_of("http://one\\@other/", userinfo) ==
                ParseError{ParseErrc::not_a_host_character, 10, 1});
  PORTKIT_CHECK(error_of("http://[::1]@other/", userinfo) ==
                ParseError{ParseErrc::not_a_host_character, 7, 1});
  PORTKIT_CHECK(error_of("http://a b@other/", userinfo) ==
                ParseError{ParseErrc::not_a_host_character, 8, 1});
  PORTKIT_CHECK(error_of("http://a%4@other/", userinfo) ==
                ParseError{ParseErrc::not_a_host_character, 8, 1});
}

TEST_CASE("the host is missing only where the scheme can do without one") {
  PORTKIT_CHECK(is_refused("http://", ParseErrc::missing_host, 7, 0));
  PORTKIT_CHECK(is_refused("http:///x", ParseErrc::missing_host, 7, 0));
  PORTKIT_CHECK(is_refused("HTTPS://?x", ParseErrc::missing_host, 8, 0));
  PORTKIT_CHECK(is_refused("ws://#", ParseErrc::missing_host, 5, 0));
  PORTKIT_CHECK(is_refused("http://:80", ParseErrc::missing_host, 7, 0));
  PORTKIT_CHECK(is_refused("http://:", ParseErrc::missing_host, 7, 0));
  PORTKIT_CHECK(is_read_as("file:///etc/hosts", "file", "", std::nullopt));
  PORTKIT_CHECK(is_read_as("x://", "x", "", std::nullopt));
  PORTKIT_CHECK(is_refused("file://:80/", ParseErrc::missing_host, 7, 0)); // a port of no host
  PORTKIT_CHECK(is_refused("file://:", ParseErrc::missing_host, 7, 0));
}

TEST_CASE("host and port are refused as those of a HostPort, at their place") {
  PORTKIT_CHECK(is_refused("http://a b/", ParseErrc::not_a_host_character, 8, 1));
  PORTKIT_CHECK(is_refused("http://a\\b/", ParseErrc::not_a_host_character, 8, 1));
  PORTKIT_CHECK(is_refused("http://a:80\\b/", ParseErrc::not_a_digit, 11, 1));
  PORTKIT_CHECK(is_refused("http://a\t/", ParseErrc::not_a_host_character, 8, 1));
  PORTKIT_CHECK(is_refused("http://256.1.1.1/", ParseErrc::octet_out_of_range, 7, 3));
  PORTKIT_CHECK(is_refused("http://0x7f.1/", ParseErrc::not_an_address_character, 8, 1));
  PORTKIT_CHECK(is_refused("http://::1/", ParseErrc::missing_brackets, 7, 3));
  PORTKIT_CHECK(is_refused("http://fe80::1/", ParseErrc::missing_brackets, 7, 7));
  PORTKIT_CHECK(is_refused("http://[::1/]", ParseErrc::unclosed_bracket, 7, 1));
  PORTKIT_CHECK(is_refused("http://[::1]x/", ParseErrc::text_after_bracket, 12, 1));
  PORTKIT_CHECK(is_refused("http://[1.2.3.4]/", ParseErrc::not_ipv6_in_brackets, 8, 7));
  PORTKIT_CHECK(is_refused("http://x:/", ParseErrc::missing_port, 9, 0));
  PORTKIT_CHECK(is_refused("http://x:65536/", ParseErrc::out_of_range, 9, 5));
  PORTKIT_CHECK(is_refused("http://x:080/", ParseErrc::leading_zero, 9, 1));
  PORTKIT_CHECK(error_of("http://x:0/", ParseOptions::nonzero_port) ==
                ParseError{ParseErrc::zero_port, 9, 1});
  PORTKIT_CHECK(is_read_as("http://x:0080/", "http", "x", 80_port, whatwg));
  PORTKIT_CHECK(is_read_as("http://x:/", "http", "x", std::nullopt, whatwg));
}

TEST_CASE("an IPv6 address in a URL has no scope, which RFC 6874 spells otherwise than others") {
  PORTKIT_CHECK(is_refused("http://[fe80::1%3]/", ParseErrc::not_an_address_character, 15, 1));
  PORTKIT_CHECK(is_refused("http://[fe80::1%253]/", ParseErrc::not_an_address_character, 15, 1));
  PORTKIT_CHECK(is_refused("http://[fe80::1%25eth0]/", ParseErrc::not_an_address_character, 15, 1));
  PORTKIT_CHECK(is_refused("http://[::1]:%31/", ParseErrc::not_a_digit, 13, 1));
  PORTKIT_CHECK(is_read_as("http://[::1]/%31", "http", "::1", std::nullopt));
}

TEST_CASE("a text of 4 GiB or more is refused, since no error could point into it") {
  if constexpr (sizeof(std::size_t) > 4) {
    const char bytes[] = "x://y"; // only the length is long: not a byte beyond these is read
    const std::size_t four_gib = std::size_t{1} << 31 << 1;
    CHECK(parse<UrlAuthority>({bytes, four_gib}).error() == ParseError{ParseErrc::too_long, 0, 0});
  }
}

TEST_CASE("a constant is checked while compiling") {
  constexpr UrlAuthority fallback = UrlAuthority::of("https://example.com");
  PORTKIT_CHECK(fallback.effective_port() == TransportPort{443_tcp});
}

TEST_CASE("scheme and host point into the text that was given") {
  const std::string text = "http://user@example.com:80/";
  const UrlAuthority url = *parse<UrlAuthority>(text, userinfo);
  CHECK(url.scheme().data() == text.data());
  CHECK(url.host_port().host().data() == text.data() + 12);
}

// ---- asking -------------------------------------------------------------------------------------

TEST_CASE("the effective port is that of the text or else the scheme's default") {
  PORTKIT_CHECK(effective_port("http://x") == TransportPort{80_tcp});
  PORTKIT_CHECK(effective_port("HTTPS://x/") == TransportPort{443_tcp});
  PORTKIT_CHECK(effective_port("http://x:3000/x") == TransportPort{3000_tcp});
  PORTKIT_CHECK(effective_port("http://x:0") == TransportPort{0_tcp});
  PORTKIT_CHECK(effective_port("http://x:") == TransportPort{80_tcp});
  PORTKIT_CHECK(effective_port("coap://x") == TransportPort{5683_udp});
  PORTKIT_CHECK(effective_port("coap://x:9") == TransportPort{9_udp});
  PORTKIT_CHECK(effective_port("wss://x") == TransportPort{443_tcp});
  PORTKIT_CHECK(effective_port("ftp://x") == TransportPort{21_tcp});
  // Neither the transport nor the port is known.
  PORTKIT_CHECK(effective_port("unheard-of://x") == std::nullopt);
  PORTKIT_CHECK(effective_port("unheard-of://x:80") == std::nullopt);
  PORTKIT_CHECK(effective_port("file:///etc/hosts") == std::nullopt);
}

TEST_CASE("URLs are equal if they name the same scheme, host and port") {
  PORTKIT_CHECK(is_equal("http://example.com", "HTTP://EXAMPLE.com:80/x?y#z")); // RFC 9110 4.2.3
  PORTKIT_CHECK(is_equal("https://[::1]:443", "https://[0::1]"));
  PORTKIT_CHECK(is_equal("x://y:80", "X://Y:80"));
  PORTKIT_CHECK(is_equal("file:///a", "file:///b"));
  PORTKIT_CHECK(!is_equal("http://x:443", "https://x:443"));
  PORTKIT_CHECK(!is_equal("http://x", "ws://x")); // the same port, but not the same thing
  PORTKIT_CHECK(!is_equal("http://x", "http://x:443"));
  PORTKIT_CHECK(!is_equal("http://x", "http://y"));
  PORTKIT_CHECK(!is_equal("x://y:80", "x://y"));
}

TEST_CASE("without_default_port drops the port that the scheme implies, and no other") {
  constexpr auto rest_of = [](std::string_view text, std::string_view scheme) {
    return without_default_port(*parse<HostPort>(text), scheme);
  };
  PORTKIT_CHECK(rest_of("x:443", "https") == *parse<HostPort>("x"));
  PORTKIT_CHECK(rest_of("x:443", "HTTPS") == *parse<HostPort>("x"));
  PORTKIT_CHECK(rest_of("[::1]:80", "ws") == *parse<HostPort>("[::1]"));
  PORTKIT_CHECK(rest_of("x:443", "http") == *parse<HostPort>("x:443"));
  PORTKIT_CHECK(rest_of("x:0", "http") == *parse<HostPort>("x:0"));
  PORTKIT_CHECK(rest_of("x", "http") == *parse<HostPort>("x"));
  PORTKIT_CHECK(rest_of("x:443", "unheard-of") == *parse<HostPort>("x:443"));
  PORTKIT_CHECK(rest_of("x:443", "") == *parse<HostPort>("x:443"));
  PORTKIT_CHECK(rest_of(":443", "https") == *parse<HostPort>(":443")); // something must be left
}

// ---- writing ------------------------------------------------------------------------------------

TEST_CASE("a UrlAuthority is written in its one canonical form, without the default port") {
  PORTKIT_CHECK(is_canonical_of("http://example.com", "HTTP://Example.com:80/path?query#fragment"));
  PORTKIT_CHECK(is_canonical_of("http://example.com:3000", "http://example.com:3000"));
  PORTKIT_CHECK(is_canonical_of("https://example.com:80", "https://example.com:80"));
  PORTKIT_CHECK(is_canonical_of("https://[2001:db8::1]", "https://user:pw@[2001:DB8::1]:0443/"));
  PORTKIT_CHECK(is_canonical_of("https://[::ffff:192.0.2.1]:1", "https://[::ffff:c000:0201]:1"));
  PORTKIT_CHECK(is_canonical_of("unheard-of://x:80", "Unheard-Of://X:80"));
  PORTKIT_CHECK(is_canonical_of("http://x%2Fy", "http://X%2fY:/"));
  PORTKIT_CHECK(is_canonical_of("file://", "FILE:///etc/hosts"));
}

TEST_CASE("a UrlAuthority is written where it fits and nowhere else") {
  for (const std::string_view text : {"http://x"sv, "https://example.com:3000"sv, "file://"sv,
                                      "a://[2001:db8::1]:443"sv, "ws://192.0.2.1"sv}) {
    CAPTURE(text);
    const UrlAuthority url = *parse<UrlAuthority>(text);
    for (std::size_t room = 0; room != text.size(); ++room)
      CHECK(written_into(room, url) == std::nullopt);
    for (std::size_t room = text.size(); room != text.size() + 12; ++room)
      CHECK(written_into(room, url) == text);
  }
}

// ---- every short text ---------------------------------------------------------------------------

TEST_CASE("every text of up to six hostile bytes is read as the specification says") {
  address_cases::for_each_text("xw1:/@.[]?", 6, "", "",
                               [](std::string_view text) { check_text(text, 0); });
}

TEST_CASE("every text of up to four bytes around a scheme is read as the specification says") {
  for (const std::string_view start : {""sv, "x"sv, "http"sv, "http:"sv, "ws:/"sv})
    address_cases::for_each_text("x1:/@+.-? \\#\0\x80"sv, 4, start, "://x",
                                 check_text_with_options);
}

TEST_CASE("every text of up to six hostile bytes in an authority is read as specified") {
  for (const std::string_view start : {"http://"sv, "x://"sv})
    for (const std::string_view end : {""sv, "/@:1"sv})
      address_cases::for_each_text("10x:@.[]/", 5, start, end, check_text_with_options);
  address_cases::for_each_text("1x:@[]%", 6, "http://", "",
                               [](std::string_view text) { check_text(text, 13); });
}

TEST_CASE("every text of up to four of some other bytes in an authority is read as specified") {
  for (const std::string_view start : {"http://"sv, "http://a@"sv, "x://[::1"sv, "ws://1.2.3.4"sv})
    address_cases::for_each_text("1xF:@?#\\]%/ ;~\0\xD9"sv, 4, start, "", check_text_with_options);
}

// ---- bugs that other programs had ---------------------------------------------------------------

TEST_CASE("B5 wpt-7602: 2^32 + 81, 2^64 + 81 and 2^128 + 81 in a URL are not port 81") {
  PORTKIT_CHECK(is_refused("http://f:4294967377/c", ParseErrc::out_of_range, 9, 10));
  PORTKIT_CHECK(is_refused("http://f:18446744073709551697/c", ParseErrc::out_of_range, 9, 20));
  PORTKIT_CHECK(is_refused("http://f:340282366920938463463374607431768211537/c",
                           ParseErrc::out_of_range, 9, 39));
  PORTKIT_CHECK(error_of("http://f:00000000004294967377/c", whatwg).code ==
                ParseErrc::out_of_range);
}
TEST_CASE("B4 go#80168: the port that is checked is the port that is dialled") {
  PORTKIT_CHECK(is_refused("http://localhost:4294985376", ParseErrc::out_of_range, 17, 10));
}
TEST_CASE("B9 ada#1168, urllib3#2806: a URL's leading zeros are taken where that is asked for") {
  PORTKIT_CHECK(is_refused("http://x:0080/", ParseErrc::leading_zero, 9, 2));
  PORTKIT_CHECK(effective_port("http://x:00000000000000000000080/") == TransportPort{80_tcp});
  PORTKIT_CHECK(is_canonical_of("http://x", "http://x:000080/"));
}
TEST_CASE("B10 CVE-2019-14809 go#29098: a port that is no number is refused, host and all") {
  PORTKIT_CHECK(is_refused("http://example.com:javascript/", ParseErrc::not_a_digit, 19, 1));
  PORTKIT_CHECK(is_refused("http://[::1]namelessport", ParseErrc::text_after_bracket, 12, 1));
  PORTKIT_CHECK(is_refused("http://[::1]:namedport", ParseErrc::not_a_digit, 13, 1));
  PORTKIT_CHECK(is_refused("http://host:80:90/", ParseErrc::not_a_digit, 14, 1));
}
TEST_CASE("B10 CVE-2022-0686 url-parse: \"host:\" does not smuggle a colon into the host") {
  PORTKIT_CHECK(is_refused("http://example.com:", ParseErrc::missing_port, 19, 0));
  PORTKIT_CHECK(is_read_as("http://example.com:", "http", "example.com", std::nullopt, whatwg));
  PORTKIT_CHECK(is_canonical_of("http://example.com", "http://example.com:"));
}
TEST_CASE("B10 curl#6283: a blank port is refused") {
  PORTKIT_CHECK(is_refused("https://example.com: /", ParseErrc::not_a_digit, 20, 1));
  PORTKIT_CHECK(is_refused("https://example.com:/", ParseErrc::missing_port, 20, 0));
}
TEST_CASE("B23 paho.mqtt.c#1653, mqtt_client#643: the Host field of https has no :443") {
  PORTKIT_CHECK(has_host_field("https://x:443/mqtt", "x"));
  PORTKIT_CHECK(has_host_field("wss://x.example:443/mqtt", "x.example"));
  PORTKIT_CHECK(has_host_field("wss://x.example:8443/mqtt", "x.example:8443"));
}
TEST_CASE("B23 cpp-httplib#2480, minio-py#528: the Host field keeps brackets and other ports") {
  PORTKIT_CHECK(has_host_field("http://[::1]:80", "[::1]"));
  PORTKIT_CHECK(has_host_field("http://[::1]:443", "[::1]:443"));
  PORTKIT_CHECK(has_host_field("http://127.0.0.1:9000/bucket", "127.0.0.1:9000"));
}
TEST_CASE("B23 Java-WebSocket#685: the default port of wss is left out as that of ws is") {
  PORTKIT_CHECK(has_host_field("ws://x:80", "x"));
  PORTKIT_CHECK(has_host_field("wss://x:443", "x"));
  PORTKIT_CHECK(has_host_field("ws://x:443", "x:443"));
}
TEST_CASE(
    "B23 jetty#11389, commitpulse#7355: origins with and without the default port are equal") {
  PORTKIT_CHECK(is_equal("https://example.com", "https://example.com:443"));
  PORTKIT_CHECK(!is_equal("https://example.com", "https://example.com:8443"));
}
TEST_CASE("F5 url authority_view: \"http://host:65536\" is refused, not port 0") {
  PORTKIT_CHECK(is_refused("http://host:65536", ParseErrc::out_of_range, 12, 5));
  PORTKIT_CHECK(error_of("http://host:0065536", whatwg) ==
                ParseError{ParseErrc::out_of_range, 12, 7});
}
