// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_SOCKADDR_HPP
#define PORTKIT_SOCKADDR_HPP

// POSIX sockets, or Winsock: there include this header before <windows.h>.  The names of zones are
// those of zone.hpp.

#include <portkit/address.hpp>
#include <portkit/endpoint.hpp>
#include <portkit/network_port.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/typed_port.hpp>

#include <cstring>
#include <optional>
#include <utility>

#if defined(_WIN32)
#include <winsock2.h> // before the next

#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace portkit::inline v0 {

/// A socket address of IPv4 or IPv6, as the calls of the socket API take and fill it.
///
///   bind(fd, address.data(), address.size())
///   accept(fd, peer.data(), peer.out_size())
///
/// Shape: trivially copyable.
class SocketAddress {
public:
  /// Of no family, with room for either: what accept, getsockname and recvfrom fill.
  SocketAddress() noexcept : storage_{} {}
  /// Holds a copy of the structure.
  explicit SocketAddress(const sockaddr_in& address) noexcept : SocketAddress{} { assign(address); }
  explicit SocketAddress(const sockaddr_in6& address) noexcept : SocketAddress{} {
    assign(address);
  }

  [[nodiscard]] sockaddr* data() noexcept { return &storage_.any; }
  [[nodiscard]] const sockaddr* data() const noexcept { return &storage_.any; }
  /// Bytes in use.  Of a longer address, which is of another family, the system stores as many as
  /// there is room for, but says the size of all.
  [[nodiscard]] socklen_t size() const noexcept { return size_ < capacity() ? size_ : capacity(); }
  [[nodiscard]] static constexpr socklen_t capacity() noexcept { return sizeof(Storage); }
  /// Where the system reads the room and writes the size.  Each call empties the object: one used
  /// again offers its whole room, and holds nothing old if the system fills in nothing.
  [[nodiscard]] socklen_t* out_size() noexcept {
    *this = SocketAddress{};
    return &size_;
  }
  /// AF_INET or AF_INET6, as socket() takes it; anything else only if the system wrote it.
  [[nodiscard]] int family() const noexcept { return storage_.any.sa_family; }

private:
  union Storage {
    sockaddr_in6 v6; // the first, so that {} clears every byte
    sockaddr_in v4;
    sockaddr any;
  };

  template <class Address>
  void assign(const Address& address) noexcept {
    std::memcpy(&storage_, &address, sizeof address);
    size_ = sizeof address;
  }

  Storage storage_;
  socklen_t size_ = capacity();
};

namespace detail {

/// BSD and macOS want the size of the structure in it, in a member that others do not have.
template <class Address>
void set_length_member(Address& address) noexcept {
  if constexpr (requires { address.sin_len; }) address.sin_len = sizeof(Address);
  if constexpr (requires { address.sin6_len; }) address.sin6_len = sizeof(Address);
}

[[nodiscard]] inline SocketAddress to_sockaddr(Ipv4Address from, NetworkPort port) noexcept {
  sockaddr_in address{};
  set_length_member(address);
  address.sin_family = AF_INET;
  address.sin_port = port.raw();
  const auto bytes = from.bytes();
  static_assert(sizeof bytes == sizeof address.sin_addr);
  std::memcpy(&address.sin_addr, bytes.data(), sizeof bytes);
  return SocketAddress{address};
}

[[nodiscard]] inline SocketAddress to_sockaddr(const Ipv6Address& from, NetworkPort port) noexcept {
  sockaddr_in6 address{};
  set_length_member(address);
  address.sin6_family = AF_INET6;
  address.sin6_port = port.raw();
  address.sin6_scope_id = from.scope_id();
  const auto bytes = from.bytes();
  static_assert(sizeof bytes == sizeof address.sin6_addr);
  std::memcpy(&address.sin6_addr, bytes.data(), sizeof bytes);
  return SocketAddress{address};
}

[[nodiscard]] inline SocketAddress to_sockaddr(const IpAddress& from, NetworkPort port) noexcept {
  return from.visit([port](const auto& address) { return to_sockaddr(address, port); });
}

/// What a socket address says: it does not know of protocols.
struct SockaddrReading {
  IpAddress address;
  Port port;
};

[[nodiscard]] inline std::optional<SockaddrReading> read_sockaddr(const sockaddr* from,
                                                                  socklen_t size) noexcept {
  sockaddr_in v4;
  if (from == nullptr || std::cmp_less(size, sizeof v4)) return std::nullopt;
  std::memcpy(&v4, from, sizeof v4);
  if (v4.sin_family == AF_INET) {
    unsigned char bytes[4];
    std::memcpy(bytes, &v4.sin_addr, sizeof bytes);
    return SockaddrReading{Ipv4Address::from_bytes(bytes),
                           Port::from_network(NetworkPort::from_raw(v4.sin_port))};
  }
  sockaddr_in6 v6;
  if (v4.sin_family != AF_INET6 || std::cmp_less(size, sizeof v6)) return std::nullopt;
  std::memcpy(&v6, from, sizeof v6);
  unsigned char bytes[16];
  std::memcpy(bytes, &v6.sin6_addr, sizeof bytes);
  return SockaddrReading{Ipv6Address::from_bytes(bytes).with_scope(v6.sin6_scope_id),
                         Port::from_network(NetworkPort::from_raw(v6.sin6_port))};
}

} // namespace detail

/// The endpoint as bind, connect and sendto take it.  The flow label is 0.  A socket address holds
/// no protocol: that is what the socket was made with.
template <Protocol P>
[[nodiscard]] SocketAddress to_sockaddr(const Endpoint<P>& endpoint) noexcept {
  return detail::to_sockaddr(endpoint.address(), endpoint.port().to_network());
}
[[nodiscard]] inline SocketAddress to_sockaddr(const TransportEndpoint& endpoint) noexcept {
  return detail::to_sockaddr(endpoint.address(), endpoint.port().port().to_network());
}

/// The endpoint that a socket of this protocol shows.  An IPv4 peer of a dual-stack socket stays
/// v4-mapped, see IpAddress::unmapped().  A flow label is dropped.
/// Error: empty for a null pointer, a family other than AF_INET and AF_INET6, and a size below that
///        of the family's structure.
template <Protocol P>
[[nodiscard]] std::optional<Endpoint<P>> from_sockaddr(const sockaddr* address,
                                                       socklen_t size) noexcept {
  const auto read = detail::read_sockaddr(address, size);
  if (!read) return std::nullopt;
  return Endpoint<P>{read->address, TypedPort<P>{read->port}};
}
template <Protocol P>
[[nodiscard]] std::optional<Endpoint<P>> from_sockaddr(const SocketAddress& address) noexcept {
  return from_sockaddr<P>(address.data(), address.size());
}
/// The same for a protocol known at run time only.
[[nodiscard]] inline std::optional<TransportEndpoint>
from_sockaddr(const sockaddr* address, socklen_t size, Protocol protocol) noexcept {
  const auto read = detail::read_sockaddr(address, size);
  if (!read) return std::nullopt;
  return TransportEndpoint{read->address, TransportPort{protocol, read->port}};
}
[[nodiscard]] inline std::optional<TransportEndpoint> from_sockaddr(const SocketAddress& address,
                                                                    Protocol protocol) noexcept {
  return from_sockaddr(address.data(), address.size(), protocol);
}

} // namespace portkit::inline v0
#endif // PORTKIT_SOCKADDR_HPP
