// SPDX-License-Identifier: BSL-1.0
#include "suite.hpp"
#include "tables.hpp"

#include <portkit/port.hpp>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace bench {

namespace {

using portkit::Port;

constexpr std::uint32_t no_port = 0x1'0000;

inline std::uint32_t parse_by_portkit(std::string_view text) noexcept {
  const portkit::Result<Port> port = portkit::parse<Port>(text);
  return port ? port->value() : no_port;
}

[[nodiscard]] inline bool has_strict_start(std::string_view text) noexcept {
  return !text.empty() && text[0] >= '0' && text[0] <= '9' && (text[0] != '0' || text.size() == 1);
}

/// It takes neither sign nor blank, so that only leading zeros and the rest of the text are left.
inline std::uint32_t parse_by_from_chars(std::string_view text) noexcept {
  if (text.size() > 1 && text[0] == '0') return no_port;
  std::uint16_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc{} && stop == end ? number : no_port;
}

inline std::uint32_t parse_by_strtoul(std::string_view text) noexcept {
  char copy[8]; // it wants a NUL
  if (text.size() >= sizeof copy || !has_strict_start(text)) return no_port;
  std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  char* stop = nullptr;
  const unsigned long number = std::strtoul(copy, &stop, 10);
  return stop == copy + text.size() && number <= 65535 ? static_cast<std::uint32_t>(number)
                                                       : no_port;
}

using Buffer = char[8];

inline std::size_t format_by_portkit(Buffer& buffer, Port port) noexcept {
  return static_cast<std::size_t>(portkit::to_chars(buffer, buffer + sizeof buffer, port).ptr -
                                  buffer);
}
inline std::size_t format_by_to_chars(Buffer& buffer, Port port) noexcept {
  return static_cast<std::size_t>(std::to_chars(buffer, buffer + sizeof buffer, port.value()).ptr -
                                  buffer);
}
inline std::size_t format_by_snprintf(Buffer& buffer, Port port) noexcept {
  return static_cast<std::size_t>(
      std::snprintf(buffer, sizeof buffer, "%u", static_cast<unsigned>(port.value())));
}

template <class Parse>
void add_parser(std::string_view name, const Parse& parse) {
  const auto candidate = [parse](NameQuery query) noexcept { return parse(query.view()); };
  const auto reference = [](NameQuery query) {
    return static_cast<std::uint32_t>(std::stoul(std::string{query.view()}));
  };
  for (const NameStream& stream : number_text_streams()) {
    check(parse_table, stream, name, candidate, reference);
    add(parse_table, stream, name, candidate);
  }
}

template <class Format>
void add_formatter(std::string_view name, const Format& format) {
  const auto text = [format](Port port) {
    Buffer buffer;
    return std::string{buffer, format(buffer, port)};
  };
  const auto timed = [format](Port port) noexcept {
    Buffer buffer;
    const std::size_t size = format(buffer, port);
    benchmark::DoNotOptimize(&buffer); // its bytes are wanted
    return static_cast<std::uint32_t>(size);
  };
  const auto reference = [](Port port) { return std::to_string(port.value()); };
  for (const NumberStream& stream : number_streams()) {
    check(format_table, stream, name, text, reference);
    add(format_table, stream, name, timed);
  }
}

/// Texts that no port has, and those at the edges: every parser must refuse or take the same.
void check_strictness() {
  constexpr std::string_view texts[] = {
      "",   "0",     "00",    "080",   "65535", "65536",  "99999", "100000", "4294967376",
      "+1", "-1",    " 1",    "1 ",    "1a",    "a",      "0x1F",  "1:",     "/",
      ":1", "123-4", "655:5", "12345", "1234/", "1\x80z", "0a",    "a0",     "00000"};
  for (const std::string_view text : texts)
    if (parse_by_portkit(text) != parse_by_from_chars(text) ||
        parse_by_portkit(text) != parse_by_strtoul(text))
      fail_wrong_answer(parse_table, text, "strictness", 0);
}

} // namespace

void add_parse() {
  check_strictness();
  add_parser(ours, [](std::string_view text) noexcept { return parse_by_portkit(text); });
  add_parser("std::from_chars",
             [](std::string_view text) noexcept { return parse_by_from_chars(text); });
  add_parser("strtoul on a copy",
             [](std::string_view text) noexcept { return parse_by_strtoul(text); });
}

void add_format() {
  add_formatter(ours,
                [](Buffer& buffer, Port port) noexcept { return format_by_portkit(buffer, port); });
  add_formatter("std::to_chars", [](Buffer& buffer, Port port) noexcept {
    return format_by_to_chars(buffer, port);
  });
  add_formatter("snprintf", [](Buffer& buffer, Port port) noexcept {
    return format_by_snprintf(buffer, port);
  });
}

} // namespace bench
