// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_ASIO_HPP
#define PORTKIT_ASIO_HPP

// Includes nothing of Asio: it works with what the program includes of Asio or Boost.Asio, in any
// order, and also with both.

#include <portkit/address.hpp>
#include <portkit/endpoint.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/typed_port.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace portkit::inline v0 {

namespace detail {

// A class is known inside itself by its own name, so P::tcp::v4() is a P for a class P named tcp
// and no other: this tells asio::ip::tcp, in whichever namespace, from udp and icmp.
template <class T>
concept AsioTcp = requires {
  { T::protocol_type::tcp::v4() } -> std::same_as<typename T::protocol_type>;
};
template <class T>
concept AsioUdp = requires {
  { T::protocol_type::udp::v4() } -> std::same_as<typename T::protocol_type>;
};
template <class T>
concept AsioTransport = AsioTcp<T> || AsioUdp<T>;

/// The protocol of an endpoint or resolver.
template <class T>
inline constexpr Protocol asio_protocol = AsioTcp<T> ? Protocol::tcp : Protocol::udp;

/// What can be made of its Size bytes and the further arguments.
template <class T, std::size_t Size, class... More>
concept AsioBytes = requires(const T& address, typename T::bytes_type bytes, More... more) {
  { address.to_bytes() } -> std::same_as<typename T::bytes_type>;
  T{bytes, more...};
  requires sizeof bytes == Size;
};

/// As asio::ip::address_v4.
template <class T>
concept AsioAddressV4 = AsioBytes<T, 4>;
/// As asio::ip::address_v6.
template <class T>
concept AsioAddressV6 = AsioBytes<T, 16, std::uint32_t>;
/// As asio::ip::address.
template <class T>
concept AsioAddress = requires(const T& address) {
  { address.to_v4() } -> AsioAddressV4;
  { address.to_v6() } -> AsioAddressV6;
};
/// As asio::ip::tcp::endpoint and asio::ip::udp::endpoint.
template <class T>
concept AsioEndpoint = AsioTransport<T> && requires(const T& endpoint) {
  { endpoint.address() } -> AsioAddress;
  { endpoint.port() } -> std::same_as<std::uint16_t>;
};
/// As asio::ip::tcp::resolver and asio::ip::udp::resolver.
template <class T>
concept AsioResolver = AsioTransport<T> && requires { typename T::results_type::value_type; };

template <class T>
[[nodiscard]] typename T::bytes_type to_asio_bytes(const auto& from) noexcept {
  typename T::bytes_type bytes{};
  for (std::size_t i = 0; i != from.size(); ++i) bytes[i] = from[i];
  return bytes;
}

} // namespace detail

/// to_asio<asio::ip::address_v4>(address)
template <detail::AsioAddressV4 T>
[[nodiscard]] T to_asio(Ipv4Address address) noexcept {
  return T{detail::to_asio_bytes<T>(address.bytes())};
}
/// to_asio<asio::ip::address_v6>(address), with its scope id.
template <detail::AsioAddressV6 T>
[[nodiscard]] T to_asio(const Ipv6Address& address) noexcept {
  return T{detail::to_asio_bytes<T>(address.bytes()), address.scope_id()};
}
/// to_asio<asio::ip::address>(address)
template <detail::AsioAddress T>
[[nodiscard]] T to_asio(const IpAddress& address) noexcept {
  using V4 = std::remove_cvref_t<decltype(std::declval<const T&>().to_v4())>;
  using V6 = std::remove_cvref_t<decltype(std::declval<const T&>().to_v6())>;
  if (const auto v4 = address.v4()) return T{portkit::to_asio<V4>(*v4)};
  return T{portkit::to_asio<V6>(*address.v6())};
}
/// to_asio<asio::ip::tcp::endpoint>(endpoint).  An endpoint of another protocol does not compile.
template <detail::AsioEndpoint T>
[[nodiscard]] T to_asio(const Endpoint<detail::asio_protocol<T>>& endpoint) noexcept {
  using Address = std::remove_cvref_t<decltype(std::declval<const T&>().address())>;
  return T{portkit::to_asio<Address>(endpoint.address()), endpoint.port().value()};
}

[[nodiscard]] Ipv4Address from_asio(const detail::AsioAddressV4 auto& address) noexcept {
  return Ipv4Address::from_bytes(address.to_bytes());
}
/// With its scope id, of which a socket address keeps 32 bits.
[[nodiscard]] Ipv6Address from_asio(const detail::AsioAddressV6 auto& address) noexcept {
  const auto scope_id = static_cast<std::uint32_t>(address.scope_id());
  return Ipv6Address::from_bytes(address.to_bytes()).with_scope(scope_id);
}
[[nodiscard]] IpAddress from_asio(const detail::AsioAddress auto& address) noexcept {
  if (address.is_v4()) return portkit::from_asio(address.to_v4());
  return portkit::from_asio(address.to_v6());
}
/// A TcpEndpoint or UdpEndpoint, as the type of what is given says.
template <detail::AsioEndpoint T>
[[nodiscard]] Endpoint<detail::asio_protocol<T>> from_asio(const T& endpoint) noexcept {
  return {portkit::from_asio(endpoint.address()),
          TypedPort<detail::asio_protocol<T>>{endpoint.port()}};
}

namespace detail {

/// Text for the resolver, which has nothing in it to misread.
class PortText {
public:
  explicit PortText(Port port) noexcept
      : size_{static_cast<std::size_t>(to_chars(text_, text_ + sizeof text_, port).ptr - text_)} {}
  [[nodiscard]] std::string_view view() const noexcept { return {text_, size_}; }

private:
  char text_[max_text_size<Port>];
  std::size_t size_;
};

} // namespace detail

/// As resolver.resolve(host, service, error), but takes a port of the resolver's protocol, no text:
/// text Asio hands to the system, which takes "65616" for 80 and "" for 0.  Read it beforehand by
/// parse_service<P>, which takes "https" too, or parse<TcpPort>; their errors say what is wrong.
/// Source: Asio issue 441.
template <detail::AsioResolver Resolver>
[[nodiscard]] typename Resolver::results_type
resolve(Resolver& resolver, std::string_view host, TypedPort<detail::asio_protocol<Resolver>> port,
        auto& error) {
  return resolver.resolve(host, detail::PortText{port.port()}.view(), Resolver::numeric_service,
                          error);
}
/// The same with the exception of the resolver in place of an error.
template <detail::AsioResolver Resolver>
[[nodiscard]] typename Resolver::results_type
resolve(Resolver& resolver, std::string_view host,
        TypedPort<detail::asio_protocol<Resolver>> port) {
  return resolver.resolve(host, detail::PortText{port.port()}.view(), Resolver::numeric_service);
}
/// The same as resolver.async_resolve: a handler, or another completion token of Asio.
template <detail::AsioResolver Resolver, class Token>
decltype(auto) async_resolve(Resolver& resolver, std::string_view host,
                             TypedPort<detail::asio_protocol<Resolver>> port, Token&& token) {
  return resolver.async_resolve(host, detail::PortText{port.port()}.view(),
                                Resolver::numeric_service, std::forward<Token>(token));
}

} // namespace portkit::inline v0
#endif // PORTKIT_ASIO_HPP
