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
#include <unordered_map>

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

namespace endpoints {
// region: endpoints
constexpr TcpEndpoint https_server =
    TcpEndpoint::of("[2001:db8::1]:443"); // checked while compiling
static_assert(https_server.address() == "2001:DB8:0:0::1"_ip && https_server.port() == 443_tcp);
static_assert(UdpEndpoint{Ipv4Address::loopback(), 53_udp} == UdpEndpoint::of("127.0.0.1:53"));
// TcpEndpoint::of("::1:80") does not compile, nor does a TcpEndpoint == a UdpEndpoint

std::string listen_on(std::string_view text) { // "192.0.2.1:443", "[fe80::1%3]:8080"
  const Result<TcpEndpoint> endpoint = parse<TcpEndpoint>(text, ParseOptions::nonzero_port);
  if (!endpoint) return endpoint.error().message();
  if (endpoint->address().is_unspecified()) return "on every address, " + to_string(*endpoint);
  return "on " + to_string(*endpoint); // RFC 5952, and parse reads it back
}

bool is_allowed(const TransportEndpoint& peer) { // "192.0.2.1:443/tcp", the protocol in the value
  const IpAddress address = peer.address().unmapped(); // ::ffff:10.0.0.1 is 10.0.0.1
  return address.is_loopback() || address.is_private();
}
// endregion
} // namespace endpoints

namespace urls {
// region: urls
constexpr auto page = UrlAuthority::of("http://example.com:3000/index.html");
static_assert(page.host_port().host() == "example.com" && page.effective_port() == 3000_tcp);
static_assert(UrlAuthority::of("wss://example.com/").effective_port() == 443_tcp);
static_assert(default_port("redis") == 6379_tcp && is_default_port("https", 443_udp)); // HTTP/3

std::optional<TcpEndpoint> upstream(std::string_view text) { // "10.0.0.7", "[::1]:8853"
  const Result<HostPort> host = parse<HostPort>(text);       // a view of the text
  if (!host) return std::nullopt; // "256.1.1.1", "1.2.3": no names either
  return host->endpoint(853_tcp); // empty for a name, which needs a resolver
}

std::string host_field(const UrlAuthority& url) { // "Host: example.com:443" breaks signatures
  return to_string(without_default_port(url.host_port(), url.scheme()));
}
// endregion
} // namespace urls

namespace flows {
// region: flows
std::string who_serves(const Flow& flow) {
  const std::optional<FlowEnd> server = likely_server(flow); // a guess, its rules written at it
  if (!server) return "nobody knows";
  return std::string(find_service_name(flow.endpoint(*server).port()));
}

using Conversations = std::unordered_map<Biflow, int>; // one key for both directions, lossless

void count(Conversations& conversations, const Flow& packet) { ++conversations[Biflow{packet}]; }
// endregion
} // namespace flows

namespace ranges {
// region: ranges
constexpr TcpPortRange x11 = TcpPortRange::of(6000, 6063); // of(6063, 6000) does not compile
static_assert(x11.size() == 64 && x11.contains(6010_tcp) && x11.index_of(6010_tcp) == 10);
static_assert(x11.merge(TcpPortRange::of(6064, 6100)) == TcpPortRange::of(6000, 6100));
static_assert(parse<TransportPortRange>("8000-8010/udp")->last() == 8010_udp);

std::uint32_t visit_all() {
  std::uint32_t visited = 0;
  for (const Port port : PortRange::all()) visited += port.value() != 0U; // ends, at 65535
  return visited;
}
// endregion
} // namespace ranges

namespace sets {
// region: sets
constexpr PortSet web = "80,443,8000-8100"_ports; // checked while compiling
static_assert(web.size() == 103 && web.next_absent(8000_port) == 8101_port);
static_assert((web & PortSet{PortRange::well_known()}) == PortSet{80_port, 443_port});

constexpr SmallPortSet<4> rule{22_port, 80_port, 81_port}; // 20 bytes, the same interface
static_assert(rule.size() == 3 && PortSet{rule}.includes(PortSet{80_port}));

PortSet pick_from() { // what a test server may listen on
  PortSet ports{PortRange::registered()};
  ports -= PortSet{linux_defaults.ephemeral};
  ports -= PortSet{fetch_bad_ports()};
  return ports; // .nth(k) picks one; TcpPortSet{...} | UdpPortSet{...} does not compile
}
// endregion
} // namespace sets

namespace dialects {
// region: dialects
std::string to_nftables(std::string_view nmap_list) { // "T:22,http*,U:53"
  const auto ports = parse<TransportPortSet>(nmap_list, dialect::nmap);
  if (!ports) return ports.error().message();
  return to_string(format_as(*ports, dialect::nftables)); // { tcp . 22, udp . 53, tcp . 80, ... }
}

Result<TcpPortSet> from_rule(std::string_view list) { // "ssh,http,8000-8100"
  return parse<TcpPortSet>(list, dialect::list_with_services);
}

std::optional<Port> inside(std::string_view mapping, Port host) { // "[::1]:8000-8010:80-90/udp"
  const auto ports = parse<PortMapping>(mapping);
  return ports ? ports->container_port(host) : std::nullopt; // 8005 on the host is 85 inside
}
// endregion
} // namespace dialects

namespace dispatch {
// region: demux
constexpr Demux handle{on<443_tcp>([](std::string_view) { return 1; }),
                       on<53_udp, 53_tcp>([](std::string_view packet) { return packet.empty(); }),
                       on<TcpPortRange::of(6000, 6063)>([](TcpPort port, std::string_view) {
                         return port.value() - 6000; // a handler that takes the port gets it
                       }),
                       otherwise([](std::string_view) { return 0; })};

int display_of(TransportPort port, std::string_view packet) { return handle(port, packet); }
// an arm that takes 443/tcp again, or 6000-6010/tcp, does not compile; the message names the port
// endregion
} // namespace dispatch

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

  expect(endpoints::listen_on("0.0.0.0:8080") == "on every address, 0.0.0.0:8080" &&
             endpoints::listen_on("[::1]:0") == "port 0 is not allowed here" &&
             endpoints::listen_on("[FE80::1%3]:80") == "on [fe80::1%3]:80",
         "endpoints: parse");
  expect(endpoints::is_allowed(TransportEndpoint::of("[::ffff:10.0.0.1]:443/tcp")) &&
             !endpoints::is_allowed(TransportEndpoint::of("192.0.2.1:443/tcp")),
         "endpoints: unmapped");
  expect(urls::upstream("10.0.0.7") == TcpEndpoint::of("10.0.0.7:853") &&
             urls::upstream("[::1]:8853") == TcpEndpoint::of("[::1]:8853") &&
             !urls::upstream("256.1.1.1") && !urls::upstream("example.com"),
         "urls: upstream");
  expect(urls::host_field(UrlAuthority::of("https://example.com:443/")) == "example.com" &&
             urls::host_field(urls::page) == "example.com:3000",
         "urls: host field");
  const Flow flow{Protocol::tcp, "192.0.2.1"_ip, 51000_port, "192.0.2.2"_ip, 5432_port};
  flows::Conversations conversations;
  flows::count(conversations, flow);
  flows::count(conversations, flow.reversed());
  expect(flows::who_serves(flow) == "postgresql" && conversations.size() == 1 &&
             conversations.begin()->second == 2,
         "flows");

  expect(ranges::visit_all() == 65535, "ranges");
  expect(sets::pick_from().contains(8080_port) && !sets::pick_from().contains(6000_port) &&
             !sets::pick_from().contains(40000_port),
         "sets");
  expect(dialects::to_nftables("T:22,U:53") == "{ tcp . 22, udp . 53 }" &&
             dialects::to_nftables("T:90-80") == "a range runs from the lower port to the higher",
         "dialects: nmap");
  expect(dialects::from_rule("ssh,http,8000-8100") ==
             TcpPortSet{*parse<PortSet>("22,80,8000-8100")},
         "dialects: names");
  expect(dispatch::display_of(6003_tcp, "") == 3 && dispatch::display_of(443_tcp, "") == 1 &&
             dispatch::display_of(443_udp, "") == 0,
         "demux");
  expect(dialects::inside("[::1]:8000-8010:80-90/udp", 8005_port) == 85_port, "dialects: mapping");

  return failures == 0 ? 0 : 1;
}
