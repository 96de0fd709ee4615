// SPDX-License-Identifier: BSL-1.0
#include <portkit/policy.hpp>
#include <portkit/port.hpp>
#include <portkit/port_range.hpp>
#include <portkit/service.hpp>
#include <portkit/service_table.hpp>

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <new>
#include <optional>
#include <string_view>

// Every allocation of the whole test program is counted; none may happen while portkit works.  That
// nothing throws is a static_assert(noexcept(...)) in the test of each type.

namespace {
std::atomic<std::size_t> allocations{0};

void* counted(std::size_t size) noexcept {
  allocations.fetch_add(1, std::memory_order_relaxed);
  return std::malloc(size == 0 ? 1 : size);
}
void* counted_or_throw(std::size_t size) {
  if (void* const place = counted(size)) return place;
  throw std::bad_alloc{};
}
} // namespace

// The array forms too: the standard library's would call these, a sanitizer's would not.
void* operator new(std::size_t size) { return counted_or_throw(size); }
void* operator new[](std::size_t size) { return counted_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void operator delete(void* place) noexcept { std::free(place); }
void operator delete[](void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }
void operator delete[](void* place, std::size_t) noexcept { std::free(place); }
void operator delete(void* place, const std::nothrow_t&) noexcept { std::free(place); }
void operator delete[](void* place, const std::nothrow_t&) noexcept { std::free(place); }

using namespace portkit;

namespace {

// Behind volatile, so that nothing is computed while compiling.
volatile std::uint16_t some_number = 443;
volatile std::size_t sink = 0;

[[nodiscard]] std::size_t allocations_of(void (*act)()) {
  const std::size_t before = allocations;
  act();
  return allocations - before;
}

void keep(std::size_t number) { sink = number; }
void keep_answers(std::initializer_list<bool> answers) {
  for (const bool answer : answers) sink = answer ? 1 : 0;
}

void read_and_write() {
  constexpr std::string_view texts[] = {"",        "443",       "00443",    "65536", "443x",
                                        "443/tcp", "443/TCP",   "443/foo",  "443/",  "x/tcp",
                                        "0/sctp",  "123456789", "65535/udp"};
  std::array<char, 16> buffer{};
  char* const last = buffer.data() + buffer.size();
  for (const std::string_view text : texts) {
    for (const ParseOptions options : {ParseOptions::strict, ParseOptions::leading_zeros_allowed}) {
      const Result<Port> port = parse<Port>(text, options);
      const Result<UdpPort> typed = parse<UdpPort>(text, options);
      const Result<TransportPort> both = parse<TransportPort>(text, options);
      if (!port) keep(std::string_view{port.error().message()}.size());
      if (!both) keep(both.error().shifted(3).position);
      keep(typed.value_or(1_udp).value());
      if (typed) keep_answers({to_chars(buffer.data(), last, *typed).ptr == last});
      if (both) keep_answers({to_chars(buffer.data(), last, *both).ptr == last});
    }
    Port read;
    keep_answers({from_chars(text.data(), text.data() + text.size(), read).ptr == text.data()});
    keep_answers({read.is_zero(), parse<Protocol>(text).has_value()});
  }
}

void compare_hash_and_convert() {
  const Port port{std::uint16_t{some_number}};
  const TcpPort typed{port};
  const TransportPort both = typed;
  keep(std::hash<Port>{}(port));
  keep(std::hash<TcpPort>{}(typed));
  keep(std::hash<TransportPort>{}(both));
  keep_answers({port < 80_port, typed == 443_tcp, both <= 443_udp});
  keep_answers({classify(port) == PortClass::dynamic, is_dynamic(typed), is_registered(both)});
  keep_answers({Port::from(int{some_number}).has_value(), port.offset(70000).has_value()});
  keep_answers(
      {both.as<Protocol::udp>().has_value(), TransportPort::from_key(both.key()).has_value()});
  keep(both.visit([](auto visited) { return visited.value(); }));
  keep(Port::from_network(NetworkPort::from_raw(port.to_network().raw())).value());
}

void ask_policies_and_ranges() {
  const Port port{std::uint16_t{some_number}};
  keep_answers({is_ephemeral(port, linux_defaults), is_privileged(port, macos_defaults),
                is_fetch_bad_port(port)});
  keep(fetch_bad_ports().size());
  const std::optional<PortRange> range = PortRange::from(port, 8080_port);
  if (range) keep(range->size());
}

void look_up_services() {
  const TcpPort port{Port{std::uint16_t{some_number}}};
  const std::array<Service, 2> rows{Service{"b", 443_tcp}, Service{"a", 80_tcp}};
  const ServiceTable own{rows};
  keep_answers({own.find_service(port).has_value(), own.find_port("A", Protocol::tcp).has_value(),
                is_valid_service_name("a")});
  if (const std::optional<Service> found = find_service(port)) keep(found->name.size());
  keep_answers({find_port("HTTPS", Protocol::tcp).has_value(),
                parse_service("https", Protocol::udp).has_value()});
}

} // namespace

TEST_CASE("allocations are counted") {
  // Calls, not new expressions, which a compiler may leave out.
  CHECK(allocations_of([] { ::operator delete(::operator new(some_number)); }) == 1);
  CHECK(allocations_of([] { ::operator delete[](::operator new[](some_number)); }) == 1);
  CHECK(allocations_of([] {}) == 0);
}

TEST_CASE("reading and writing allocates nothing") { CHECK(allocations_of(read_and_write) == 0); }
TEST_CASE("comparing, hashing and converting allocates nothing") {
  CHECK(allocations_of(compare_hash_and_convert) == 0);
}
TEST_CASE("policies and ranges allocate nothing") {
  CHECK(allocations_of(ask_policies_and_ranges) == 0);
}
TEST_CASE("looking up services allocates nothing") { CHECK(allocations_of(look_up_services) == 0); }
