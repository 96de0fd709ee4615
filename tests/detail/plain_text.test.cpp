// SPDX-License-Identifier: BSL-1.0
#include <portkit/detail/endpoint_text.hpp>
#include <portkit/detail/ipv4_text.hpp>
#include <portkit/detail/ipv6_text.hpp>
#include <portkit/endpoint.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>

// The text of addresses is read on two paths: a fast one that says yes or no, in vectors where the
// processor has them, and one that explains a no.  Here they are held to one another, on texts that
// are right or nearly so.

using namespace portkit;

namespace {

/// Texts that are mostly right, and then damaged in up to three places.
class Mutations {
public:
  explicit Mutations(std::string_view alphabet) : alphabet_{alphabet} {}

  [[nodiscard]] std::size_t below(std::size_t limit) { return engine_() % limit; }

  [[nodiscard]] std::string ipv4() {
    std::string text;
    for (int part = 0; part != 4; ++part) {
      if (part != 0) text += '.';
      text +=
          std::to_string(below(3) == 0 ? below(12) : 95 + below(170)); // 256 to 264 are too large
    }
    return text;
  }
  [[nodiscard]] std::string ipv6() {
    std::string text;
    const std::size_t gap = below(16); // none in half of them
    const std::size_t groups = gap < 8 ? below(8) : 8;
    for (std::size_t i = 0; i != groups; ++i) {
      if (i != 0 && i != gap) text += ':';
      if (i == gap) text += "::";
      for (std::size_t digits = 1 + below(4); digits != 0; --digits)
        text += "0123456789abcdefABCDEF"[below(22)];
    }
    if (gap < 8 && gap >= groups) text += "::";
    return text;
  }
  [[nodiscard]] std::string port() {
    return std::to_string(below(4) == 0 ? below(20) : below(70'000));
  }

  [[nodiscard]] std::string damaged(std::string text) {
    for (std::size_t changes = below(4); changes != 0 && !text.empty(); --changes) {
      const std::size_t place = below(text.size());
      const char c = alphabet_[below(alphabet_.size())];
      switch (below(4)) {
        case 0: text[place] = c; break;
        case 1: text.erase(place, 1); break;
        case 2: text.insert(place, 1, c); break;
        default: text.resize(place); break;
      }
    }
    return text;
  }

private:
  std::string_view alphabet_;
  std::mt19937_64 engine_{20'260'817};
};

/// The text where a byte read before or behind it is one of other memory, which sanitizers see.
class Alone {
public:
  explicit Alone(const std::string& text)
      : size_{text.size()}, bytes_{std::make_unique<char[]>(size_)} {
    std::copy(text.begin(), text.end(), bytes_.get());
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

private:
  std::size_t size_;
  std::unique_ptr<char[]> bytes_;
};

constexpr int rounds = 1'000'000;
constexpr std::string_view decimal_alphabet = "0012345678999..::/;-+ x\0\x80\xB0\xFF";
constexpr std::string_view hexadecimal_alphabet = "0019afAF::::.%[]gG@`/ \0\x80\xC1\xFF";

} // namespace

TEST_CASE("vectors and bytes find the same IPv4 address at the start of a text") {
  Mutations make{decimal_alphabet};
  int found = 0;
  for (int i = 0; i != rounds; ++i) {
    std::string text = make.ipv4();
    if (make.below(4) != 0) text += ':' + make.port();
    text = make.damaged(text);
    if (text.size() <= 8) continue;
    const Alone alone{text};
    const detail::PlainIpv4 by_vector = detail::read_plain_ipv4_by_vector(alone.view());
    const detail::PlainIpv4 by_bytes = detail::read_plain_ipv4_by_bytes(alone.view());
    if (by_vector.address != by_bytes.address || by_vector.size != by_bytes.size)
      FAIL_CHECK("differ on " << text);
    found += by_bytes.size != 0;
  }
  CHECK(found > rounds / 10);
  CHECK(found < rounds / 10 * 9);
}

TEST_CASE("vectors and bytes judge every byte alike, wherever it stands") {
  for (const std::string text :
       {"192.168.100.200:65535", "1.2.3.4:443", "255.255.255.255", "10.0.0.1:"})
    for (std::size_t place = 0; place != text.size(); ++place)
      for (int byte = 0; byte != 256; ++byte) {
        std::string changed = text;
        changed[place] = static_cast<char>(byte);
        const Alone alone{changed};
        const detail::PlainIpv4 by_vector = detail::read_plain_ipv4_by_vector(alone.view());
        const detail::PlainIpv4 by_bytes = detail::read_plain_ipv4_by_bytes(alone.view());
        if (by_vector.address != by_bytes.address || by_vector.size != by_bytes.size)
          FAIL_CHECK("differ on " << changed);
      }
}

TEST_CASE("the fast path and the explaining one agree on IPv4 addresses") {
  Mutations make{decimal_alphabet};
  for (int i = 0; i != rounds; ++i) {
    const std::string text = make.damaged(make.ipv4());
    const Alone alone{text};
    const detail::PlainIpv4 plain = detail::read_plain_ipv4(alone.view());
    const detail::Ipv4Reading reading = detail::read_ipv4(alone.view());
    const bool is_plain = plain.size == text.size() && !text.empty();
    if (is_plain != reading.is_valid || (is_plain && plain.address != reading.value))
      FAIL_CHECK("differ on " << text);
  }
}

TEST_CASE("the fast path and the explaining one agree on IPv6 addresses") {
  Mutations make{hexadecimal_alphabet};
  int found = 0;
  for (int i = 0; i != rounds; ++i) {
    const std::string text = make.damaged(make.ipv6());
    const Alone alone{text};
    const detail::PlainIpv6 plain = detail::read_plain_ipv6(alone.view());
    const detail::Ipv6Reading reading = detail::read_ipv6(alone.view());
    // Not for the fast path: an IPv4 address in the last groups, a scope id.
    const bool is_plain = plain.size == text.size() && !text.empty();
    const bool may_be = text.find_first_of(".%") == std::string::npos;
    bool is_right = is_plain == (reading.is_valid && may_be);
    for (std::size_t word = 0; is_plain && word != 4; ++word)
      is_right = is_right && plain.address.words[word] == reading.value.words[word];
    if (!is_right) FAIL_CHECK("differ on " << text);
    found += is_plain;
  }
  CHECK(found > rounds / 10);
  CHECK(found < rounds / 10 * 9);
}

TEST_CASE("the fast path and the explaining one agree on endpoints") {
  Mutations make{hexadecimal_alphabet};
  int found = 0;
  for (int i = 0; i != rounds; ++i) {
    const std::string host = make.below(2) == 0 ? make.ipv4() : '[' + make.ipv6() + ']';
    const std::string text = make.damaged(host + ':' + make.port());
    const Alone alone{text};
    const detail::PlainEndpoint plain = detail::read_plain_endpoint(alone.view());
    const detail::EndpointReading reading =
        detail::explain_endpoint(alone.view(), ParseOptions::strict);
    const bool is_plain = plain.port <= 65535;
    const bool may_be = text.size() >= 8 && text.find('%') == std::string::npos &&
                        !(text[0] == '[' && text.find('.') != std::string::npos);
    bool is_right = is_plain == (reading.is_valid && may_be);
    if (is_plain)
      is_right = is_right && plain.address == reading.address && plain.port == reading.port.value();
    if (!is_right) FAIL_CHECK("differ on " << text);
    found += is_plain;
  }
  CHECK(found > rounds / 10);
  CHECK(found < rounds / 10 * 9);
}

TEST_CASE("a port is read at the end of a text as it is alone") {
  Mutations make{decimal_alphabet};
  for (int i = 0; i != rounds; ++i) {
    const std::string port = make.damaged(make.port());
    const Alone alone{"0:9:0:9:" + port};
    if (detail::read_last_port(alone.view(), port.size()) > 65535) {
      if (detail::read_plain_port(port) <= 65535) FAIL_CHECK("refused: " << port);
    } else if (detail::read_last_port(alone.view(), port.size()) != detail::read_plain_port(port)) {
      FAIL_CHECK("differ on " << port);
    }
  }
}

TEST_CASE("every part of an IPv4 address is written as it is read") {
  for (std::uint32_t octet = 0; octet != 256; ++octet) {
    const std::string part = std::to_string(octet);
    const std::string text = part + '.' + part + '.' + part + '.' + part;
    std::array<char, detail::max_ipv4_text> buffer;
    const std::uint32_t address = octet * 0x0101'0101;
    char* const end = detail::write_ipv4(buffer.data(), address);
    CHECK(std::string(buffer.data(), end) == text);
    CHECK(detail::read_plain_ipv4_by_bytes(text).address == address);
  }
}

TEST_CASE("every group of an IPv6 address is written as it is read") {
  for (std::uint32_t group = 0; group != 65536; ++group) {
    std::array<char, 4> buffer;
    char* const end = detail::write_group(buffer.data(), group);
    const std::string text = std::string(buffer.data(), end);
    const bool has_leading_zero = text.size() > 1 && text[0] == '0';
    const detail::PlainIpv6 read = detail::read_plain_ipv6("::" + text);
    if (has_leading_zero || read.size != text.size() + 2 || read.address.words[3] != group)
      FAIL_CHECK("wrong: " << text);
  }
}
