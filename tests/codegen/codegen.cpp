// SPDX-License-Identifier: BSL-1.0
#include <portkit/port.hpp>

#include <cstdint>

// Pairs of functions, one on portkit's types and one on the bare integer, whose machine code
// check_codegen.cmake compares.  The names say which belong together: portkit_x and integer_x, and
// mirrored_x where compilers name the operands of == in either order.
//
// Arguments come in by reference where the upper half of a register would matter: calling
// conventions may pass it in another way for a class of two bytes than for an integer of two bytes.

using portkit::Port;
using portkit::Protocol;
using portkit::TcpPort;
using portkit::TransportPort;
using std::uint16_t;
using std::uint32_t;

extern "C" {

// ---- accessors --------------------------------------------------------------------------------
uint16_t portkit_port_value(const Port& port) { return port.value(); }
uint16_t integer_port_value(const uint16_t& port) { return port; }

uint16_t portkit_tcp_value(const TcpPort& port) { return port.value(); }
uint16_t integer_tcp_value(const uint16_t& port) { return port; }

bool portkit_port_is_zero(const Port& port) { return port.is_zero(); }
bool integer_port_is_zero(const uint16_t& port) { return port == 0; }

uint32_t portkit_tcp_key(const TcpPort& port) { return port.key(); }
uint32_t integer_tcp_key(const uint16_t& port) { return uint32_t{port} << 8 | 6; }

uint32_t portkit_transport_key(const TransportPort& port) { return port.key(); }
uint32_t integer_transport_key(const uint32_t& port) { return port; }

uint16_t portkit_transport_value(const TransportPort& port) { return port.port().value(); }
uint16_t integer_transport_value(const uint32_t& port) { return static_cast<uint16_t>(port >> 8); }

bool portkit_transport_is_udp(const TransportPort& port) {
  return port.protocol() == Protocol::udp;
}
bool integer_transport_is_udp(const uint32_t& port) { return (port & 0xFF) == 17; }

// ---- comparisons ------------------------------------------------------------------------------
bool portkit_port_equal(Port a, Port b) { return a == b; }
bool integer_port_equal(uint16_t a, uint16_t b) { return a == b; }
bool mirrored_port_equal(uint16_t a, uint16_t b) { return b == a; }

bool portkit_port_less(const Port& a, const Port& b) { return a < b; }
bool integer_port_less(const uint16_t& a, const uint16_t& b) { return a < b; }

bool portkit_tcp_equal(TcpPort a, TcpPort b) { return a == b; }
bool integer_tcp_equal(uint16_t a, uint16_t b) { return a == b; }
bool mirrored_tcp_equal(uint16_t a, uint16_t b) { return b == a; }

bool portkit_tcp_less(const TcpPort& a, const TcpPort& b) { return a < b; }
bool integer_tcp_less(const uint16_t& a, const uint16_t& b) { return a < b; }

bool portkit_tcp_at_least(const TcpPort& a, const TcpPort& b) { return a >= b; }
bool integer_tcp_at_least(const uint16_t& a, const uint16_t& b) { return a >= b; }

bool portkit_transport_equal(TransportPort a, TransportPort b) { return a == b; }
bool integer_transport_equal(uint32_t a, uint32_t b) { return a == b; }
bool mirrored_transport_equal(uint32_t a, uint32_t b) { return b == a; }

bool portkit_transport_less(const TransportPort& a, const TransportPort& b) { return a < b; }
bool integer_transport_less(const uint32_t& a, const uint32_t& b) { return a < b; }

bool portkit_is_https(const TransportPort& port) { return port == TcpPort::of(443); }
bool integer_is_https(const uint32_t& port) { return port == (443 << 8 | 6); }

// ---- classification ---------------------------------------------------------------------------
bool portkit_port_is_well_known(const Port& port) { return is_well_known(port); }
bool integer_port_is_well_known(const uint16_t& port) { return port <= 1023; }

bool portkit_tcp_is_well_known(const TcpPort& port) { return is_well_known(port); }
bool integer_tcp_is_well_known(const uint16_t& port) { return port <= 1023; }

bool portkit_port_is_registered(const Port& port) { return is_registered(port); }
bool integer_port_is_registered(const uint16_t& port) { return port >= 1024 && port <= 49151; }

bool portkit_tcp_is_dynamic(const TcpPort& port) { return is_dynamic(port); }
bool integer_tcp_is_dynamic(const uint16_t& port) { return port >= 49152; }

bool portkit_transport_is_dynamic(const TransportPort& port) { return is_dynamic(port); }
bool integer_transport_is_dynamic(const uint32_t& port) {
  return static_cast<uint16_t>(port >> 8) >= 49152;
}

// ---- copies and byte order ----------------------------------------------------------------------
void portkit_copy(Port& to, const Port& from) { to = from; }
void integer_copy(uint16_t& to, const uint16_t& from) { to = from; }

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
uint16_t portkit_to_network(const Port& port) { return port.to_network().raw(); }
uint16_t integer_to_network(const uint16_t& port) {
  return static_cast<uint16_t>(port << 8 | port >> 8);
}
#endif
}
