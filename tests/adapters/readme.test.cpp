// SPDX-License-Identifier: BSL-1.0
// The code of README.md that needs other libraries, region by region.
#include <portkit/asio.hpp>
#include <portkit/fmt.hpp>
#include <portkit/json.hpp>
#include <portkit/ostream.hpp>
#include <portkit/portkit.hpp>
#include <portkit/sockaddr.hpp>
#include <portkit/zone.hpp>

#include <asio/connect.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <doctest/doctest.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <iomanip>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

using namespace portkit;

namespace {

// region: sockaddr
int open_listener(const TcpEndpoint& endpoint) {
  const SocketAddress address = to_sockaddr(endpoint);
  const int listener = socket(address.family(), SOCK_STREAM, IPPROTO_TCP);
  if (bind(listener, address.data(), address.size()) != 0) return -1;
  return listen(listener, 16) == 0 ? listener : -1;
}

std::optional<TcpEndpoint> local_endpoint(int socket) {
  SocketAddress address;
  if (getsockname(socket, address.data(), address.out_size()) != 0) return std::nullopt;
  return from_sockaddr<Protocol::tcp>(address); // empty for a socket of another family
}
// endregion

// region: zone
std::string with_name(std::string_view text) { // "[fe80::1%eth0]:53": names are the host's own
  const auto endpoint = parse_with_zone<UdpEndpoint>(text);
  if (!endpoint) return endpoint.error().message();
  return to_string(*endpoint) + " is " + to_string(with_zone(*endpoint));
} // [fe80::1%2]:53 is [fe80::1%eth0]:53
// endregion

// region: asio
bool connect_to(asio::ip::tcp::socket& socket, std::string_view host, std::string_view service) {
  const auto port = parse_service<Protocol::tcp>(service); // "https", "443"; "300800" is refused
  if (!port) return false;
  asio::ip::tcp::resolver resolver{socket.get_executor()};
  asio::error_code error;
  const auto found = portkit::resolve(resolver, host, *port, error); // a port, never a text
  if (!error) asio::connect(socket, found, error);
  return !error;
}

TcpEndpoint peer_of(const asio::ip::tcp::socket& socket) {
  return from_asio(socket.remote_endpoint()); // and back: to_asio<asio::ip::tcp::endpoint>(peer)
}
// endregion

// region: format
std::string table_row(TransportPort port, const TcpEndpoint& peer) {
  return fmt::format("{:>9} {:<24}{}", port, peer, with_service(port)); // std::format alike
} //    443/tcp [2001:db8::1]:443       443/tcp (https)

void log(std::ostream& out, TcpPort port) {
  out << std::setw(6) << port << ' ' << Protocol::tcp << '\n'; // no locale makes 39,375 of it
}
// endregion

// region: json
TcpPort listen_port(const nlohmann::json& config) {
  return config.at("port").get<TcpPort>(); // 65616, -1, 53.7, true and "443" throw, with the reason
}

nlohmann::json to_config(TcpPort port, const TransportEndpoint& upstream) {
  return {{"port", port}, {"upstream", upstream}}; // {"port":443,"upstream":"[::1]:53/udp"}
}
// endregion

TEST_CASE("README.md: sockets") {
  const int listener = open_listener(TcpEndpoint{Ipv4Address::loopback(), TcpPort{}});
  REQUIRE(listener >= 0);
  const auto local = local_endpoint(listener);
  REQUIRE(local);
  CHECK(local->address() == Ipv4Address::loopback());
  CHECK(!local->port().is_zero());

  asio::io_context context;
  asio::ip::tcp::socket client{context};
  CHECK(!connect_to(client, "127.0.0.1", "300800"));
  REQUIRE(connect_to(client, "127.0.0.1", to_string(local->port())));
  CHECK(peer_of(client) == *local);
  CHECK(::close(listener) == 0);
}

TEST_CASE("README.md: zones") {
  CHECK(with_name("[::1]:53") == "[::1]:53 is [::1]:53");
  CHECK(with_name("[fe80::1%no-such-zone]:53") ==
        "no network interface of this host has this name");
}

TEST_CASE("README.md: formatting") {
  CHECK(table_row(443_tcp, TcpEndpoint::of("[2001:db8::1]:443")) ==
        "  443/tcp [2001:db8::1]:443       443/tcp (https)");
  std::ostringstream out;
  log(out, 39375_tcp);
  CHECK(out.str() == " 39375 tcp\n");
}

TEST_CASE("README.md: JSON") {
  CHECK(listen_port({{"port", 443}}) == 443_tcp);
  for (const auto& wrong : {nlohmann::json(65616), nlohmann::json(-1), nlohmann::json(53.7),
                            nlohmann::json(true), nlohmann::json("443")})
    CHECK_THROWS_AS((void)listen_port({{"port", wrong}}), nlohmann::json::exception);
  CHECK(to_config(443_tcp, TransportEndpoint::of("[::1]:53/udp")).dump() ==
        R"({"port":443,"upstream":"[::1]:53/udp"})");
}

} // namespace
