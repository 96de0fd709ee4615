// SPDX-License-Identifier: BSL-1.0
#include "scheme_table.hpp"

#include "canonical.hpp"
#include "columns.hpp"
#include "csv.hpp"
#include "text.hpp"

#include <algorithm>

namespace portkit_registry {
namespace {

constexpr std::string_view preamble =
    R"(# SPDX-License-Identifier: BSL-1.0
#
# The default ports of URL schemes, facts only: as the documents that define the schemes give them,
# IANA's registries of schemes and ports, or the documentation of the programs that use a scheme.
# Written by `portkit_registry import-schemes`.
#
# One row is one scheme:  SCHEME PORT TRANSPORTS
# Rows stand by name. Of several transports the preferred one stands first.
#
)";

/// RFC 3986 section 3.1, in lower case.
bool is_scheme(std::string_view text) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && text.size() <= longest_scheme && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
         });
}

/// Why the row cannot be added; empty if it was.
std::string add(SchemeTable& table, std::string_view scheme, std::string_view port,
                std::string_view transport) {
  if (!is_scheme(scheme))
    return join("\"", scheme, "\" is no scheme in lower case of up to ", longest_scheme,
                " characters");
  const auto number = parse_port(port);
  if (!number || *number == 0) return join("\"", port, "\" is no port");
  const auto known = find_transport(transport);
  if (!known) return join("unknown transport \"", transport, "\"");

  const auto [row, is_new] =
      table.try_emplace(std::string(scheme), SchemePorts{*number, std::vector<Transport>{}});
  SchemePorts& ports = row->second;
  if (ports.port != *number) return join(scheme, " has two ports");
  if (std::find(ports.transports.begin(), ports.transports.end(), *known) != ports.transports.end())
    return join(scheme, " stands twice for ", transport);
  ports.transports.push_back(*known);
  return {};
}

std::string to_text(const SchemePorts& ports) {
  std::string text = join(ports.port);
  text.resize(std::string_view("65535 ").size(), ' ');
  for (const Transport t : ports.transports) {
    if (t != ports.transports.front()) text += ',';
    text += name_of(t);
  }
  return text;
}

} // namespace

SchemeTable import_schemes(std::string_view csv) {
  const std::vector<CsvRecord> records = read_csv(csv);
  const std::size_t scheme = find_column(records.front(), "scheme");
  const std::size_t port = find_column(records.front(), "port");
  const std::size_t transport = find_column(records.front(), "transport");
  SchemeTable table;
  for (std::size_t i = 1; i != records.size(); ++i) {
    const auto& fields = records[i].fields;
    const std::string fault = add(table, fields[scheme], fields[port], fields[transport]);
    if (!fault.empty()) fail_at(records[i], fault);
  }
  return table;
}

SchemeTable parse_schemes(std::string_view text) {
  constexpr std::string_view file = "schemes.txt";
  SchemeTable table;
  for (const Line& line : split_lines(text)) {
    if (line.text.empty() || line.text.starts_with('#')) continue;
    std::string_view rest = line.text;
    const std::string_view scheme = take_word(rest);
    const std::string_view port = take_word(rest);
    std::string_view transports = take_word(rest);
    for (bool is_last = false; !is_last;) {
      const std::size_t comma = transports.find(',');
      is_last = comma == std::string_view::npos;
      const std::string fault = add(table, scheme, port, transports.substr(0, comma));
      if (!fault.empty()) throw Error(join(file, ":", line.number, ": ", fault));
      transports.remove_prefix(is_last ? transports.size() : comma + 1);
    }
  }
  require_canonical(file, text, to_text(table));
  return table;
}

std::string to_text(const SchemeTable& table) {
  std::string text =
      join(preamble, "# csv rows: ", count_rows(table), "\n# schemes: ", table.size(), "\n\n");
  for (const auto& [scheme, ports] : table) {
    std::string line = scheme;
    line.resize(longest_scheme + 1, ' ');
    text += join(line, to_text(ports), "\n");
  }
  return text;
}

std::size_t count_rows(const SchemeTable& table) {
  std::size_t rows = 0;
  for (const auto& [scheme, ports] : table) rows += ports.transports.size();
  return rows;
}

} // namespace portkit_registry
