// SPDX-License-Identifier: BSL-1.0
#include <portkit/port.hpp>

#include "check.hpp"
#include "facts.hpp"

#include <cstdint>
#include <optional>
#include <type_traits>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<PortClass, 1, 1>);
static_assert(!facts::Convertible<PortClass, int> && !facts::Convertible<int, PortClass>);
static_assert(facts::Constant<PortClass::dynamic>::value == PortClass::dynamic);

// Asked of ports; of a number it would be a question without a unit.
template <class T>
concept IsClassified = requires(T port) {
  classify(port);
  is_well_known(port);
  is_registered(port);
  is_dynamic(port);
};
static_assert(IsClassified<Port> && IsClassified<TransportPort>);
static_assert(IsClassified<TcpPort> && IsClassified<UdpPort>);
static_assert(IsClassified<DccpPort> && IsClassified<SctpPort>);
static_assert(!IsClassified<std::uint16_t> && !IsClassified<int> && !IsClassified<NetworkPort>);
static_assert(!IsClassified<Protocol> && !IsClassified<std::optional<Port>>);

static_assert(noexcept(classify(Port{})) && noexcept(classify(TransportPort{443_tcp})));
static_assert(noexcept(is_well_known(Port{})) && noexcept(is_registered(TcpPort{})));
static_assert(noexcept(is_dynamic(Port{})));

TEST_CASE("IANA's ranges change between 1023 and 1024 and between 49151 and 49152") {
  PORTKIT_CHECK(classify(0_port) == PortClass::well_known);
  PORTKIT_CHECK(classify(1023_port) == PortClass::well_known);
  PORTKIT_CHECK(classify(1024_port) == PortClass::registered);
  PORTKIT_CHECK(classify(49151_port) == PortClass::registered);
  PORTKIT_CHECK(classify(49152_port) == PortClass::dynamic);
  PORTKIT_CHECK(classify(65535_port) == PortClass::dynamic);
}

TEST_CASE("exactly one of the three questions is answered with yes") {
  PORTKIT_CHECK(is_well_known(1023_tcp));
  PORTKIT_CHECK(!is_registered(1023_tcp));
  PORTKIT_CHECK(!is_dynamic(1023_tcp));
  PORTKIT_CHECK(!is_well_known(1024_udp));
  PORTKIT_CHECK(is_registered(1024_udp));
  PORTKIT_CHECK(!is_dynamic(1024_udp));
  PORTKIT_CHECK(!is_well_known(49152_sctp));
  PORTKIT_CHECK(!is_registered(49152_sctp));
  PORTKIT_CHECK(is_dynamic(49152_sctp));
}

TEST_CASE("the protocol of a port does not change its class") {
  PORTKIT_CHECK(classify(443_tcp) == PortClass::well_known);
  PORTKIT_CHECK(classify(8080_dccp) == PortClass::registered);
  PORTKIT_CHECK(classify(TransportPort{50000_udp}) == PortClass::dynamic);
}
