// SPDX-License-Identifier: BSL-1.0
#include <portkit/ostream.hpp>

#include "check.hpp"
#include "every_text.hpp"

#include <array>
#include <iomanip>
#include <ios>
#include <locale>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>

using namespace portkit;

namespace {

struct GroupedDigits : std::numpunct<char> {
  [[nodiscard]] char do_thousands_sep() const override { return ','; }
  [[nodiscard]] std::string do_grouping() const override { return "\3"; }
};

/// Takes so many characters and no more.
class FullBuffer : public std::streambuf {
public:
  explicit FullBuffer(int room) : room_{room} {}

private:
  int_type overflow(int_type c) override {
    return room_-- > 0 ? traits_type::not_eof(c) : traits_type::eof();
  }
  int room_;
};

struct OwnTraits : std::char_traits<char> {};

// A type with a text of its own, which is none of ours.
struct Celsius {};
[[maybe_unused]] std::to_chars_result to_chars(char* first, char*, const Celsius&) {
  return {first, {}};
}

template <class T, class Stream = std::ostream>
concept Prints = requires(Stream& stream, const T& value) { stream << value; };
static_assert(Prints<TransportPort> && Prints<WithService<TransportPort>>);
static_assert(!Prints<Celsius> && !Prints<NetworkPort> && !Prints<PortClass>);
static_assert(!Prints<TransportPort, std::wostream>);

} // namespace

TEST_CASE("every type with a text is written as it") {
  const auto check = [](const auto& value, std::string_view text) {
    std::ostringstream stream;
    stream << value << '|';
    CHECK(stream.str() == std::string(text) + '|');
  };
  tests::for_each(tests::texts, check);
  tests::for_each(tests::viewed_texts, check);
}

TEST_CASE("a service's name stands behind the port") {
  constexpr std::array rows{Service{"a name of more characters than any of IANA's", 9_tcp}};
  std::ostringstream stream;
  stream << with_service(443_tcp) << '|' << std::setw(18) << with_service(443_tcp) << '|'
         << with_service(9_tcp, ServiceTable{rows});
  CHECK(stream.str() == "443/tcp (https)|   443/tcp (https)|"
                        "9/tcp (a name of more characters than any of IANA's)");
}

TEST_CASE("width, fill and adjustfield work as for strings, for the next value only") {
  for (const auto adjust : {std::left, std::right, std::internal}) {
    for (const int width : {0, 1, 7, 8, 20}) {
      CAPTURE(width);
      std::ostringstream ports;
      std::ostringstream strings;
      ports << adjust << std::setfill('*') << std::setw(width) << TransportPort{443_tcp};
      strings << adjust << std::setfill('*') << std::setw(width) << "443/tcp";
      CHECK(ports.str() == strings.str());
      CHECK(ports.width() == 0);
    }
  }
  std::ostringstream stream;
  stream << std::left << std::setw(6) << 443_tcp << std::right << std::setw(6) << 53_udp << 1_port;
  CHECK(stream.str() == "443       531");
}

TEST_CASE("no number format of the stream shows") {
  std::ostringstream stream;
  stream.imbue(std::locale(std::locale::classic(), new GroupedDigits));
  stream << std::hex << std::showbase << std::showpos;
  stream << 39375_port << ' ' << 39375_tcp << ' ' << TransportPort{39375_udp} << ' '
         << TcpEndpoint{"192.0.2.1"_ip, 39375_tcp};
  CHECK(stream.str() == "39375 39375 39375/udp 192.0.2.1:39375");
}

TEST_CASE("a protocol is written as its name, never as a character") {
  std::ostringstream stream;
  stream << Protocol::tcp << Protocol::udp;
  CHECK(stream.str() == "tcpudp");
}

TEST_CASE("failures show in the stream's state") {
  FullBuffer buffer{5};
  std::ostream stream(&buffer);
  stream << 443_tcp;
  CHECK(stream.good());
  stream << TransportPort{443_tcp};
  CHECK(stream.fail());

  std::ostringstream broken;
  broken.setstate(std::ios_base::failbit);
  broken << 443_tcp;
  CHECK(broken.str().empty());

  FullBuffer full{0};
  std::ostream throwing(&full);
  throwing.exceptions(std::ios_base::failbit | std::ios_base::badbit);
  CHECK_THROWS_AS(throwing << 443_tcp, std::ios_base::failure);
}

TEST_CASE("streams of any traits, and streams that are temporaries") {
  std::basic_ostringstream<char, OwnTraits> stream;
  stream << 443_tcp << Protocol::udp;
  CHECK(std::string_view(stream.str().c_str()) == "443udp");
  CHECK((std::ostringstream{} << "port " << 443_tcp).good());
}
