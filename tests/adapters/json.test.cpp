// SPDX-License-Identifier: BSL-1.0
#define JSON_DIAGNOSTICS 1
#include <portkit/json.hpp>

#include <portkit/with_service.hpp>

#include "check.hpp"
#include "every_text.hpp"

#include <concepts>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace portkit;
using nlohmann::json;

namespace user {

struct Listener {
  TcpPort port;
  TransportPort upstream = 443_tcp;
  IpAddress address;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Listener, port, upstream, address)

// A type with a text of its own, which is none of ours.
struct Celsius {};
[[maybe_unused]] std::to_chars_result to_chars(char* first, char*, const Celsius&) {
  return {first, {}};
}

} // namespace user

template <class T>
concept WritesJson = std::constructible_from<json, T>;
template <class T>
concept ReadsJson = requires(const json& value) { nlohmann::adl_serializer<T>::from_json(value); };
static_assert(WritesJson<TransportPort> && ReadsJson<TransportPort>);
static_assert(!WritesJson<user::Celsius> && !WritesJson<NetworkPort>);
// These would be views of a JSON value that may be gone, and this is for people to read.
static_assert(WritesJson<HostPort> && !ReadsJson<HostPort>);
static_assert(WritesJson<UrlAuthority> && !ReadsJson<UrlAuthority>);
static_assert(WritesJson<WithService<TransportPort>>);

namespace {

/// What the library's exception says when this JSON text is read as a T.
template <class T, class Error>
std::string refusal(const std::string& text) {
  try {
    (void)json::parse(text).get<T>();
  } catch (const Error& error) {
    return error.what();
  }
  return "not refused";
}

} // namespace

TEST_CASE("every type with a text is written and read back") {
  tests::for_each(tests::texts, []<class T>(const T& value, std::string_view text) {
    const json written = value;
    CHECK(written.dump() ==
          (written.is_number() ? std::string(text) : '"' + std::string(text) + '"'));
    CHECK(json::parse(written.dump()).get<T>() == value);
    CHECK(nlohmann::ordered_json(value).template get<T>() == value);
  });
}

TEST_CASE("a port is a number, whatever else has a text is a string") {
  CHECK(json(443_port).is_number_unsigned());
  CHECK(json(443_tcp).is_number_unsigned());
  CHECK(json(TransportPort{443_tcp}).is_string());
  CHECK(json(Protocol::tcp) == json("tcp"));
  CHECK(json(*PortRange::from(1_port, 3_port)) == json("1-3"));
}

TEST_CASE("views and services are written only") {
  tests::for_each(tests::viewed_texts, [](const auto& value, std::string_view text) {
    CHECK(json(value) == json(std::string(text)));
  });
  CHECK(json(with_service(443_tcp)) == json("443/tcp (https)"));
}

TEST_CASE("a port is read from a whole number in range, and from nothing else") {
  CHECK(json(443).get<Port>() == 443_port); // signed, as C++ made it
  CHECK(json::parse("65535").get<TcpPort>() == 65535_tcp);
  CHECK(json::parse("0").get<Port>() == 0_port);

  for (const char* const text :
       {"-1", "65536", "65616", "4294967376", "-9223372036854775808", "18446744073709551615"}) {
    CHECK(
        refusal<Port, json::out_of_range>(text) ==
        std::string("[json.exception.out_of_range.406] a port number must be 0 to 65535, but is ") +
            text);
    CHECK(refusal<TcpPort, json::out_of_range>(text) == refusal<Port, json::out_of_range>(text));
  }
  const std::map<std::string, std::string> others{
      {"53.7", "53.7"},      {"53.0", "53.0"},
      {"1e3", "1000.0"},     {"99999999999999999999", "1e+20"},
      {"true", "boolean"},   {"null", "null"},
      {"\"443\"", "string"}, {"\"\"", "string"},
      {"[443]", "array"},    {"{}", "object"},
  };
  for (const auto& [text, found] : others) {
    CHECK(refusal<Port, json::type_error>(text) ==
          "[json.exception.type_error.302] a port number must be an integer, but is " + found);
    CHECK(refusal<UdpPort, json::type_error>(text) == refusal<Port, json::type_error>(text));
  }
}

TEST_CASE("a text is read by its type's grammar") {
  CHECK(json("443/TCP").get<TransportPort>() == 443_tcp);
  CHECK(refusal<TransportPort, json::other_error>("\"443/tpc\"") ==
        "[json.exception.other_error.599] the protocol is none of tcp, udp, dccp, sctp, at byte 4");
  CHECK(refusal<TransportPort, json::other_error>("\"443\"") ==
        "[json.exception.other_error.599] the protocol is missing, as in 443/tcp, at byte 3");
  CHECK(refusal<TcpEndpoint, json::other_error>("\"::1:443\"") ==
        "[json.exception.other_error.599] an IPv6 address before a port stands in brackets, "
        "as in [::1]:443, at byte 0");
  CHECK(refusal<IpAddress, json::other_error>("\"\"") ==
        "[json.exception.other_error.599] the text is empty where a value is expected, at byte 0");
  CHECK(refusal<IpAddress, json::other_error>("\"::1\\u0000\"") != "not refused");
  for (const char* const text : {"6", "53.7", "true", "null", "[]", "{}"})
    CHECK(refusal<Protocol, json::type_error>(text) != "not refused");
  CHECK(refusal<Protocol, json::type_error>("6") ==
        "[json.exception.type_error.302] the text must be a string, but is 6");
}

TEST_CASE("types without a default, containers and get_to") {
  CHECK(json::parse(R"(["22/tcp", "53/udp"])").get<std::vector<TransportPort>>() ==
        std::vector<TransportPort>{22_tcp, 53_udp});
  CHECK(json::parse(R"({"dns": "53/udp"})").get<std::map<std::string, TransportPort>>() ==
        std::map<std::string, TransportPort>{{"dns", 53_udp}});
  TransportPort port = 443_tcp;
  json("53/udp").get_to(port);
  CHECK(port == 53_udp);
  CHECK_THROWS_AS(json("53/abc").get_to(port), json::other_error);
  CHECK(port == 53_udp);
}

TEST_CASE("members of the user's structs, with the place of an error") {
  const json good = {{"port", 8080}, {"upstream", "53/udp"}, {"address", "::1"}};
  const auto listener = good.get<user::Listener>();
  CHECK(listener.port == 8080_tcp);
  CHECK(listener.upstream == 53_udp);
  CHECK(json(listener) == good);

  CHECK(refusal<std::vector<user::Listener>, json::exception>(
            R"([{"port": 65616, "upstream": "53/udp", "address": "::1"}])") ==
        "[json.exception.out_of_range.406] (/0/port) a port number must be 0 to 65535, "
        "but is 65616");
  CHECK(refusal<user::Listener, json::exception>(
            R"({"port": 80, "upstream": "53/tpc", "address": "::1"})") ==
        "[json.exception.other_error.599] (/upstream) the protocol is none of tcp, udp, dccp, "
        "sctp, at byte 3");
}
