// SPDX-License-Identifier: BSL-1.0
#include "suite.hpp"
#include "tables.hpp"

#include <portkit/endpoint.hpp>

#include <arpa/inet.h>
#include <sys/socket.h>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#if defined(PORTKIT_BENCH_HAS_ASIO)
#include <asio/ip/address.hpp>
#endif
#if defined(PORTKIT_BENCH_HAS_BOOST_URL)
#include <boost/url/authority_view.hpp>
#include <boost/url/parse.hpp>
#endif
#if defined(PORTKIT_BENCH_HAS_FMT)
#include <fmt/compile.h>
#endif

namespace bench {

namespace {

using portkit::Ipv4Address;
using portkit::Ipv6Address;
using portkit::TcpEndpoint;
using portkit::TcpPort;
using Parsed = std::optional<TcpEndpoint>;

/// All of it is wanted, in memory.
template <class T>
void want_object(const T& object) noexcept {
#if defined(__GNUC__) // Clang too
  asm volatile("" : : "r"(&object) : "memory");
#else
  benchmark::DoNotOptimize(object);
#endif
}

/// "host:port" or "[host]:port" in two; the peers other than Boost.URL know
/// addresses alone.
struct Halves {
  std::string_view host;
  std::string_view port;
};
Halves split(std::string_view text) noexcept {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view host = text.substr(0, colon);
  const bool has_brackets = host.size() > 1 && host.front() == '[' && host.back() == ']';
  return {has_brackets ? host.substr(1, host.size() - 2) : host, text.substr(colon + 1)};
}
bool read_port(std::string_view text, std::uint16_t& port) noexcept {
  if (text.size() > 1 && text[0] == '0') return false;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc{} && stop == text.data() + text.size();
}

// Each parser gives what it gives its users: `ok` and a value, which endpoint()
// makes comparable.

struct ByPortkit {
  portkit::Result<TcpEndpoint> value;

  explicit ByPortkit(std::string_view text) noexcept : value{portkit::parse<TcpEndpoint>(text)} {}
  [[nodiscard]] bool ok() const noexcept { return value.has_value(); }
  [[nodiscard]] TcpEndpoint endpoint() const noexcept { return *value; }
};

struct ByInet {
  int family = AF_INET;
  unsigned char address[16];
  std::uint16_t port = 0;
  bool is_read = false;

  explicit ByInet(std::string_view text) noexcept {
    const auto [host, number] = split(text);
    char copy[INET6_ADDRSTRLEN]; // it wants a NUL
    if (host.size() >= sizeof copy || host.empty()) return;
    std::memcpy(copy, host.data(), host.size());
    copy[host.size()] = '\0';
    if (text[0] == '[') family = AF_INET6;
    is_read = inet_pton(family, copy, address) == 1 && read_port(number, port);
  }
  [[nodiscard]] bool ok() const noexcept { return is_read; }
  [[nodiscard]] TcpEndpoint endpoint() const noexcept {
    if (family == AF_INET6) return {Ipv6Address::from_bytes(address), TcpPort{port}};
    return {Ipv4Address{address[0], address[1], address[2], address[3]}, TcpPort{port}};
  }
};

#if defined(PORTKIT_BENCH_HAS_ASIO)
struct ByAsio {
  asio::ip::address address;
  std::uint16_t port = 0;
  bool is_read = false;

  explicit ByAsio(std::string_view text) noexcept {
    const auto [host, number] = split(text);
    std::error_code error;
    address = asio::ip::make_address(host, error);
    is_read = !error && read_port(number, port);
  }
  [[nodiscard]] bool ok() const noexcept { return is_read; }
  [[nodiscard]] TcpEndpoint endpoint() const {
    if (address.is_v6())
      return {Ipv6Address::from_bytes(address.to_v6().to_bytes()), TcpPort{port}};
    return {Ipv4Address::from_bytes(address.to_v4().to_bytes()), TcpPort{port}};
  }
};
#endif

#if defined(PORTKIT_BENCH_HAS_BOOST_URL)
struct ByBoostUrl {
  boost::urls::result<boost::urls::authority_view> value;

  explicit ByBoostUrl(std::string_view text) noexcept
      : value{boost::urls::parse_authority({text.data(), text.size()})} {}
  [[nodiscard]] bool ok() const noexcept { return value.has_value(); }
  [[nodiscard]] TcpEndpoint endpoint() const {
    const TcpPort port{std::uint16_t{value->port_number()}};
    if (value->host_type() == boost::urls::host_type::ipv6)
      return {Ipv6Address::from_bytes(value->host_ipv6_address().to_bytes()), port};
    return {Ipv4Address::from_bytes(value->host_ipv4_address().to_bytes()), port};
  }
};
#endif

template <class By>
void add_parser(std::string_view name) {
  const auto parse = [](NameQuery query) {
    const By parsed{query.view()};
    return parsed.ok() ? Parsed{parsed.endpoint()} : std::nullopt;
  };
  const auto timed = [](NameQuery query) noexcept {
    const By parsed{query.view()};
    want_object(parsed);
    return static_cast<std::uint32_t>(parsed.ok());
  };
  for (std::size_t i = 0; i != endpoint_streams().size(); ++i) {
    const NameStream& texts = endpoint_text_streams()[i];
    const EndpointStream& endpoints = endpoint_streams()[i];
    for (std::size_t query = 0; query != stream_size; ++query)
      if (parse(texts.queries[query]) != endpoints.queries[query])
        fail_wrong_answer(endpoint_parse_table, texts.name, name, query);
    add(endpoint_parse_table, texts, name, timed, false);
  }
}

// Each formatter is asked with what its users have at hand, made from the
// endpoint beforehand.

using Buffer = char[portkit::max_text_size<TcpEndpoint> + 8];

char* write_port(char* to, Buffer& buffer, std::uint16_t port) noexcept {
  *to++ = ':';
  return std::to_chars(to, buffer + sizeof buffer, port).ptr;
}

struct FromPortkit {
  TcpEndpoint endpoint;

  explicit FromPortkit(const TcpEndpoint& from) : endpoint{from} {}
  char* write(Buffer& buffer) const noexcept {
    return portkit::to_chars(buffer, buffer + sizeof buffer, endpoint).ptr;
  }
};

struct FromInet {
  int family;
  unsigned char address[16];
  std::uint16_t port;

  explicit FromInet(const TcpEndpoint& from)
      : family{from.address().is_v6() ? AF_INET6 : AF_INET}, port{from.port().value()} {
    from.address().visit([this](const auto& held) {
      const auto bytes = held.bytes();
      std::memcpy(address, bytes.data(), bytes.size());
    });
  }
  char* write(Buffer& buffer) const noexcept {
    const bool is_v6 = family == AF_INET6;
    if (is_v6) buffer[0] = '[';
    inet_ntop(family, address, buffer + is_v6, INET6_ADDRSTRLEN);
    char* end = buffer + std::strlen(buffer);
    if (is_v6) *end++ = ']';
    return write_port(end, buffer, port);
  }
};

#if defined(PORTKIT_BENCH_HAS_ASIO)
struct FromAsio {
  asio::ip::address address;
  std::uint16_t port;

  explicit FromAsio(const TcpEndpoint& from) : port{from.port().value()} {
    if (from.address().is_v6())
      address = asio::ip::address_v6{from.address().v6()->bytes()};
    else
      address = asio::ip::address_v4{from.address().v4()->bytes()};
  }
  char* write(Buffer& buffer) const noexcept {
    const std::string text = address.to_string();
    char* to = buffer;
    if (address.is_v6()) *to++ = '[';
    std::memcpy(to, text.data(), text.size());
    to += text.size();
    if (address.is_v6()) *to++ = ']';
    return write_port(to, buffer, port);
  }
};
#endif

#if defined(PORTKIT_BENCH_HAS_FMT)
/// Of IPv4 only.
struct FromFmt {
  std::array<unsigned char, 4> bytes;
  std::uint16_t port;

  explicit FromFmt(const TcpEndpoint& from)
      : bytes{from.address().v4().value_or(Ipv4Address{}).bytes()}, port{from.port().value()} {}
  char* write(Buffer& buffer) const noexcept {
    return fmt::format_to(&buffer[0], FMT_COMPILE("{}.{}.{}.{}:{}"), bytes[0], bytes[1], bytes[2],
                          bytes[3], port);
  }
};
#endif

/// Not used: nothing here is asked in a chain.
template <class From>
const From& moved(const From& query, std::uint64_t) noexcept {
  return query;
}

template <class From>
void add_formatter(std::string_view name, bool has_ipv6 = true) {
  const auto text = [](const From& from) {
    Buffer buffer;
    return std::string{buffer, from.write(buffer)};
  };
  const auto timed = [](const From& from) noexcept {
    Buffer buffer;
    const char* const end = from.write(buffer);
    want_object(buffer);
    return static_cast<std::uint32_t>(end - buffer);
  };
  static std::vector<Stream<From>> streams; // they stay until the program ends
  streams.reserve(endpoint_streams().size());
  for (std::size_t i = 0; i != endpoint_streams().size(); ++i) {
    const EndpointStream& endpoints = endpoint_streams()[i];
    if (!has_ipv6 && endpoints.queries[0].address().is_v6()) continue;
    Stream<From>& stream = streams.emplace_back();
    stream.name = endpoints.name;
    for (const TcpEndpoint& endpoint : endpoints.queries) stream.queries.emplace_back(endpoint);
    for (std::size_t query = 0; query != stream_size; ++query)
      if (text(stream.queries[query]) != endpoint_text_streams()[i].queries[query].view())
        fail_wrong_answer(endpoint_format_table, stream.name, name, query);
    add(endpoint_format_table, stream, name, timed, false);
  }
}

} // namespace

void add_endpoint_parse() {
  add_parser<ByPortkit>(ours);
  add_parser<ByInet>("inet_pton + std::from_chars");
#if defined(PORTKIT_BENCH_HAS_ASIO)
  add_parser<ByAsio>("asio + std::from_chars");
#else
  add_missing(endpoint_parse_table, "asio", "libasio-dev");
#endif
#if defined(PORTKIT_BENCH_HAS_BOOST_URL)
  add_parser<ByBoostUrl>("boost::urls");
#else
  add_missing(endpoint_parse_table, "Boost.URL", "libboost-url1.81-dev");
#endif
}

void add_endpoint_format() {
  add_formatter<FromPortkit>(ours);
  add_formatter<FromInet>("inet_ntop + std::to_chars");
#if defined(PORTKIT_BENCH_HAS_ASIO)
  add_formatter<FromAsio>("asio + std::to_chars");
#else
  add_missing(endpoint_format_table, "asio", "libasio-dev");
#endif
#if defined(PORTKIT_BENCH_HAS_FMT)
  add_formatter<FromFmt>("fmt, compiled", false);
#else
  add_missing(endpoint_format_table, "fmt", "libfmt-dev");
#endif
}

} // namespace bench
