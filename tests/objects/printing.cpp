// SPDX-License-Identifier: BSL-1.0
// Printing numbers brings no names into the program: those are with_service's.
#include <portkit/endpoint.hpp>
#include <portkit/ostream.hpp>
#include <portkit/port_set.hpp>

#include <ostream>

void print(std::ostream& out, portkit::TransportPort port, const portkit::TcpEndpoint& endpoint) {
  out << port << ' ' << endpoint;
}

portkit::Result<portkit::TcpPortSet> read_list(std::string_view text) {
  return portkit::parse<portkit::TcpPortSet>(text);
}
