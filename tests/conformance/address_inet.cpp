// SPDX-License-Identifier: BSL-1.0
#include <portkit/address.hpp>
#include <portkit/string.hpp>

#include "../texts.hpp"
#include "address_inputs.hpp"
#include "comparison.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Addresses read and written by portkit and by the C library: inet_pton, inet_ntop.

using namespace portkit;
using conformance::Comparison;
using conformance::refused;

namespace {

/// The bytes in hexadecimal, which no writer under test had a part in.
[[nodiscard]] std::string hex(const unsigned char* bytes, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i != size; ++i) {
    text += "0123456789abcdef"[bytes[i] / 16];
    text += "0123456789abcdef"[bytes[i] % 16];
  }
  return text;
}

template <class Address>
[[nodiscard]] std::string our_bytes(std::string_view text) {
  const Result<Address> address = parse<Address>(text);
  return address ? hex(address->bytes().data(), address->bytes().size()) : refused;
}

template <class Address>
constexpr int family = std::is_same_v<Address, Ipv4Address> ? AF_INET : AF_INET6;

template <class Address>
[[nodiscard]] std::string their_bytes(const std::string& text) {
  unsigned char bytes[16] = {};
  if (inet_pton(family<Address>, text.c_str(), bytes) != 1) return refused;
  return hex(bytes, Address{}.bytes().size());
}

template <class Address>
[[nodiscard]] std::string their_text(const Address& address) {
  char text[INET6_ADDRSTRLEN] = {};
  const auto bytes = address.bytes();
  return inet_ntop(family<Address>, bytes.data(), text, sizeof text) == nullptr ? refused : text;
}

enum ReadingRule : std::size_t { nul_ends_the_text, no_scope_is_read };
enum WritingRule : std::size_t { no_scope_is_written, v4_compatible_is_dotted };

template <class Address>
void compare_reading(Comparison& comparison, const std::string& text) {
  std::vector<std::size_t> rules;
  std::string_view seen = text;
  if (const std::size_t nul = seen.find('\0'); nul != seen.npos) {
    seen = seen.substr(0, nul);
    rules.push_back(nul_ends_the_text);
  }
  std::string by_rules = our_bytes<Address>(seen);
  if (by_rules != refused && seen.find('%') != seen.npos) {
    by_rules = refused;
    rules.push_back(no_scope_is_read);
  }
  comparison.add(text, our_bytes<Address>(text), by_rules, their_bytes<Address>(text), rules);
}

void compare_writing(Comparison& comparison, const Ipv6Address& address) {
  const std::string ours = to_string(address);
  std::vector<std::size_t> rules;
  std::string by_rules = ours;
  if (address.scope_id() != 0) {
    by_rules.resize(by_rules.find('%'));
    rules.push_back(no_scope_is_written);
  }
  // ::192.0.2.1, but not :: or ::1, which would be ::0.0.0.1.
  const auto bytes = address.bytes();
  const bool is_compatible =
      hex(bytes.data(), 12) == std::string(24, '0') && (bytes[12] != 0 || bytes[13] != 0);
  if (is_compatible) {
    by_rules = joined({"::", to_string(Ipv4Address{bytes[12], bytes[13], bytes[14], bytes[15]})});
    rules.push_back(v4_compatible_is_dotted);
  }
  comparison.add(ours, ours, by_rules, their_text(address), rules);
}

} // namespace

int main(int argc, char** argv) {
  constexpr std::uint64_t seed = 4291;
  const std::uint64_t count = conformance::count_of(argc, argv, seed);
  Random random{seed};

  Comparison reading{"inet_pton",
                     {"a NUL ends the text for inet_pton; for parse it is a wrong byte",
                      "inet_pton reads no scope id"}};
  Comparison writing{
      "inet_ntop",
      {"inet_ntop is not given the scope id",
       "inet_ntop writes ::192.0.2.1 for a v4-compatible address, deprecated by RFC "
       "4291 section 2.5.5.1; RFC 5952 section 5 asks for that of known prefixes only"}};
  for (std::uint64_t i = 0; i != count; ++i) {
    const std::string text = conformance::address_text(random);
    compare_reading<Ipv4Address>(reading, text);
    compare_reading<Ipv6Address>(reading, text);
    const Ipv4Address address = conformance::ipv4_address(random);
    writing.add(to_string(address), to_string(address), {}, their_text(address), {});
    compare_writing(writing, conformance::ipv6_address(random));
  }
#if !defined(__GLIBC__)
  writing.excuse(v4_compatible_is_dotted); // musl does not
#endif
  return reading.finish() | writing.finish();
}
