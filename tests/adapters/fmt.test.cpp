// SPDX-License-Identifier: BSL-1.0
#include <portkit/fmt.hpp>

#include <portkit/ostream.hpp>

#include "check.hpp"
#include "every_text.hpp"
#include "format_cases.hpp"

#include <fmt/compile.h>
#include <fmt/ostream.h>
#include <fmt/ranges.h>

#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace portkit;

namespace user {
// A type with a text of its own, which is none of ours.
struct Celsius {};
[[maybe_unused]] std::to_chars_result to_chars(char* first, char*, const Celsius&) {
  return {first, {}};
}
} // namespace user

static_assert(fmt::is_formattable<TransportPort>::value);
static_assert(fmt::is_formattable<WithService<TransportEndpoint>>::value);
static_assert(!fmt::is_formattable<user::Celsius>::value);
static_assert(!fmt::is_formattable<NetworkPort>::value);
static_assert(!fmt::is_formattable<TransportPort, wchar_t>::value);

TEST_CASE("every type with a text is formatted as it") {
  const auto check = [](const auto& value, std::string_view text) {
    CHECK(fmt::format("{}", value) == text);
  };
  tests::for_each(tests::texts, check);
  tests::for_each(tests::viewed_texts, check);
}

TEST_CASE("a service's name stands behind the port") {
  CHECK(fmt::format("{}", with_service(443_tcp)) == "443/tcp (https)");
  CHECK(fmt::format("{:>18}", with_service(443_tcp)) == "   443/tcp (https)");
  CHECK(fmt::format("{}", with_service(TcpEndpoint{"::1"_ip, 22_tcp})) == "[::1]:22/tcp (ssh)");
  constexpr std::array rows{Service{"a name of more characters than any of IANA's", 9_tcp}};
  CHECK(fmt::format("{}", with_service(9_tcp, ServiceTable{rows})) ==
        "9/tcp (a name of more characters than any of IANA's)");
}

TEST_CASE("fill, align and width work as for strings") {
  const TransportPort port = 443_tcp;
  for (const FormatCase& c : format_cases) {
    CAPTURE(c.format);
    CHECK(fmt::format(fmt::runtime(c.format), port) == c.text);
  }
  CHECK(fmt::format("{:>{}}", port, 10) == "   443/tcp");
}

TEST_CASE("every other specification is refused") {
  for (const char* const format : refused_formats) {
    CAPTURE(format);
    CHECK_THROWS_AS((void)fmt::format(fmt::runtime(format), TransportPort{443_tcp}, 3),
                    fmt::format_error);
  }
}

TEST_CASE("formats are read while compiling") {
  CHECK(fmt::format(FMT_COMPILE("{:>6}|{}"), 443_tcp, Protocol::udp) == "   443|udp");
  std::string text;
  fmt::format_to(std::back_inserter(text), FMT_COMPILE("{:*<5}"), 53_udp);
  CHECK(text == "53***");
}

TEST_CASE("every output of the library is written to") {
  std::array<char, 4> room{};
  const auto result = fmt::format_to_n(room.data(), room.size(), "{}", TransportPort{443_tcp});
  CHECK(result.size == 7);
  CHECK(std::string_view(room.data(), room.size()) == "443/");
  CHECK(fmt::formatted_size("{:9}", 443_tcp) == 9);
}

TEST_CASE("fmt/ranges.h writes ranges of ports, but not a PortRange as one") {
  const std::vector ports{443_tcp, 80_tcp};
  CHECK(fmt::format("{}", ports) == "[443, 80]");
  CHECK(fmt::format("{::>4}", ports) == "[ 443,   80]");
  CHECK(fmt::format("{}", fmt::join(ports, "+")) == "443+80");
  CHECK(fmt::format("{}", std::pair{443_tcp, Protocol::udp}) == "(443, udp)");
  CHECK(fmt::format("{}", *PortRange::from(1_port, 3_port)) == "1-3");
  CHECK_THROWS_AS((void)fmt::format(fmt::runtime("{::.1}"), ports), fmt::format_error);
}

TEST_CASE("fmt/ostream.h goes beside portkit/ostream.hpp") {
  CHECK(fmt::format("{:>5}", fmt::streamed(443_tcp)) == "  443");
}
