// SPDX-License-Identifier: BSL-1.0
#include <portkit/endpoint.hpp>
#include <portkit/port.hpp>
#include <portkit/string.hpp>

#include "../reference.hpp"
#include "../texts.hpp"
#include "address_inputs.hpp"
#include "comparison.hpp"

#include <exception> // which Asio 1.22 forgets, and libc++ in C++23 does not bring

#include <asio/ip/address.hpp>
#include <asio/ip/tcp.hpp>

#include <net/if.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Addresses and endpoints read and written by portkit and by Asio.  Asio reads no endpoints: their
// text is cut here by hand, and only the addresses in it are given to Asio.

using namespace portkit;
using conformance::Comparison;
using conformance::refused;

namespace {

/// An answer to compare: bytes in hexadecimal and the scope id, which no writer had a part in.
template <class Bytes>
[[nodiscard]] std::string answer(const Bytes& bytes, std::uint32_t scope) {
  std::string text;
  for (const unsigned char byte : bytes) {
    text += "0123456789abcdef"[byte / 16];
    text += "0123456789abcdef"[byte % 16];
  }
  return text + " scope " + std::to_string(scope);
}
[[nodiscard]] std::string answer(Ipv4Address address) { return answer(address.bytes(), 0); }
[[nodiscard]] std::string answer(const Ipv6Address& address) {
  return answer(address.bytes(), address.scope_id());
}
[[nodiscard]] std::string answer(const IpAddress& address) {
  return address.visit([](const auto& held) { return answer(held); });
}
[[nodiscard]] std::string answer(const asio::ip::address& address) {
  if (address.is_v4()) return answer(address.to_v4().to_bytes(), 0);
  return answer(address.to_v6().to_bytes(), address.to_v6().scope_id());
}
[[nodiscard]] std::string answer(const TcpEndpoint& endpoint) {
  return answer(endpoint.address()) + " port " + std::to_string(endpoint.port().value());
}
/// Of an optional or a Result.
template <class T>
  requires requires(const T& result) { result.has_value(); }
[[nodiscard]] std::string answer(const T& result) {
  return result ? answer(*result) : refused;
}

[[nodiscard]] std::optional<asio::ip::address> read_by_asio(const std::string& text) {
  asio::error_code error;
  const asio::ip::address address = asio::ip::make_address(text, error);
  return error ? std::nullopt : std::optional{address};
}

enum ReadingRule : std::size_t { nul_ends_the_text, any_zone_is_read };

/// What Asio is known to read where the grammars differ, made from what we read.
struct ByRules {
  Result<IpAddress> address;
  std::vector<std::size_t> rules;
};
[[nodiscard]] ByRules read_by_rules(std::string_view text,
                                    const std::optional<asio::ip::address>& theirs) {
  std::vector<std::size_t> rules;
  if (const std::size_t nul = text.find('\0'); nul != text.npos) {
    text = text.substr(0, nul);
    rules.push_back(nul_ends_the_text);
  }
  Result<IpAddress> address = parse<IpAddress>(text);
  const bool is_our_zone = address || (address.error().code != ParseErrc::scope_not_a_number &&
                                       address.error().code != ParseErrc::scope_out_of_range);
  if (is_our_zone) return {address, rules};
  // What number Asio makes of the zone is its affair; that the bytes are the same is not.
  address = parse<IpAddress>(text.substr(0, text.find('%')));
  if (address && address->is_v6() && theirs && theirs->is_v6())
    address = IpAddress{address->v6()->with_scope(theirs->to_v6().scope_id())};
  rules.push_back(any_zone_is_read);
  return {address, rules};
}

void compare_reading(Comparison& comparison, const std::string& text) {
  const auto theirs = read_by_asio(text);
  const ByRules by_rules = read_by_rules(text, theirs);
  comparison.add(text, answer(parse<IpAddress>(text)), answer(by_rules.address), answer(theirs),
                 by_rules.rules);
}

/// The address, with its brackets taken off, and the port of an endpoint's text.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> cut(const std::string& text) {
  if (!text.starts_with('[')) {
    const std::size_t colon = text.find(':');
    if (colon == text.npos) return std::nullopt;
    return std::pair{text.substr(0, colon), text.substr(colon + 1)};
  }
  const std::size_t close = text.find(']');
  if (close == text.npos || close + 1 >= text.size() || text[close + 1] != ':') return std::nullopt;
  const std::string inside = text.substr(1, close - 1);
  if (inside.find(':') == text.npos) return std::nullopt;
  return std::pair{inside, text.substr(close + 2)};
}

void compare_endpoint_reading(Comparison& comparison, const std::string& text) {
  std::string theirs = refused;
  std::string by_rules_of_it = refused;
  std::vector<std::size_t> rules;
  if (const auto parts = cut(text)) {
    const reference::Reading port = reference::read_port(parts->second, false, false);
    const auto address = read_by_asio(parts->first);
    if (address && !port.error) {
      const ByRules by_rules = read_by_rules(parts->first, address);
      const std::string port_text = joined({" port ", std::to_string(port.port)});
      theirs = answer(*address) + port_text;
      by_rules_of_it = answer(by_rules.address) + port_text;
      rules = by_rules.rules;
    }
  }
  comparison.add(text, answer(parse<TcpEndpoint>(text)), by_rules_of_it, theirs, rules);
}

enum WritingRule : std::size_t { v4_compatible_is_dotted, interface_is_named };

void compare_writing(Comparison& comparison, const TcpEndpoint& endpoint) {
  asio::ip::address theirs;
  std::string address = to_string(endpoint.address());
  std::vector<std::size_t> rules;
  if (const auto v6 = endpoint.address().v6()) {
    theirs = asio::ip::address_v6{v6->bytes(), v6->scope_id()};
    const auto bytes = v6->bytes();
    const bool is_compatible = std::count(bytes.begin(), bytes.begin() + 12, 0) == 12 &&
                               (bytes[12] != 0 || bytes[13] != 0);
    if (is_compatible) {
      const std::size_t zone = std::min(address.find('%'), address.size());
      const Ipv4Address last{bytes[12], bytes[13], bytes[14], bytes[15]};
      address = joined({"::", to_string(last), address.substr(zone)});
      rules.push_back(v4_compatible_is_dotted);
    }
    const bool is_of_link = v6->is_link_local() || (bytes[0] == 0xFF && (bytes[1] & 0xF) == 2);
    char name[IF_NAMESIZE] = {};
    if (is_of_link && v6->scope_id() != 0 && if_indextoname(v6->scope_id(), name) != nullptr) {
      address = address.substr(0, address.find('%') + 1) + name;
      rules.push_back(interface_is_named);
    }
  } else {
    theirs = asio::ip::address_v4{endpoint.address().v4()->bytes()};
  }
  std::ostringstream their_text;
  their_text << asio::ip::tcp::endpoint{theirs, endpoint.port().value()};
  const std::string ours = to_string(endpoint);
  const std::string port = std::to_string(endpoint.port().value());
  const std::string by_rules = endpoint.address().is_v6() ? joined({"[", address, "]:", port})
                                                          : joined({address, ":", port});
  comparison.add(ours, ours, by_rules, their_text.str(), rules);
}

} // namespace

int main(int argc, char** argv) {
  constexpr std::uint64_t seed = 441;
  const std::uint64_t count = conformance::count_of(argc, argv, seed);
  Random random{seed};

  const std::vector<const char*> reading_rules{
      "a NUL ends the text for Asio; for parse it is a wrong byte",
      "Asio takes any text behind a % for a zone, by if_nametoindex, then by atoi, which knows no "
      "error"};
  Comparison reading{"asio::ip::make_address", reading_rules};
  Comparison endpoint_reading{"the endpoint's address by asio::ip::make_address", reading_rules};
  Comparison writing{"operator<< of asio::ip::tcp::endpoint",
                     {"inet_ntop, and so Asio, writes ::192.0.2.1 for a v4-compatible address",
                      "Asio writes the name of this host's interface for the scope id of a "
                      "link-local address"}};
  for (std::uint64_t i = 0; i != count; ++i) {
    compare_reading(reading, conformance::address_text(random));
    compare_endpoint_reading(endpoint_reading, conformance::endpoint_text(random));
    const IpAddress address = random.once_in(3) ? IpAddress{conformance::ipv4_address(random)}
                                                : IpAddress{conformance::ipv6_address(random)};
    const TcpPort port{static_cast<std::uint16_t>(random.below(65536))};
    compare_writing(writing, TcpEndpoint{address, port});
  }
  char name[IF_NAMESIZE] = {};
  if (if_indextoname(1, name) == nullptr) writing.excuse(interface_is_named);
#if !defined(__GLIBC__)
  writing.excuse(v4_compatible_is_dotted); // musl does not
#endif
  return reading.finish() | endpoint_reading.finish() | writing.finish();
}
