// SPDX-License-Identifier: BSL-1.0
// EXPECT: no matching function for call to .*to_asio<
// A UDP endpoint does not become one of TCP on its way into Asio.
#include <portkit/asio.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

using namespace portkit;

// As much of Asio as portkit looks at.
template <std::size_t Size>
struct VersionedAddress {
  using bytes_type = std::array<unsigned char, Size>;
  explicit VersionedAddress(bytes_type, std::uint32_t scope_id = 0);
  bytes_type to_bytes() const;
};
struct AnyAddress {
  AnyAddress(VersionedAddress<4>);
  AnyAddress(VersionedAddress<16>);
  VersionedAddress<4> to_v4() const;
  VersionedAddress<16> to_v6() const;
};
struct tcp {
  static tcp v4();
  struct endpoint {
    using protocol_type = tcp;
    endpoint(AnyAddress, std::uint16_t);
    AnyAddress address() const;
    std::uint16_t port() const;
  };
};

#ifdef PORTKIT_CONTROL
tcp::endpoint convert(const TcpEndpoint& endpoint) { return to_asio<tcp::endpoint>(endpoint); }
#else
tcp::endpoint convert(const UdpEndpoint& endpoint) { return to_asio<tcp::endpoint>(endpoint); }
#endif
