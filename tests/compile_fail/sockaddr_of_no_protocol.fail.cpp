// SPDX-License-Identifier: BSL-1.0
// EXPECT: no matching function for call to .*from_sockaddr
// A socket address does not know its protocol: the reader says it.
#include <portkit/sockaddr.hpp>

#include <optional>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool read(const SocketAddress& address) {
  return from_sockaddr<Protocol::udp>(address).has_value();
}
#else
bool read(const SocketAddress& address) { return from_sockaddr(address).has_value(); }
#endif
