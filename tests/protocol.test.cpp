// SPDX-License-Identifier: BSL-1.0
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>

#include "check.hpp"
#include "facts.hpp"
#include "reference.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>

using namespace portkit;

// ---- facts ------------------------------------------------------------------------------------

static_assert(facts::PlainValue<Protocol, 1, 1>);
static_assert(std::is_enum_v<Protocol>);
static_assert(std::is_same_v<std::underlying_type_t<Protocol>, std::uint8_t>);
static_assert(facts::Constant<Protocol::tcp>::value == Protocol::tcp);

// Not the number it is made of, and so never printed as the character of that number (B32).
static_assert(facts::Castable<std::uint8_t, Protocol>);
static_assert(!facts::Convertible<Protocol, std::uint8_t>);
static_assert(!facts::Convertible<Protocol, char>);
static_assert(!facts::Convertible<std::uint8_t, Protocol>);
static_assert(!facts::Equatable<Protocol, int>);
static_assert(facts::Equatable<Protocol, Protocol>);

static_assert(noexcept(name(Protocol::tcp)));
static_assert(noexcept(parse<Protocol>(std::string_view{})));
static_assert(noexcept(to_chars(nullptr, nullptr, Protocol::tcp)));
static_assert(max_text_size<Protocol> == 4);

TEST_CASE("a protocol's value is its IANA protocol number") {
  PORTKIT_CHECK(static_cast<unsigned>(Protocol::tcp) == 6);
  PORTKIT_CHECK(static_cast<unsigned>(Protocol::udp) == 17);
  PORTKIT_CHECK(static_cast<unsigned>(Protocol::dccp) == 33);
  PORTKIT_CHECK(static_cast<unsigned>(Protocol::sctp) == 132);
}

TEST_CASE("all protocols are listed once, by number") {
  PORTKIT_CHECK(all_protocols.size() == 4);
  PORTKIT_CHECK(all_protocols[0] == Protocol::tcp);
  PORTKIT_CHECK(all_protocols[1] == Protocol::udp);
  PORTKIT_CHECK(all_protocols[2] == Protocol::dccp);
  PORTKIT_CHECK(all_protocols[3] == Protocol::sctp);
}

TEST_CASE("every number has the name of its protocol, or none") {
  for (unsigned number = 0; number != 256; ++number) {
    CAPTURE(number);
    const auto protocol = static_cast<Protocol>(number);
    const auto* const known = std::find_if(reference::protocols.begin(), reference::protocols.end(),
                                           [&](const auto& row) { return row.number == number; });
    const bool is_known = known != reference::protocols.end();
    CHECK(name(protocol) == (is_known ? known->name : std::string_view{}));
    CHECK(name(protocol).data()[name(protocol).size()] == '\0'); // fit for printf
    CHECK(detail::is_enumerator(protocol) == is_known);
    CHECK(detail::protocol_index(protocol) < 4); // so that no value indexes outside a table
  }
  PORTKIT_CHECK(name(Protocol::tcp) == "tcp");
}

TEST_CASE("each protocol has its own index") {
  for (std::size_t i = 0; i != all_protocols.size(); ++i)
    CHECK(detail::protocol_index(all_protocols[i]) == i);
}

TEST_CASE("a protocol's name is read in every ASCII case") {
  for (const Protocol protocol : all_protocols) {
    const std::string_view lower = name(protocol);
    for (unsigned capitals = 0; capitals != 1U << lower.size(); ++capitals) {
      std::string text{lower};
      for (std::size_t i = 0; i != text.size(); ++i)
        if ((capitals >> i & 1) != 0) text[i] = static_cast<char>(text[i] - 'a' + 'A');
      CAPTURE(text);
      CHECK(parse<Protocol>(text) == protocol);
    }
  }
  PORTKIT_CHECK(parse<Protocol>("SCTP") == Protocol::sctp);
}

TEST_CASE("a text one or two bytes away from a protocol's name is none, or another one's") {
  for (const Protocol protocol : all_protocols) {
    for (std::size_t i = 0; i != name(protocol).size(); ++i)
      for (std::size_t k = 0; k <= i; ++k)
        for (unsigned bytes = 0; bytes != 65536; ++bytes) {
          std::array<char, 4> text{};
          name(protocol).copy(text.data(), text.size());
          text[i] = static_cast<char>(static_cast<unsigned char>(bytes >> 8));
          text[k] = static_cast<char>(static_cast<unsigned char>(bytes & 0xFF));
          const std::string_view view{text.data(), name(protocol).size()};
          const Result<Protocol> result = parse<Protocol>(view);
          bool is_expected = !result;
          for (const auto& row : reference::protocols)
            if (reference::is_in_any_case(view, row.name))
              is_expected = result == static_cast<Protocol>(row.number);
          if (!is_expected) FAIL_CHECK("read wrongly: " << std::string{view});
        }
  }
}

TEST_CASE("a refused protocol is marked whole") {
  PORTKIT_CHECK(parse<Protocol>("").error() == ParseError{ParseErrc::empty, 0, 0});
  PORTKIT_CHECK(parse<Protocol>({}).error() == ParseError{ParseErrc::empty, 0, 0});
  for (const std::string_view text :
       {std::string_view{"t"}, std::string_view{"tc"}, std::string_view{"tcpx"},
        std::string_view{"tcp\0", 4}, std::string_view{"\0tcp", 4}, std::string_view{" tcp"},
        std::string_view{"tcp "}, std::string_view{"tcp6"}, std::string_view{"6"},
        std::string_view{"icmp"}, std::string_view{"ip"}, std::string_view{"tcp/udp"},
        std::string_view{"udplite"}, std::string_view{"t\xC3\xA7p"},
        std::string_view{"\xEF\xBD\x94\xEF\xBD\x83\xEF\xBD\x90"}}) {
    CAPTURE(text);
    CHECK(parse<Protocol>(text).error() ==
          ParseError{ParseErrc::unknown_protocol, 0, static_cast<std::uint32_t>(text.size())});
  }
}

TEST_CASE("a protocol is written where it fits and nowhere else") {
  for (const Protocol protocol : all_protocols) {
    const std::string_view text = name(protocol);
    for (std::size_t room = 0; room <= max_text_size<Protocol> + 1; ++room) {
      CAPTURE(room);
      std::array<char, 8> buffer;
      buffer.fill('#');
      char* const first = buffer.data() + 1;
      const std::to_chars_result result = to_chars(first, first + room, protocol);
      if (room < text.size()) {
        CHECK(result.ec == std::errc::value_too_large);
        CHECK(result.ptr == first + room);
      } else {
        CHECK(result.ec == std::errc{});
        CHECK(std::string_view(first, static_cast<std::size_t>(result.ptr - first)) == text);
      }
      CHECK(buffer[0] == '#');
      CHECK(std::all_of(first + room, buffer.data() + buffer.size(),
                        [](char c) { return c == '#'; }));
    }
  }
}
