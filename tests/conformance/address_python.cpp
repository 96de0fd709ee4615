// SPDX-License-Identifier: BSL-1.0
#include <portkit/address.hpp>
#include <portkit/string.hpp>

#include "address_inputs.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

// portkit's half of the comparison that address_python.py makes.  Each line is a text, its reading
// as an IPv4 address, as an IPv6 address, and as an IPv6 address without what follows a %; each
// reading is "-", or the bytes, the scope id and the canonical text.  Texts and bytes are in
// hexadecimal.

using namespace portkit;

namespace {

void print_hex(std::string_view bytes) {
  for (const char byte : bytes) std::printf("%02x", static_cast<unsigned>(byte) & 0xFF);
}

void print_reading(std::uint32_t scope, std::string_view text, const auto& bytes) {
  for (const unsigned char byte : bytes) std::printf("%02x", static_cast<unsigned>(byte));
  std::printf("/%lu/%.*s", static_cast<unsigned long>(scope), static_cast<int>(text.size()),
              text.data());
}

template <class Address>
void print(std::string_view text) {
  const Result<Address> address = parse<Address>(text);
  std::printf(" ");
  if (!address)
    std::printf("-");
  else if constexpr (requires { address->scope_id(); })
    print_reading(address->scope_id(), to_string(*address), address->bytes());
  else
    print_reading(0, to_string(*address), address->bytes());
}

} // namespace

int main(int argc, char** argv) {
  const std::uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  Random random{seed};
  for (std::uint64_t i = 0; i != count; ++i) {
    const std::string text = conformance::address_text(random);
    std::printf("x"); // so that an empty text is a word too
    print_hex(text);
    print<Ipv4Address>(text);
    print<Ipv6Address>(text);
    print<Ipv6Address>(std::string_view{text}.substr(0, text.find('%')));
    std::printf("\n");
  }
}
