// SPDX-License-Identifier: BSL-1.0
#include <portkit/string.hpp>
#include <portkit/with_service.hpp>

#include "check.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>

using namespace portkit;

namespace {

template <class T>
constexpr bool writes(const T& value, std::string_view expected) {
  char text[96] = {};
  const std::to_chars_result result = to_chars(text, text + sizeof text, value);
  return result.ec == std::errc{} &&
         std::string_view(text, static_cast<std::size_t>(result.ptr - text)) == expected;
}

constexpr std::array rows{
    Service{"billing metrics, see the wiki", 443_udp},
    Service{"", 80_tcp},
    Service{"billing", 9100_tcp},
};
constexpr ServiceTable own{rows};

template <class T>
concept HasService = requires(const T& value) { with_service(value); };

} // namespace

// A port without a protocol has no service, and neither has an address.
static_assert(HasService<TcpPort> && HasService<TransportPort> && HasService<UdpEndpoint>);
static_assert(!HasService<Port> && !HasService<IpAddress> && !HasService<int>);
static_assert(std::is_trivially_copyable_v<WithService<TransportPort>>);
static_assert(std::is_trivially_copyable_v<WithService<TransportEndpoint, true>>);
static_assert(std::same_as<decltype(with_service(443_tcp)), WithService<TransportPort>>);
static_assert(std::same_as<decltype(with_service(TcpEndpoint{})), WithService<TransportEndpoint>>);

TEST_CASE("a port is written with the name of its service behind it") {
  PORTKIT_CHECK(writes(with_service(443_tcp), "443/tcp (https)"));
  PORTKIT_CHECK(writes(with_service(53_udp), "53/udp (domain)"));
  PORTKIT_CHECK(writes(with_service(TransportPort{22_sctp}), "22/sctp (ssh)"));
  PORTKIT_CHECK(with_service(443_tcp).name() == "https");
  PORTKIT_CHECK(with_service(443_tcp).value() == 443_tcp);
}

TEST_CASE("a port without a name is written alone") {
  PORTKIT_CHECK(writes(with_service(65535_tcp), "65535/tcp"));
  PORTKIT_CHECK(writes(with_service(0_udp), "0/udp"));
  PORTKIT_CHECK(with_service(65535_tcp).name().empty());
}

TEST_CASE("an endpoint is written with the name of its port's service behind it") {
  constexpr TcpEndpoint https = TcpEndpoint::of("[::1]:443");
  constexpr TransportEndpoint none{"192.0.2.1"_ip, 65535_udp};
  PORTKIT_CHECK(writes(with_service(https), "[::1]:443/tcp (https)"));
  PORTKIT_CHECK(writes(with_service(none), "192.0.2.1:65535/udp"));
  PORTKIT_CHECK(with_service(https).value() == https);
}

TEST_CASE("own names come before the registry's and may be of any length") {
  PORTKIT_CHECK(writes(with_service(9100_tcp, own), "9100/tcp (billing)"));
  PORTKIT_CHECK(writes(with_service(443_udp, own), "443/udp (billing metrics, see the wiki)"));
  PORTKIT_CHECK(writes(with_service(443_tcp, own), "443/tcp (https)"));
  PORTKIT_CHECK(writes(with_service(80_tcp, own), "80/tcp")); // an own row says: no name
  PORTKIT_CHECK(writes(with_service(65535_tcp, own), "65535/tcp"));
  constexpr UdpEndpoint endpoint = UdpEndpoint::of("192.0.2.1:443");
  PORTKIT_CHECK(
      writes(with_service(endpoint, own), "192.0.2.1:443/udp (billing metrics, see the wiki)"));
}

TEST_CASE("text_size is the size of the text") {
  PORTKIT_CHECK(text_size(with_service(443_udp, own)) ==
                std::string_view("443/udp (billing metrics, see the wiki)").size());
  PORTKIT_CHECK(text_size(with_service(80_tcp, own)) == std::string_view("80/tcp").size());
  constexpr UdpEndpoint endpoint = UdpEndpoint::of("[::1]:65535");
  PORTKIT_CHECK(text_size(with_service(endpoint, own)) ==
                std::string_view("[::1]:65535/udp").size());
}

TEST_CASE("max_text_size holds every registered name, and not a byte more than needed") {
  std::size_t longest = 0;
  for (const Service& service : all_services()) {
    char text[max_text_size<WithService<TransportPort>>];
    const std::to_chars_result result =
        to_chars(text, text + sizeof text, with_service(service.port));
    REQUIRE(result.ec == std::errc{});
    const auto name = with_service(service.port).name();
    longest = name.size() > longest ? name.size() : longest;
  }
  CHECK(max_text_size<WithService<TransportPort>> ==
        max_text_size<TransportPort> + std::string_view(" ()").size() + longest);
  CHECK(max_text_size<WithService<TransportEndpoint>> ==
        max_text_size<TransportEndpoint> + std::string_view(" ()").size() + longest);
}

TEST_CASE("a place that is too small is named, and nothing behind it is touched") {
  constexpr std::string_view expected = "443/tcp (https)";
  for (std::size_t size = 0; size <= expected.size(); ++size) {
    CAPTURE(size);
    std::string text(expected.size() + 1, '#');
    char* const last = text.data() + size;
    const std::to_chars_result result = to_chars(text.data(), last, with_service(443_tcp));
    CHECK(result.ec == (size < expected.size() ? std::errc::value_too_large : std::errc{}));
    CHECK(result.ptr == last);
    CHECK(text.substr(size) == std::string(text.size() - size, '#'));
  }
}

TEST_CASE("to_string writes it too") {
  CHECK(to_string(with_service(443_tcp)) == "443/tcp (https)");
  CHECK(to_string(with_service(443_udp, own)) == "443/udp (billing metrics, see the wiki)");
}
