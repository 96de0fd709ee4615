// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_EVERY_TEXT_HPP
#define PORTKIT_TESTS_EVERY_TEXT_HPP

#include <portkit/address.hpp>
#include <portkit/endpoint.hpp>
#include <portkit/host_port.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>
#include <portkit/protocol.hpp>
#include <portkit/url_authority.hpp>

#include <string_view>
#include <tuple>

namespace portkit::tests {

template <class T>
struct TextOf {
  T value;
  std::string_view text;
};
template <class T>
TextOf(T, const char*) -> TextOf<T>;

/// A value or more of each type that parse reads and to_chars writes.
inline constexpr std::tuple texts{
    TextOf{443_port, "443"},
    TextOf{0_port, "0"},
    TextOf{443_tcp, "443"},
    TextOf{53_udp, "53"},
    TextOf{5004_dccp, "5004"},
    TextOf{65535_sctp, "65535"},
    TextOf{Protocol::tcp, "tcp"},
    TextOf{Protocol::udp, "udp"},
    TextOf{Protocol::dccp, "dccp"},
    TextOf{Protocol::sctp, "sctp"},
    TextOf{TransportPort{443_tcp}, "443/tcp"},
    TextOf{TransportPort{65535_sctp}, "65535/sctp"},
    TextOf{*PortRange::from(8000_port, 8010_port), "8000-8010"},
    TextOf{*TcpPortRange::from(8000_tcp, 8010_tcp), "8000-8010"},
    TextOf{TransportPortRange{*TcpPortRange::from(8000_tcp, 8010_tcp)}, "8000-8010/tcp"},
    TextOf{Ipv4Address{192, 0, 2, 1}, "192.0.2.1"},
    TextOf{*parse<Ipv6Address>("2001:db8::1%3"), "2001:db8::1%3"},
    TextOf{IpAddress{}, "0.0.0.0"},
    TextOf{"2001:db8::1"_ip, "2001:db8::1"},
    TextOf{TcpEndpoint{"192.0.2.1"_ip, 443_tcp}, "192.0.2.1:443"},
    TextOf{UdpEndpoint{"2001:db8::1"_ip, 443_udp}, "[2001:db8::1]:443"},
    TextOf{TransportEndpoint{"2001:db8::1"_ip, 443_tcp}, "[2001:db8::1]:443/tcp"},
};

/// The same of the types that are views of their text.
inline constexpr std::tuple viewed_texts{
    TextOf{*parse<HostPort>("example.com:3000"), "example.com:3000"},
    TextOf{*parse<UrlAuthority>("http://example.com:3000/x"), "http://example.com:3000"},
};

/// Calls check(value, text) for each.
void for_each(const auto& tuple, const auto& check) {
  std::apply([&](const auto&... each) { (check(each.value, each.text), ...); }, tuple);
}

} // namespace portkit::tests

#endif // PORTKIT_TESTS_EVERY_TEXT_HPP
