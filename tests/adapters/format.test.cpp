// SPDX-License-Identifier: BSL-1.0
#include <portkit/format.hpp>

#include "check.hpp"
#include "every_text.hpp"
#include "format_cases.hpp"

#include <array>
#include <concepts>
#include <format>
#include <iterator>
#include <string>
#include <string_view>

using namespace portkit;

namespace user {
// A type with a text of its own, which is none of ours.
struct Celsius {};
[[maybe_unused]] std::to_chars_result to_chars(char* first, char*, const Celsius&) {
  return {first, {}};
}
} // namespace user

template <class T, class Char = char>
concept HasFormatter = std::semiregular<std::formatter<T, Char>>;
static_assert(HasFormatter<TransportPort> && HasFormatter<WithService<TransportEndpoint>>);
static_assert(!HasFormatter<user::Celsius> && !HasFormatter<NetworkPort>);
static_assert(!HasFormatter<TransportPort, wchar_t>);

TEST_CASE("every type with a text is formatted as it") {
  const auto check = [](const auto& value, std::string_view text) {
    CHECK(std::format("{}", value) == text);
  };
  tests::for_each(tests::texts, check);
  tests::for_each(tests::viewed_texts, check);
}

TEST_CASE("a service's name stands behind the port") {
  CHECK(std::format("{}", with_service(443_tcp)) == "443/tcp (https)");
  CHECK(std::format("{:>18}", with_service(443_tcp)) == "   443/tcp (https)");
  CHECK(std::format("{}", with_service(TcpEndpoint{"::1"_ip, 22_tcp})) == "[::1]:22/tcp (ssh)");
  constexpr std::array rows{Service{"a name of more characters than any of IANA's", 9_tcp}};
  CHECK(std::format("{}", with_service(9_tcp, ServiceTable{rows})) ==
        "9/tcp (a name of more characters than any of IANA's)");
}

TEST_CASE("fill, align and width work as for strings") {
  const TransportPort port = 443_tcp;
  for (const FormatCase& c : format_cases) {
    CAPTURE(c.format);
    CHECK(std::vformat(c.format, std::make_format_args(port)) == c.text);
  }
  CHECK(std::format("{:>{}}", port, 10) == "   443/tcp");
}

TEST_CASE("every other specification is refused") {
  const TransportPort port = 443_tcp;
  const int three = 3;
  for (const char* const format : refused_formats) {
    CAPTURE(format);
    CHECK_THROWS_AS((void)std::vformat(format, std::make_format_args(port, three)),
                    std::format_error);
  }
}

TEST_CASE("every output of the library is written to") {
  std::array<char, 4> room{};
  const auto result = std::format_to_n(room.data(), 4, "{}", TransportPort{443_tcp});
  CHECK(result.size == 7);
  CHECK(std::string_view(room.data(), room.size()) == "443/");
  CHECK(std::formatted_size("{:9}", 443_tcp) == 9);
  std::string text;
  std::format_to(std::back_inserter(text), "{:*<5}", 53_udp);
  CHECK(text == "53***");
}

#if defined(__cpp_lib_format_ranges)
TEST_CASE("ranges of ports are written, but a PortRange not as one") {
  const std::array ports{443_tcp, 80_tcp};
  CHECK(std::format("{}", ports) == "[443, 80]");
  CHECK(std::format("{::>4}", ports) == "[ 443,   80]");
  CHECK(std::format("{}", *PortRange::from(1_port, 3_port)) == "1-3");
}
#endif
