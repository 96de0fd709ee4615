// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_CONFORMANCE_ADDRESS_INPUTS_HPP
#define PORTKIT_TESTS_CONFORMANCE_ADDRESS_INPUTS_HPP

#include <portkit/address.hpp>
#include <portkit/endpoint.hpp>

#include "../random.hpp"
#include "../texts.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// What the readers and writers of addresses are compared on: values as they occur, texts that are
// right, spelled oddly, or nearly right.

namespace conformance {

/// A number with as many digits of this base as is often the case: 0 and few digits are frequent.
[[nodiscard]] inline std::string number(Random& random, std::string_view digits,
                                        unsigned most_digits) {
  std::string text;
  const unsigned size = 1 + random.below(most_digits);
  for (unsigned i = 0; i != size; ++i)
    text += digits[random.below(static_cast<unsigned>(digits.size()))];
  return text;
}

[[nodiscard]] inline std::string octet(Random& random) {
  if (random.once_in(40)) return number(random, "0123456789", 4);
  return std::to_string(random.below(random.once_in(40) ? 300 : 256));
}

[[nodiscard]] inline std::string ipv4_text(Random& random) {
  std::string text = octet(random);
  const unsigned more = random.once_in(40) ? random.below(6) : 3;
  for (unsigned i = 0; i != more; ++i) text += joined({".", octet(random)});
  return text;
}

[[nodiscard]] inline std::string zone_text(Random& random) {
  constexpr std::array<std::string_view, 12> odd{"",   "lo",         "eth0",       "0",
                                                 "00", "03",         "+3",         " 3",
                                                 "3x", "2147483648", "4294967295", "4294967296"};
  if (random.once_in(3)) return std::string{odd[random.below(odd.size())]};
  return std::to_string(random.next() >> 32 >> random.below(32));
}

/// Groups, of which some are written as ::, perhaps with an IPv4 address and a zone at the end.
[[nodiscard]] inline std::string ipv6_text(Random& random) {
  if (random.once_in(20))
    return joined({random.once_in(2) ? "::ffff:" : "::FFFF:0:", ipv4_text(random)});
  const bool has_gap = !random.once_in(4);
  const bool has_ipv4 = random.once_in(6);
  unsigned groups = has_gap ? random.below(8) : 8;
  if (random.once_in(30)) groups = random.below(11);
  const unsigned gap = has_gap ? random.below(groups + 1) : 99;
  std::string text;
  for (unsigned i = 0; i != groups; ++i) {
    if (i == gap)
      text += "::";
    else if (i != 0)
      text += ":";
    if (has_ipv4 && i + 2 >= groups) {
      text += ipv4_text(random);
      break;
    }
    if (random.once_in(3))
      text += random.once_in(4) ? "0000" : "0";
    else
      text += number(random, random.once_in(4) ? "0123456789ABCDEF" : "0123456789abcdef",
                     random.once_in(60) ? 6 : 4);
  }
  if (gap == groups) text += "::";
  if (random.once_in(6)) text += joined({"%", zone_text(random)});
  return text;
}

/// One byte or a few more, fewer, others.
inline void mutate(Random& random, std::string& text) {
  using namespace std::string_view_literals;
  constexpr std::string_view bytes = "0123456789abcfAF::::....%%[]/ -+xg\0\t\xE9\xFF"sv;
  const auto place = [&](std::size_t size) {
    return static_cast<std::size_t>(random.below(static_cast<unsigned>(size)));
  };
  const char byte = bytes[place(bytes.size())];
  switch (random.below(5)) {
    case 0: text.insert(place(text.size() + 1), 1, byte); break;
    case 1:
      if (!text.empty()) text.erase(place(text.size()), 1);
      break;
    case 2:
      if (!text.empty()) text[place(text.size())] = byte;
      break;
    case 3: { // a piece twice
      const std::size_t first = place(text.size() + 1);
      text.insert(first, text.substr(first, place(6)));
      break;
    }
    default: text.resize(place(text.size() + 1)); break;
  }
}

[[nodiscard]] inline std::string address_text(Random& random) {
  std::string text = random.once_in(3) ? ipv4_text(random) : ipv6_text(random);
  if (random.once_in(20)) text.clear(); // and only what is put in
  while (random.once_in(3)) mutate(random, text);
  return text;
}

[[nodiscard]] inline std::string endpoint_text(Random& random) {
  const bool is_ipv4 = random.once_in(2);
  std::string text = is_ipv4 ? ipv4_text(random) : ipv6_text(random);
  if (is_ipv4 == random.once_in(12)) text = joined({"[", text, "]"});
  if (!random.once_in(20)) text += ':';
  if (!random.once_in(20))
    text += random.once_in(10) ? number(random, "0123456789", 8)
                               : std::to_string(random.below(random.once_in(9) ? 80'000 : 65'536));
  while (random.once_in(5)) mutate(random, text);
  return text;
}

/// An address in which zeros, ones and small groups are as frequent as they are in practice.
[[nodiscard]] inline portkit::Ipv6Address ipv6_address(Random& random) {
  std::array<unsigned char, 16> bytes{};
  const unsigned zeros = random.below(256); // which of the eight groups are zero
  for (unsigned group = 0; group != 8; ++group) {
    if ((zeros >> group & 1) != 0) continue;
    const unsigned value = random.below(1U << (4 * random.below(5)));
    bytes[2 * group] = static_cast<unsigned char>(value >> 8);
    bytes[2 * group + 1] = static_cast<unsigned char>(value & 0xFF);
  }
  if (random.once_in(16)) { // v4-mapped, v4-compatible, or nearly so
    for (std::size_t i = 0; i != 12; ++i) bytes[i] = 0;
    if (random.once_in(2)) bytes[10] = bytes[11] = 0xFF;
    if (random.once_in(8)) bytes[random.below(12)] ^= 1;
  }
  if (random.once_in(8)) { // link-local, unicast or multicast
    bytes[0] = random.once_in(2) ? 0xFE : 0xFF;
    bytes[1] = bytes[0] == 0xFE ? 0x80 : 0x02;
  }
  const auto address = portkit::Ipv6Address::from_bytes(bytes);
  if (!random.once_in(4)) return address;
  return address.with_scope(static_cast<std::uint32_t>(random.next() >> 32 >> random.below(32)));
}

[[nodiscard]] inline portkit::Ipv4Address ipv4_address(Random& random) {
  std::array<unsigned char, 4> bytes{};
  for (unsigned char& byte : bytes)
    byte = static_cast<unsigned char>(random.below(random.once_in(3) ? 11 : 256));
  return portkit::Ipv4Address::from_bytes(bytes);
}

} // namespace conformance

#endif // PORTKIT_TESTS_CONFORMANCE_ADDRESS_INPUTS_HPP
