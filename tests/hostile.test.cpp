// SPDX-License-Identifier: BSL-1.0
#include <portkit/port.hpp>

#include "reference.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

// Every short text over bytes chosen to hurt, against the specification in reference.hpp: the same
// value, or the same error at the same place.  Each text lies in heap memory of exactly its length,
// so that the address sanitizer sees a read beyond either end.

using namespace portkit;
using namespace std::string_view_literals;

namespace {

constexpr std::array all_options{
    ParseOptions::strict,
    ParseOptions::leading_zeros_allowed,
    ParseOptions::nonzero_port,
    ParseOptions::leading_zeros_allowed | ParseOptions::nonzero_port,
};
constexpr bool allows_leading_zeros(std::size_t option) { return option == 1 || option == 3; }
constexpr bool refuses_zero(std::size_t option) { return option == 2 || option == 3; }

/// prefix + every text of `length` bytes of the alphabet + suffix, one after the other.
template <class Visit>
void for_each_text(std::string_view alphabet, std::size_t length, std::string_view prefix,
                   std::string_view suffix, const Visit& visit) {
  std::size_t count = 1;
  for (std::size_t i = 0; i != length; ++i) count *= alphabet.size();
  std::string text;
  for (std::size_t number = 0; number != count; ++number) {
    text = prefix;
    std::size_t rest = number; // its digits in the base of the alphabet's size
    for (std::size_t i = 0; i != length; ++i, rest /= alphabet.size())
      text += alphabet[rest % alphabet.size()];
    text += suffix;
    // Of the exact size on the heap, so that the address sanitizer sees a byte read too many.
    const std::vector<char> exact(text.begin(), text.end());
    visit(std::string_view(exact.data(), exact.size()));
  }
}

/// The text as C++ would spell it.
[[nodiscard]] std::string spelled(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F)
      out += c;
    else
      out += std::string{"\\x"} + "0123456789ABCDEF"[byte / 16] + "0123456789ABCDEF"[byte % 16];
  }
  return out + "\"";
}

[[nodiscard]] bool is_in_text(const ParseError& error, std::string_view text) {
  return std::size_t{error.position} + error.length <= text.size();
}

template <class P>
void check_port(std::string_view text) {
  for (std::size_t i = 0; i != all_options.size(); ++i) {
    const reference::Reading expected =
        reference::read_port(text, allows_leading_zeros(i), refuses_zero(i));
    const Result<P> result = parse<P>(text, all_options[i]);
    const bool is_right = expected.error ? !result && result.error() == *expected.error &&
                                               is_in_text(result.error(), text)
                                         : result && result->value() == expected.port;
    if (!is_right) FAIL_CHECK("parse is wrong for " << spelled(text) << " with options " << i);
  }
}

void check_transport_port(std::string_view text) {
  for (std::size_t i = 0; i != all_options.size(); ++i) {
    const reference::Reading expected =
        reference::read_transport_port(text, allows_leading_zeros(i), refuses_zero(i));
    const Result<TransportPort> result = parse<TransportPort>(text, all_options[i]);
    const bool is_right =
        expected.error
            ? !result && result.error() == *expected.error && is_in_text(result.error(), text)
            : result && result->port().value() == expected.port &&
                  static_cast<unsigned>(result->protocol()) == expected.protocol;
    if (!is_right) FAIL_CHECK("parse is wrong for " << spelled(text) << " with options " << i);
  }
}

/// from_chars is parse on the digits that the text begins with.
void check_from_chars(std::string_view text) {
  const std::size_t stranger = std::min(text.find_first_not_of("0123456789"), text.size());
  const reference::Reading expected = reference::read_port(text.substr(0, stranger), false, false);
  Port port = 7_port;
  const std::from_chars_result end = from_chars(text.data(), text.data() + text.size(), port);
  bool is_right = false;
  if (!expected.error)
    is_right =
        end.ec == std::errc{} && end.ptr == text.data() + stranger && port.value() == expected.port;
  else if (expected.error->code == ParseErrc::out_of_range)
    is_right = end.ec == std::errc::result_out_of_range && end.ptr == text.data() + stranger &&
               port == 7_port;
  else
    is_right = end.ec == std::errc::invalid_argument && end.ptr == text.data() && port == 7_port;
  if (!is_right) FAIL_CHECK("from_chars is wrong for " << spelled(text));
}

// Digits that make and break 65535; what other readers skip, take as a sign, a prefix or an end;
// two halves of letters of UTF-8 (0xD9 0x80: Arabic; 0x80 has the low bits of a NUL).
constexpr std::string_view hostile_bytes = "01569+- x/\0\xD9"sv;
static_assert(hostile_bytes.size() == 12);
constexpr std::string_view other_bytes = "0279:,._eE\t\n\x80\xB0\xFF\x2F\x3A\x7F"sv;

// What may stand where a protocol does.
constexpr std::string_view protocol_bytes = "tTcCpPuUdDsS/ \0\x14\xE4"sv;

} // namespace

TEST_CASE("every text of up to six hostile bytes is read as the specification says") {
  for (std::size_t length = 0; length <= 6; ++length)
    for_each_text(hostile_bytes, length, "", "", [](std::string_view text) {
      check_port<Port>(text);
      check_from_chars(text);
    });
}

TEST_CASE("every text of up to four of some other bytes is read as the specification says") {
  for (std::size_t length = 0; length <= 4; ++length)
    for_each_text(other_bytes, length, "", "", [](std::string_view text) {
      check_port<Port>(text);
      check_from_chars(text);
    });
}

TEST_CASE("every byte at every place of a port number is read as the specification says") {
  for (const std::string_view good : {"0"sv, "80"sv, "443"sv, "8080"sv, "65535"sv, "123456"sv}) {
    const std::unique_ptr<char[]> text{new char[good.size()]};
    for (std::size_t i = 0; i != good.size(); ++i)
      for (std::size_t k = 0; k <= i; ++k)
        for (unsigned bytes = 0; bytes != 65536; ++bytes) {
          std::copy(good.begin(), good.end(), text.get());
          text[k] = static_cast<char>(static_cast<unsigned char>(bytes >> 8));
          text[i] = static_cast<char>(static_cast<unsigned char>(bytes & 0xFF));
          check_from_chars({text.get(), good.size()});
          const auto expected = reference::read_port({text.get(), good.size()}, false, false);
          const Result<TcpPort> result = parse<TcpPort>({text.get(), good.size()});
          const bool is_right = expected.error ? !result && result.error() == *expected.error
                                               : result && result->value() == expected.port;
          if (!is_right) FAIL_CHECK("parse is wrong for " << spelled({text.get(), good.size()}));
        }
  }
}

TEST_CASE_TEMPLATE("a TypedPort is read as a Port is", P, TcpPort, UdpPort, DccpPort, SctpPort) {
  for (std::size_t length = 0; length <= 4; ++length)
    for_each_text(hostile_bytes, length, "", "", check_port<P>);
}

TEST_CASE("every text of up to five hostile bytes before /tcp is read as the specification says") {
  for (std::size_t length = 0; length <= 5; ++length) {
    for_each_text(hostile_bytes, length, "", "/tcp", check_transport_port);
    for_each_text(hostile_bytes, length, "", "", check_transport_port);
  }
}

TEST_CASE("every text of up to four hostile bytes behind 443/tcp is refused as specified") {
  for (std::size_t length = 0; length <= 4; ++length) {
    for_each_text(hostile_bytes, length, "443/tcp", "", check_transport_port);
    for_each_text(hostile_bytes, length, "443", "/tcp", check_transport_port);
    for_each_text(hostile_bytes, length, "443/", "tcp", check_transport_port);
  }
}

TEST_CASE("every word of up to four bytes where a protocol stands is read as specified") {
  for (std::size_t length = 0; length <= 4; ++length)
    for_each_text(protocol_bytes, length, "53/", "", check_transport_port);
  for_each_text(protocol_bytes, 4, "65535/", "p", check_transport_port);
}

TEST_CASE("numbers of any length are refused without an overflow") {
  // One more than each power of two wraps to 0 or 1 in a type of that width; + 80 to a port.
  for (const std::string_view text :
       {"65536"sv, "65537"sv, "65616"sv, "131152"sv, "16777296"sv, "2147483728"sv, "4294967296"sv,
        "4294967376"sv, "1099511627856"sv, "9223372036854775888"sv, "18446744073709551615"sv,
        "18446744073709551616"sv, "18446744073709551696"sv,
        "340282366920938463463374607431768211536"sv})
    check_port<Port>(text);
  for (std::size_t length = 1; length <= 1000; ++length) {
    const std::string nines(length, '9');
    const std::string zeros(length, '0');
    const std::string padded = zeros + "443";
    const std::string over = zeros + "65536";
    for (const std::string& text : {nines, zeros, padded, over, padded + "x", "x" + padded}) {
      check_port<Port>(text);
      check_transport_port(text + "/udp");
    }
  }
}
