// SPDX-License-Identifier: BSL-1.0
#include <portkit/string.hpp>

#include <portkit/endpoint.hpp>
#include <portkit/host_port.hpp>
#include <portkit/port.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

using namespace portkit;

namespace {

// What users may have: a type with a text of its own, one that is a port, one that becomes a port,
// and one that merely holds a port.
struct Celsius {};
[[maybe_unused]] std::to_chars_result to_chars(char* first, char*, const Celsius&) {
  return {first, {}};
}
struct ListenPort : Port {};
struct Setting {
  [[maybe_unused]] operator TransportPort() const { return 443_tcp; }
};
template <class T>
struct Box {};

} // namespace

// What has a text is asked for by name; nothing that merely converts to one gets through.
template <class T>
concept HasString = requires(const T& value) { portkit::to_string(value); };
static_assert(HasString<Port> && HasString<TcpPort> && HasString<TransportPort>);
static_assert(HasString<Protocol> && HasString<IpAddress> && HasString<TcpEndpoint>);
static_assert(HasString<TransportEndpoint> && HasString<HostPort>);
static_assert(!HasString<int> && !HasString<std::uint16_t> && !HasString<NetworkPort>);
static_assert(!HasString<std::optional<Port>> && !HasString<PortClass> && !HasString<Result<Port>>);
static_assert(!HasString<Celsius> && !HasString<ListenPort> && !HasString<Setting>);
static_assert(!HasString<Box<Port>> && !HasString<const char*> && !HasString<std::string>);
static_assert(std::is_same_v<decltype(to_string(Port{})), std::string>);

TEST_CASE("to_string gives the one canonical text") {
  CHECK(to_string(0_port) == "0");
  CHECK(to_string(443_port) == "443");
  CHECK(to_string(65535_port) == "65535");
  CHECK(to_string(443_tcp) == "443");
  CHECK(to_string(53_udp) == "53");
  CHECK(to_string(Protocol::tcp) == "tcp");
  CHECK(to_string(Protocol::sctp) == "sctp");
  CHECK(to_string(TransportPort{443_tcp}) == "443/tcp");
  CHECK(to_string(TransportPort{65535_sctp}) == "65535/sctp");
  CHECK(to_string(TransportPort{0_udp}) == "0/udp");
  CHECK(to_string("2001:db8::1"_ip) == "2001:db8::1");
  CHECK(to_string(TcpEndpoint{"2001:db8::1"_ip, 443_tcp}) == "[2001:db8::1]:443");
}

TEST_CASE("to_string knows no limit where the text has none") {
  const std::string host(5000, 'a');
  CHECK(to_string(*parse<HostPort>(host)) == host);
  const std::string with_port = host + ":443";
  CHECK(to_string(*parse<HostPort>(with_port)) == with_port);
}

TEST_CASE("to_string is found without its namespace, and beside the standard's") {
  using std::to_string;
  CHECK(to_string(443_port) == to_string(443));
}

TEST_CASE("the canonical text reads back as the same value") {
  for (const Protocol protocol : all_protocols) {
    CHECK(parse<Protocol>(to_string(protocol)) == protocol);
    const TransportPort port{protocol, 8080_port};
    CHECK(parse<TransportPort>(to_string(port)) == port);
  }
  CHECK(to_string(*parse<TransportPort>("443/TCP")) == "443/tcp");
  CHECK(to_string(*parse<Port>("0443", ParseOptions::leading_zeros_allowed)) == "443");
}
