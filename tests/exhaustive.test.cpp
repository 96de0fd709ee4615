// SPDX-License-Identifier: BSL-1.0
#include <portkit/port.hpp>
#include <portkit/string.hpp>

#include "reference.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

// There are 65,536 ports and four protocols, so nothing is left to samples here.  The loops report
// failures one by one and successes not at all: millions of assertions would be slow.

using namespace portkit;

namespace {

template <class P>
[[nodiscard]] P port_of(std::uint32_t number) {
  return P{static_cast<std::uint16_t>(number)};
}

[[nodiscard]] TransportPort transport_port_of(std::uint32_t number, unsigned protocol) {
  return {static_cast<Protocol>(protocol), port_of<Port>(number)};
}

/// All (port, protocol) pairs in the one order.
[[nodiscard]] std::vector<TransportPort> all_transport_ports() {
  std::vector<TransportPort> ports;
  ports.reserve(65536 * reference::protocols.size());
  for (std::uint32_t number = 0; number != 65536; ++number)
    for (const auto& protocol : reference::protocols)
      ports.push_back(transport_port_of(number, protocol.number));
  return ports;
}

[[nodiscard]] bool has_duplicates(std::vector<std::size_t> values) {
  std::sort(values.begin(), values.end());
  return std::adjacent_find(values.begin(), values.end()) != values.end();
}

/// The text that to_chars writes into exactly the room it needs.
template <class T>
[[nodiscard]] bool is_written_as(const T& value, std::string_view text) {
  std::array<char, 16> buffer{};
  buffer.fill('#');
  const std::to_chars_result tight = to_chars(buffer.data(), buffer.data() + text.size(), value);
  if (tight.ec != std::errc{} || tight.ptr != buffer.data() + text.size()) return false;
  if (std::string_view(buffer.data(), text.size()) != text || buffer[text.size()] != '#')
    return false;
  const std::to_chars_result wide = to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  if (wide.ec != std::errc{} || wide.ptr != buffer.data() + text.size()) return false;
  return std::string_view(buffer.data(), text.size()) == text && to_string(value) == text;
}

} // namespace

TEST_CASE_TEMPLATE("every port number goes through text and back", P, Port, TcpPort, UdpPort,
                   DccpPort, SctpPort) {
  for (std::uint32_t number = 0; number != 65536; ++number) {
    const std::string text = reference::write_port(number);
    const P port = port_of<P>(number);
    P read = P::of(1);
    const std::from_chars_result end = from_chars(text.data(), text.data() + text.size(), read);
    const bool is_right = parse<P>(text) == port && is_written_as(port, text) && read == port &&
                          end.ec == std::errc{} && end.ptr == text.data() + text.size() &&
                          parse<P>("00" + text, ParseOptions::leading_zeros_allowed) == port &&
                          parse<P>(text, ParseOptions::nonzero_port).has_value() == (number != 0);
    if (!is_right) FAIL_CHECK("wrong for " << text);
  }
}

TEST_CASE("every TransportPort goes through text and back") {
  for (const auto& protocol : reference::protocols)
    for (std::uint32_t number = 0; number != 65536; ++number) {
      const std::string text = reference::write_port(number) + "/" + std::string{protocol.name};
      const TransportPort port = transport_port_of(number, protocol.number);
      if (parse<TransportPort>(text) != port || !is_written_as(port, text))
        FAIL_CHECK("wrong for " << text);
    }
}

TEST_CASE("every number from 65536 to 999999 is refused, marked whole") {
  for (std::uint32_t number = 65536; number != 1'000'000; ++number) {
    const std::string text = reference::write_port(number);
    const ParseError expected{ParseErrc::out_of_range, 0, static_cast<std::uint32_t>(text.size())};
    Port untouched = 1_port;
    const std::from_chars_result end =
        from_chars(text.data(), text.data() + text.size(), untouched);
    const Result<Port> result = parse<Port>(text);
    const bool is_right = !result && result.error() == expected && untouched == 1_port &&
                          end.ec == std::errc::result_out_of_range &&
                          end.ptr == text.data() + text.size();
    if (!is_right) FAIL_CHECK("wrong for " << text);
  }
}

TEST_CASE_TEMPLATE("every port number has its bytes in network order and comes back", P, Port,
                   TcpPort, UdpPort, DccpPort, SctpPort) {
  for (std::uint32_t number = 0; number != 65536; ++number) {
    const P port = port_of<P>(number);
    const std::array<unsigned char, 2> wire{static_cast<unsigned char>(number / 256),
                                            static_cast<unsigned char>(number % 256)};
    std::uint16_t field = 0; // as the bytes lie in a sockaddr
    std::memcpy(&field, wire.data(), wire.size());
    std::array<unsigned char, 2> stored{};
    port.to_network().store(stored);
    const NetworkPort loaded = NetworkPort::load(wire);
    const bool is_right = stored == wire && port.to_network().raw() == field &&
                          loaded == port.to_network() && NetworkPort::from_raw(field) == loaded &&
                          loaded.raw() == field && P::from_network(loaded) == port &&
                          std::memcmp(&loaded, wire.data(), wire.size()) == 0;
    if (!is_right) FAIL_CHECK("wrong for " << number);
  }
}

TEST_CASE("every TransportPort is told apart by its key and is what it was made of") {
  for (const auto& protocol : reference::protocols)
    for (std::uint32_t number = 0; number != 65536; ++number) {
      const TransportPort port = transport_port_of(number, protocol.number);
      const bool is_right = port.key() == number * 256 + protocol.number &&
                            TransportPort::from_key(port.key()) == port &&
                            port.port().value() == number &&
                            static_cast<unsigned>(port.protocol()) == protocol.number;
      if (!is_right) FAIL_CHECK("wrong for " << number << "/" << protocol.name);
    }
}

TEST_CASE_TEMPLATE("every TypedPort is the TransportPort of its protocol, and no other", P, TcpPort,
                   UdpPort, DccpPort, SctpPort) {
  for (std::uint32_t number = 0; number != 65536; ++number) {
    const P typed = port_of<P>(number);
    const TransportPort port = typed;
    int matches = 0;
    if (port.as<Protocol::tcp>()) ++matches;
    if (port.as<Protocol::udp>()) ++matches;
    if (port.as<Protocol::dccp>()) ++matches;
    if (port.as<Protocol::sctp>()) ++matches;
    const bool is_right = port.as<P::protocol>() == typed && matches == 1 &&
                          port.key() == typed.key() && port.port() == typed.port() &&
                          port.protocol() == P::protocol &&
                          port.visit([](auto visited) { return TransportPort{visited}; }) == port &&
                          std::hash<P>{}(typed) == std::hash<TransportPort>{}(port);
    if (!is_right) FAIL_CHECK("wrong for " << number);
  }
}

TEST_CASE("every port number is in its IANA class, whatever the type that holds it") {
  for (std::uint32_t number = 0; number != 65536; ++number) {
    const PortClass expected = reference::classify(number);
    const Port port = port_of<Port>(number);
    const bool is_right = classify(port) == expected && classify(TcpPort{port}) == expected &&
                          classify(TransportPort{Protocol::sctp, port}) == expected &&
                          is_well_known(port) == (expected == PortClass::well_known) &&
                          is_registered(port) == (expected == PortClass::registered) &&
                          is_dynamic(port) == (expected == PortClass::dynamic);
    if (!is_right) FAIL_CHECK("wrong for " << number);
  }
}

TEST_CASE("each TransportPort stands before the next one of the order") {
  // With transitivity, which integers have, neighbours decide on all pairs.
  const std::vector<TransportPort> ports = all_transport_ports();
  for (std::size_t i = 1; i != ports.size(); ++i) {
    const TransportPort a = ports[i - 1];
    const TransportPort b = ports[i];
    const bool is_right = a < b && !(b < a) && a <= b && !(b <= a) && b > a && b >= a && a != b &&
                          !(a == b) && (a <=> b) == std::strong_ordering::less && a.key() < b.key();
    if (!is_right) FAIL_CHECK("wrong for " << to_string(a) << " and " << to_string(b));
  }
}

TEST_CASE("pairs at the edges are in the one order") {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t edge = 1; edge <= 65536; edge *= 2)
    for (std::uint32_t number = edge - 1; number <= edge + 1; ++number)
      if (number < 65536) numbers.push_back(number);
  for (const std::uint32_t a : numbers)
    for (const std::uint32_t b : numbers) {
      if ((port_of<Port>(a) < port_of<Port>(b)) != (a < b)) FAIL_CHECK(a << " < " << b);
      if ((port_of<UdpPort>(a) < port_of<UdpPort>(b)) != (a < b)) FAIL_CHECK(a << " < " << b);
      for (const auto& p : reference::protocols)
        for (const auto& q : reference::protocols) {
          const bool is_less = transport_port_of(a, p.number) < transport_port_of(b, q.number);
          const bool is_key_less =
              transport_port_of(a, p.number).key() < transport_port_of(b, q.number).key();
          const bool expected = reference::is_before(a, p.number, b, q.number);
          if (is_less != expected || is_key_less != expected)
            FAIL_CHECK(a << "/" << p.name << " < " << b << "/" << q.name);
        }
    }
}

TEST_CASE("no two values hash alike") {
  std::vector<std::size_t> hashes;
  for (const TransportPort port : all_transport_ports())
    hashes.push_back(std::hash<TransportPort>{}(port));
  CHECK(hashes.size() == 262'144);
  CHECK_FALSE(has_duplicates(hashes));

  hashes.clear();
  for (std::uint32_t number = 0; number != 65536; ++number)
    hashes.push_back(std::hash<Port>{}(port_of<Port>(number)));
  CHECK_FALSE(has_duplicates(hashes));
}

TEST_CASE("hashes spread over the low bits, which tables of a power of two take") {
  // A random function would fill 1 - 1/e, about 63% of as many places as there are values.
  for (const unsigned bits : {8U, 10U, 12U, 16U}) {
    CAPTURE(bits);
    const std::size_t places = std::size_t{1} << bits;
    std::vector<bool> of_ports(places);
    std::vector<bool> of_tcp_ports(places);
    for (std::uint32_t number = 0; number != places; ++number) {
      of_ports[std::hash<Port>{}(port_of<Port>(number)) % places] = true;
      of_tcp_ports[std::hash<TcpPort>{}(port_of<TcpPort>(number)) % places] = true;
    }
    const auto filled = [&](const std::vector<bool>& used) {
      return 100 * static_cast<std::size_t>(std::count(used.begin(), used.end(), true)) / places;
    };
    CHECK(filled(of_ports) >= 55);
    CHECK(filled(of_tcp_ports) >= 55);
  }
}
