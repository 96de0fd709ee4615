// SPDX-License-Identifier: BSL-1.0
#ifndef PORTINFO_SOCKETS_HPP
#define PORTINFO_SOCKETS_HPP

#include "explain.hpp"
#include "style.hpp"

#include <portkit/portkit.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#if defined(__linux__)
#include <arpa/inet.h>
#include <sys/socket.h>
#endif

/// A socket of this machine, at its local end.
struct Socket {
  portkit::TransportPort port;
  std::string address;
  std::string_view state;

  friend bool operator==(const Socket&, const Socket&) = default;
};

#if defined(__linux__)

/// A whole word of hexadecimal digits.
inline std::optional<std::uint32_t> read_hex(std::string_view text) {
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number, 16);
  if (text.empty() || stop != end || error != std::errc{}) return std::nullopt;
  return number;
}

/// The kernel prints an address as one or four 32-bit words, each in the byte order of the machine.
inline std::optional<std::string> read_address(std::string_view hex) {
  if (hex.size() != 8 && hex.size() != 32) return std::nullopt;
  std::array<std::uint32_t, 4> words{};
  for (std::size_t i = 0; i != hex.size() / 8; ++i) {
    const auto word = read_hex(hex.substr(8 * i, 8));
    if (!word) return std::nullopt;
    words[i] = *word;
  }
  char text[INET6_ADDRSTRLEN];
  if (inet_ntop(hex.size() == 8 ? AF_INET : AF_INET6, words.data(), text, sizeof text) == nullptr)
    return std::nullopt;
  return text;
}

/// The states of include/net/tcp_states.h; UDP uses two of them in a sense of its own.
inline std::string_view state_name(portkit::Protocol protocol, std::uint32_t state) {
  constexpr std::string_view names[] = {"unknown",     "established", "syn sent",  "syn received",
                                        "fin wait 1",  "fin wait 2",  "time wait", "closed",
                                        "close wait",  "last ack",    "listening", "closing",
                                        "syn received"};
  if (protocol == portkit::Protocol::udp) return state == 1 ? "connected" : "open";
  return names[state < std::size(names) ? state : 0];
}

/// One line, such as `0: 0100007F:1F90 00000000:0000 0A ...`.
inline std::optional<Socket> read_socket(const std::string& line, portkit::Protocol protocol) {
  std::istringstream words{line};
  std::string number, local, remote, state;
  if (!(words >> number >> local >> remote >> state)) return std::nullopt;

  const std::size_t colon = local.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto address = read_address(std::string_view(local).substr(0, colon));
  const auto port_number = read_hex(std::string_view(local).substr(colon + 1));
  const auto state_number = read_hex(state);
  if (!address || !port_number || !state_number) return std::nullopt;

  const auto port = portkit::Port::from(*port_number); // empty above 65535, never cut off
  if (!port) return std::nullopt;
  return Socket{{protocol, *port}, *address, state_name(protocol, *state_number)};
}

/// All sockets of the four tables of the kernel; says in `report` what it read.
inline std::vector<Socket> read_sockets(std::ostream& report) {
  using enum portkit::Protocol;
  constexpr std::pair<const char*, portkit::Protocol> files[] = {{"/proc/net/tcp", tcp},
                                                                 {"/proc/net/tcp6", tcp},
                                                                 {"/proc/net/udp", udp},
                                                                 {"/proc/net/udp6", udp}};
  std::vector<Socket> sockets;
  std::size_t strange_lines = 0;
  std::string read, unread;
  for (const auto& [path, protocol] : files) {
    std::ifstream file{path};
    std::string line;
    const bool has_head = static_cast<bool>(std::getline(file, line));
    std::string& list = has_head ? read : unread;
    list.append(list.empty() ? "" : ", ").append(path);
    while (std::getline(file, line)) {
      if (auto socket = read_socket(line, protocol))
        sockets.push_back(*std::move(socket));
      else
        ++strange_lines;
    }
  }
  report << sockets.size() << (sockets.size() == 1 ? " socket" : " sockets") << " in "
         << (read.empty() ? "no file" : read) << '\n';
  if (!unread.empty()) report << "Could not read " << unread << '\n';
  if (strange_lines != 0) report << "Did not understand " << strange_lines << " of their lines\n";
  return sockets;
}

#endif

/// Left-aligned columns as wide as their widest cell; the first row is the head.
inline void print_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows)
    for (std::size_t i = 0; i != row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i != row.size(); ++i) line += padded(row[i], widths[i] + 2);
    line.erase(line.find_last_not_of(' ') + 1);
    std::cout << paint(&row == &rows.front() ? Style::bold : Style::plain, line) << '\n';
  }
}

inline void print_sockets(std::vector<Socket> sockets, const Host& host) {
  std::sort(sockets.begin(), sockets.end(), [](const Socket& a, const Socket& b) {
    return std::tie(a.port, a.address, a.state) < std::tie(b.port, b.address, b.state);
  });
  std::vector<std::vector<std::string>> rows{
      {"PORT", "SERVICE", "LOCAL ADDRESS", "CLASS", "THIS HOST", "STATE"}};
  for (auto socket = sockets.begin(); socket != sockets.end();) {
    const auto next =
        std::find_if(socket, sockets.end(), [&](const Socket& s) { return s != *socket; });
    const auto service = portkit::find_service(socket->port);
    std::string state{socket->state}; // a busy server has thousands of connections at one port
    if (next - socket > 1) state += " x" + std::to_string(next - socket);
    rows.push_back({to_string(socket->port), std::string(service ? service->name : "-"),
                    socket->address, std::string(to_words(classify(socket->port))),
                    is_ephemeral(socket->port, host.policy)    ? "ephemeral"
                    : is_privileged(socket->port, host.policy) ? "privileged"
                                                               : "-",
                    state});
    socket = next;
  }
  print_table(rows);
}

#endif // PORTINFO_SOCKETS_HPP
