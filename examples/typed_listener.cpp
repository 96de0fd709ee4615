// SPDX-License-Identifier: BSL-1.0
// A TCP server and its client on the loopback interface, where every port is a TcpPort: byte order
// and protocol cannot be confused, and no htons appears.

#include <iostream>

#if __has_include(<sys/socket.h>)

#include <portkit/host.hpp>
#include <portkit/portkit.hpp>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <type_traits>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using portkit::NetworkPort, portkit::TcpPort, portkit::UdpPort;

namespace {

/// The result of a system call; one that failed ends the program.
int checked(int result, const char* call) {
  if (result >= 0) return result;
  std::perror(call);
  std::exit(1);
}

struct Socket {
  explicit Socket(int opened) : handle{checked(opened, "socket")} {}
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket() { close(handle); }

  const int handle;
};

/// sin_port is an integer that is no number: raw() is the one value to store there.
sockaddr_in loopback(TcpPort port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = port.to_network().raw();
  inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
  return address;
}

/// The port of this end with getsockname, of the other with getpeername.
TcpPort port_of(const Socket& socket, decltype(getsockname) ask) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  checked(ask(socket.handle, reinterpret_cast<sockaddr*>(&address), &size), "port_of");
  return TcpPort::from_network(NetworkPort::from_raw(address.sin_port));
}

void listen_on(const Socket& socket, TcpPort port) {
  const sockaddr_in address = loopback(port);
  const auto* const any_address = reinterpret_cast<const sockaddr*>(&address);
  checked(bind(socket.handle, any_address, sizeof address), "bind");
  checked(listen(socket.handle, 1), "listen");
}

void connect_to(const Socket& socket, TcpPort port) {
  const sockaddr_in address = loopback(port);
  const auto* const any_address = reinterpret_cast<const sockaddr*>(&address);
  checked(connect(socket.handle, any_address, sizeof address), "connect");
}

// What compiles elsewhere and fails at night: listen_on(socket, 53_udp), listen_on(socket, 65616).
static_assert(!std::is_invocable_v<decltype(listen_on), Socket&, UdpPort>);
static_assert(!std::is_invocable_v<decltype(listen_on), Socket&, int>);

void print(std::string_view role, TcpPort port, const portkit::PortPolicy& policy) {
  constexpr std::string_view classes[] = {"well known", "registered", "dynamic"};
  const auto service = find_service(port);
  std::cout << role << to_string(portkit::TransportPort{port}) << "  "
            << (service ? service->name : "no service") << ", "
            << classes[static_cast<unsigned>(classify(port))] << ", "
            << (is_ephemeral(port, policy) ? "ephemeral" : "not ephemeral") << " here\n";
}

} // namespace

int main() {
  const Socket server{socket(AF_INET, SOCK_STREAM, 0)};
  listen_on(server, TcpPort{}); // port 0: the system chooses
  const TcpPort server_port = port_of(server, getsockname);

  const Socket client{socket(AF_INET, SOCK_STREAM, 0)};
  connect_to(client, server_port);
  const Socket accepted{accept(server.handle, nullptr, nullptr)};
  const TcpPort client_port = port_of(client, getsockname);

  const auto policy = portkit::read_host_policy().value_or(portkit::linux_defaults);
  print("server  ", server_port, policy);
  print("client  ", client_port, policy);

  // What either end says of itself, the other end sees.
  const bool is_agreed = port_of(accepted, getpeername) == client_port &&
                         port_of(client, getpeername) == server_port && !server_port.is_zero();
  std::cout << (is_agreed ? "Both ends agree.\n" : "The ends disagree.\n");
  return is_agreed ? 0 : 1;
}

#else

int main() {
  std::cout << "This example needs the sockets of POSIX.\n";
  return 77; // what CTest takes for skipped
}

#endif
