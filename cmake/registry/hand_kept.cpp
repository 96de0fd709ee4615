// SPDX-License-Identifier: BSL-1.0
#include "hand_kept.hpp"

#include "text.hpp"

namespace portkit_registry {
namespace {

HandKeptLine read_line(std::string_view file, const Line& line, std::string_view name,
                       std::string_view port, std::string_view transports,
                       std::string_view reason) {
  const auto fail = [&](std::string_view what) {
    return Error(join(file, ":", line.number, ": ", what));
  };
  const auto number = parse_port(port);
  const auto set = parse_transports(transports);
  if (!is_registry_name(name)) throw fail("no service name");
  if (!number) throw fail("no port");
  if (!set) throw fail("no list of transports in their order (tcp,udp,dccp,sctp)");
  if (reason.empty()) throw fail("a reason is missing");
  return {line.number, std::string(name), *number, *set};
}

template <class Function>
void for_each_line(std::string_view text, const Function& function) {
  for (const Line& line : split_lines(text))
    if (!line.text.empty() && !line.text.starts_with('#')) function(line);
}

} // namespace

Overrides parse_overrides(std::string_view text) {
  constexpr std::string_view file = "overrides.txt";
  Overrides overrides;
  for_each_line(text, [&](const Line& line) {
    std::string_view rest = line.text;
    const std::string_view kind = take_word(rest);
    const std::string_view first = take_word(rest);
    const std::string_view transports = take_word(rest);
    const std::string_view last = take_word(rest);
    if (kind == "prefer")
      overrides.preferred.push_back(read_line(file, line, last, first, transports, rest));
    else if (kind == "primary")
      overrides.primary.push_back(read_line(file, line, first, last, transports, rest));
    else
      throw Error(join(file, ":", line.number, ": neither prefer nor primary"));
  });
  return overrides;
}

std::vector<HandKeptLine> parse_colloquial(std::string_view text) {
  std::vector<HandKeptLine> lines;
  for_each_line(text, [&](const Line& line) {
    std::string_view rest = line.text;
    const std::string_view name = take_word(rest);
    const std::string_view port = take_word(rest);
    const std::string_view transports = take_word(rest);
    lines.push_back(read_line("colloquial.txt", line, name, port, transports, rest));
  });
  return lines;
}

} // namespace portkit_registry
