// SPDX-License-Identifier: BSL-1.0
// The code of README.md, region by region; a test compares the two.  Returns 0 if all that it
// claims holds.

// region: first
#include <portkit/portkit.hpp>

#include <iostream>

using namespace portkit;

constexpr TcpPort https = 443_tcp;
// constexpr TcpPort typo = 65536_tcp;     // does not compile: no such port
// constexpr bool same = https == 443_udp; // does not compile: another protocol, another type

static_assert(service_name<https> == "https" && "https"_tcp == https);
static_assert(find_service(53_udp)->name == "domain");
static_assert(classify(https) == PortClass::well_known);

bool check(std::string_view text) {
  const Result<TransportPort> port = parse<TransportPort>(text);
  if (!port) // "80/tpc", byte 3: the protocol is none of tcp, udp, dccp, sctp
    std::cout << '"' << text << "\", byte " << port.error().position << ": "
              << port.error().message() << '\n';
  return port.has_value();
}
// endregion

#include <portkit/de_facto.hpp>
#include <portkit/host.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace {

int failures = 0;

void expect(bool holds, const char* claim) {
  if (holds) return;
  ++failures;
  std::cout << "README.md claims more than holds: " << claim << '\n';
}

namespace construct {
// region: construct
constexpr Port any = Port::of(8080); // a constant: Port::of(65536) does not compile
constexpr TcpPort typed{any};        // the protocol is added, and dropped, by name
static_assert(typed == 8080_tcp && typed.port() == any);

std::optional<UdpPort> from_user(int number) {
  return UdpPort::from(number); // empty for -1 and for 65616: nothing wraps
}

std::optional<TcpPort> admin_port(TcpPort port) {
  return port.offset(10'000); // empty above 65535
}
// endregion
} // namespace construct

namespace parsing {
// region: parse
static_assert(parse<Port>("443") == 443_port);
static_assert(parse<TransportPort>("53/UDP") == TransportPort{53_udp});
static_assert(parse<Port>("080").error().code == ParseErrc::leading_zero);
static_assert(parse<Port>("080", ParseOptions::leading_zeros_allowed) == 80_port);
static_assert(parse<Port>("0", ParseOptions::nonzero_port).error().code == ParseErrc::zero_port);

std::string explain(std::string_view text) {
  const Result<TcpPort> port = parse<TcpPort>(text);
  if (port) return "port " + to_string(*port);
  const ParseError error = port.error(); // where and why: byte offsets into the text
  return std::string(text) + '\n' + std::string(error.position, ' ') +
         std::string(error.length, '~') + ' ' + error.message();
}
// 65616
// ~~~~~ a port number is at most 65535
// endregion
} // namespace parsing

namespace network {
// region: network
struct UdpHeader {
  NetworkPort source, destination; // two bytes each in network order, alignment 1
  std::array<unsigned char, 2> length, checksum;
};
static_assert(sizeof(UdpHeader) == 8 && alignof(UdpHeader) == 1);

bool is_dns_reply(const UdpHeader& header) {
  return header.source == (53_udp).to_network(); // no byte is swapped at run time
}

UdpPort destination_of(std::span<const std::byte, 8> packet) {
  return UdpPort::from_network(NetworkPort::load(packet.subspan<2, 2>()));
}
// For sockets: address.sin_port = port.to_network().raw();
// and back:    TcpPort::from_network(NetworkPort::from_raw(address.sin_port))
// endregion
} // namespace network

namespace runtime {
// region: runtime
std::optional<TransportPort> from_columns(std::string_view protocol, int number) {
  const Result<Protocol> name = parse<Protocol>(protocol); // "udp" or "UDP"
  const std::optional<Port> port = Port::from(number);
  if (!name || !port) return std::nullopt;
  return TransportPort{*name, *port};
}

std::string_view rule_for(TransportPort port) { // the protocol is known at run time only
  switch (port.key()) {
    case (22_tcp).key(): return "admins only";
    case (53_tcp).key():
    case (53_udp).key(): return "resolvers only";
  }
  return "refused";
}

void open(TcpPort port) { std::cout << "listening on TCP " << to_string(port) << '\n'; }
void open(UdpPort port) { std::cout << "bound to UDP " << to_string(port) << '\n'; }
void open(auto) { std::cout << "not supported\n"; }

void open_any(TransportPort port) {
  port.visit([](auto typed) { open(typed); }); // back to the overload of its own type
}
// endregion
} // namespace runtime

namespace services {
// region: services
static_assert("https"_tcp == 443_tcp);           // "htps"_tcp does not compile
static_assert(service_name<443_tcp> == "https"); // no table in the object file

void look_up(TransportPort port) {
  if (const auto service = find_service(port)) std::cout << service->name << '\n';
  std::cout << find_service_name(port) << '\n';   // the name alone, empty if there is none
  for (const Service service : services_at(port)) // 80/tcp: http, then its aliases www, www-http
    std::cout << "  " << service.name << '\n';
}

void look_up(std::string_view name) {
  for (const TransportPort port : find_ports(name, Protocol::tcp)) // http-alt: 591, 8008, 8080
    std::cout << to_string(port) << '\n';
}

Result<TcpPort> from_config(std::string_view text) {
  return parse_service<Protocol::tcp>(text); // "8443", "https", "HTTPS" or "postgres"
}

Result<TransportPort> from_rule(std::string_view text) {
  return parse_service(text); // "8443/tcp" or "https/udp"
}
// endregion
} // namespace services

namespace own_names {
// region: own_names
constexpr Service rows[] = {{"ledger", 7301_tcp}, {"ledger-sync", 7302_udp}};
constexpr ServiceTable own{rows};

static_assert(find_service(7301_tcp, own)->name == "ledger");
static_assert(find_port<Protocol::udp>("ledger-sync", own) == 7302_udp);
static_assert(find_service(443_tcp, own)->name == "https"); // the registry answers for the rest

// <portkit/de_facto.hpp>: programs on ports that IANA gave to others, for those who ask for them
static_assert(find_service(9092_tcp)->name == "XmlIpcRegSvc");
static_assert(find_service(9092_tcp, de_facto_services)->name == "kafka");
// endregion
} // namespace own_names

namespace policy {
// region: policy
static_assert(is_ephemeral(40000_tcp, linux_defaults));
static_assert(!is_ephemeral(40000_tcp, windows_defaults));
static_assert(is_privileged(443_tcp, linux_defaults));
static_assert(is_fetch_bad_port(6000_tcp)); // browsers refuse http://localhost:6000

bool suits_web_server(TcpPort port) {
  const PortPolicy host = read_host_policy().value_or(linux_defaults); // <portkit/host.hpp>
  return !is_privileged(port, host) && !is_ephemeral(port, host) && !is_fetch_bad_port(port);
}
// endregion
} // namespace policy

namespace text {
// region: text
std::string log_line(TcpPort port) {
  return "port=" + to_string(port) + " key=" + to_string(TransportPort{port});
} // port=443 key=443/tcp

std::size_t write(TransportPort port, std::span<char, max_text_size<TransportPort>> out) {
  const auto [end, error] = to_chars(out.data(), out.data() + out.size(), port);
  return static_cast<std::size_t>(end - out.data()); // no allocation; there is always room
}
// endregion
} // namespace text

} // namespace

int main() {
  expect(check("443/tcp") && !check("80/tpc"), "first");

  expect(construct::from_user(65535) == 65535_udp && !construct::from_user(-1) &&
             !construct::from_user(65616),
         "construct: from");
  expect(construct::admin_port(80_tcp) == 10080_tcp && !construct::admin_port(55536_tcp),
         "construct: offset");

  expect(parsing::explain("80") == "port 80", "parse: value");
  expect(parsing::explain("65616") == "65616\n~~~~~ a port number is at most 65535",
         "parse: error");

  constexpr std::array<unsigned char, 8> bytes{0, 53, 0xC3, 0x50, 0, 8, 0, 0}; // 53 to 50000
  network::UdpHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  expect(network::is_dns_reply(header), "network: header");
  expect(network::destination_of(std::as_bytes(std::span{bytes})) == 50000_udp, "network: load");

  expect(runtime::from_columns("UDP", 53) == 53_udp && !runtime::from_columns("udp", 65616) &&
             !runtime::from_columns("icmp", 1),
         "runtime: parts");
  expect(services::from_rule("https/udp") == 443_udp, "services: rule");
  expect(runtime::rule_for(53_udp) == "resolvers only" && runtime::rule_for(22_udp) == "refused",
         "runtime: switch");
  runtime::open_any(80_tcp);
  runtime::open_any(53_udp);
  runtime::open_any(5060_sctp);

  services::look_up(80_tcp);
  services::look_up("http-alt");
  expect(services::from_config("8443") == 8443_tcp && services::from_config("HTTPS") == 443_tcp &&
             services::from_config("postgres") == 5432_tcp && !services::from_config("htps"),
         "services");

  expect(!policy::suits_web_server(6000_tcp), "policy");

  expect(text::log_line(443_tcp) == "port=443 key=443/tcp", "text: to_string");
  std::array<char, max_text_size<TransportPort>> room{};
  const std::size_t size = text::write(53_udp, room);
  expect(std::string_view(room.data(), size) == "53/udp", "text: to_chars");

  return failures == 0 ? 0 : 1;
}
