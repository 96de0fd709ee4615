// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_URL_AUTHORITY_HPP
#define PORTKIT_URL_AUTHORITY_HPP

#include <portkit/default_port.hpp>
#include <portkit/detail/ascii.hpp>
#include <portkit/detail/host_text.hpp>
#include <portkit/host_port.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/transport_port.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>

namespace portkit::inline v0 {

/// The same host without its port if that is a default of this scheme, given without its colon:
/// what an HTTP Host field holds.  An empty host keeps its port.
/// Source: RFC 9110 section 4.2.3.
[[nodiscard]] constexpr HostPort without_default_port(const HostPort& host_port,
                                                      std::string_view scheme) noexcept {
  const auto port = host_port.port();
  const bool can_do_without = port && !host_port.host().empty() && is_default_port(scheme, *port);
  return can_do_without ? host_port.without_port() : host_port;
}

/// Scheme, host and port of a URL: a view of the text it was parsed from, which must outlive it
/// unchanged.
///
/// Text:   Read is a whole URL, "HTTP://Example.com:80/path?query#fragment", of which what follows
///         the port is passed over unread; written is "http://example.com", without a port that is
///         the scheme's default.  The host is as of HostPort, but an IPv6 address has no scope.
///         It may be empty, as in file:///etc, if the scheme has no default port.  What readers
///         differ on is refused: a backslash, blanks, user@ unless it is asked for, a second @.
///         The options leading_zeros_allowed | empty_port_allowed read ports as browsers do.
/// Order:  equality only: the scheme in any ASCII case, the host and the port as of HostPort, where
///         the scheme's default port and no port are the same.
/// Shape:  trivially copyable, does not own its text.
/// Source: RFC 3986 sections 3.1 and 3.2; RFC 9110 section 4.2; RFC 9844 (no scope since).
class UrlAuthority {
public:
  /// From a constant text.  Error: a text that parse refuses does not compile.
  /// Self is a parameter since the grammar stands below.
  template <class Self = UrlAuthority>
  [[nodiscard]] static consteval Self of(std::string_view text) {
    return detail::parse_constant<Self>(text);
  }

  /// The scheme as it stands in the text, without its colon.
  [[nodiscard]] constexpr std::string_view scheme() const noexcept { return scheme_; }
  /// Host and port as they stand in the text.
  [[nodiscard]] constexpr const HostPort& host_port() const noexcept { return host_port_; }

  /// The port to connect to: the one in the text or else the scheme's default, on the transport the
  /// scheme is commonly met on.  Error: empty for a scheme that default_port does not know, since
  /// its transport is not known either; ask host_port() for what the text says.
  template <class Found = TransportPort>
  [[nodiscard]] constexpr std::optional<Found> effective_port() const noexcept {
    const std::optional<Found> fallback = default_port<Found>(scheme_);
    if (!fallback) return std::nullopt;
    return host_port_.port_or(*fallback);
  }

  [[nodiscard]] friend constexpr bool operator==(const UrlAuthority& a,
                                                 const UrlAuthority& b) noexcept {
    return detail::equal_ignoring_case(a.scheme_, b.scheme_) &&
           without_default_port(a.host_port_, a.scheme_) ==
               without_default_port(b.host_port_, b.scheme_);
  }

private:
  template <class>
  friend struct detail::Parser;
  constexpr UrlAuthority(std::string_view scheme, const HostPort& host_port) noexcept
      : scheme_{scheme}, host_port_{host_port} {}

  std::string_view scheme_;
  HostPort host_port_;
};

namespace detail {

template <>
inline constexpr bool views_its_text<UrlAuthority> = true;

template <std::same_as<UrlAuthority> T>
struct Parser<T> {
  /// The user information that is skipped is looked at too: it must not hold what other readers end
  /// the host at, as in "http://one\@other" and "http://one@two@three".
  [[nodiscard]] static constexpr Result<T> parse(std::string_view text,
                                                 ParseOptions options) noexcept {
    if (text.empty()) return ParseError{ParseErrc::empty, 0, 0};
    if (text.size() > 0xFFFF'FFFF) return ParseError{ParseErrc::too_long, 0, 0};

    const std::size_t colon = text.find_first_of(":/?#");
    if (colon == 0 || colon == std::string_view::npos || text[colon] != ':')
      return ParseError{ParseErrc::missing_scheme, 0, 0};
    const std::string_view scheme = text.substr(0, colon);
    for (std::size_t i = 0; i != colon; ++i)
      if (!is_letter(scheme[i]) && (i == 0 || !is_later_in_scheme(scheme[i])))
        return mark(ParseErrc::not_a_scheme_character, i, 1);
    if (text.substr(colon + 1, 2) != "//") return mark(ParseErrc::missing_authority, colon + 1, 0);

    std::size_t start = colon + 3;
    std::string_view host = text.substr(start, text.find_first_of("/?#", start) - start);
    if (host.empty() && default_ports(scheme).empty()) return T{scheme, HostPort{host}};
    if (const std::size_t at = host.find('@'); at != std::string_view::npos) {
      if (!has_option(options, ParseOptions::userinfo_skipped))
        return mark(ParseErrc::userinfo_not_allowed, start, at + 1);
      const HostReading userinfo = read_host_characters(host.substr(0, at), ":");
      if (!userinfo.is_valid) return userinfo.error.shifted(start);
      host.remove_prefix(at + 1);
      start += at + 1;
    }
    if (host.empty() || (host[0] == ':' && !looks_like_ipv6(host)))
      return mark(ParseErrc::missing_host, start, 0);
    const std::size_t percent = host.substr(0, host.find(']')).find('%');
    if (host[0] == '[' && percent != std::string_view::npos)
      return mark(ParseErrc::not_an_address_character, start + percent, 1);
    const Result<HostPort> host_port = Parser<HostPort>::parse(host, options);
    if (!host_port) return host_port.error().shifted(start);
    return T{scheme, *host_port};
  }

private:
  [[nodiscard]] static constexpr bool is_later_in_scheme(char c) noexcept {
    return is_digit(c) || c == '+' || c == '-' || c == '.';
  }
  [[nodiscard]] static constexpr ParseError mark(ParseErrc code, std::size_t position,
                                                 std::size_t length) noexcept {
    return {code, static_cast<std::uint32_t>(position), static_cast<std::uint32_t>(length)};
  }
};

} // namespace detail

/// Writes "http://example.com" or "http://example.com:3000", without a NUL; bytes of [ptr, last)
/// may be used as scratch.
/// Error: value_too_large with ptr == last if it does not fit; text_size(url) bytes do.
[[nodiscard]] constexpr std::to_chars_result to_chars(char* first, char* last,
                                                      const UrlAuthority& url) noexcept {
  std::to_chars_result place = detail::write_name(first, last, url.scheme());
  if (place.ec == std::errc{}) place = detail::copy_text(place.ptr, last, "://");
  if (place.ec != std::errc{}) return place;
  return to_chars(place.ptr, last, without_default_port(url.host_port(), url.scheme()));
}

/// The size in bytes of the text that to_chars writes; no max_text_size holds every name.
[[nodiscard]] constexpr std::size_t text_size(const UrlAuthority& url) noexcept {
  return url.scheme().size() + 3 + text_size(without_default_port(url.host_port(), url.scheme()));
}

} // namespace portkit::inline v0
#endif // PORTKIT_URL_AUTHORITY_HPP
