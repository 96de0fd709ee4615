// SPDX-License-Identifier: BSL-1.0
#include "table.hpp"

#include "counts.hpp"

#include <optional>

namespace portkit_registry {
namespace {

constexpr std::string_view preamble =
    R"(# SPDX-License-Identifier: BSL-1.0
#
# The services of IANA's Service Name and Transport Protocol Port Number Registry, facts only.
# Written by `portkit_registry import`; a wrong preference is set right in overrides.txt, not here.
#
# Terms of the source: the joint statement of IANA and the IETF Trust of 10 November 2021 says that
# the protocol registries may be freely used by any party for any purpose, and puts any rights in
# them under the Creative Commons CC0 1.0 dedication.
#
# One row is one name at one port or range of ports:  PORTS TRANSPORTS NAME [STATUS]
# Rows stand by first port, then in IANA's order, which ranks the names of one port.
#   TRANSPORTS -        IANA states none; the name is taken for tcp and udp
#   alias NAME          historic spelling of NAME
#   duplicate NAME      second name of NAME
#   widespread          in use there without an assignment
#   renamed NAME DATE   since DATE IANA lists NAME instead; kept, because shipped names stay
#   withdrawn DATE      since DATE IANA does not list it; kept for the same reason
#
)";

constexpr std::string_view date_label = "registry date";
constexpr std::string_view csv_rows_label = "csv rows";

struct StatusWord {
  Status status;
  std::string_view word;
  bool has_other;
  bool has_date;
};

constexpr StatusWord status_words[] = {
    {Status::alias, "alias", true, false},
    {Status::duplicate, "duplicate", true, false},
    {Status::widespread, "widespread", false, false},
    {Status::renamed, "renamed", true, true},
    {Status::withdrawn, "withdrawn", false, true},
};

const StatusWord* find_word(Status status) {
  for (const StatusWord& w : status_words)
    if (w.status == status) return &w;
  return nullptr;
}

const StatusWord* find_word(std::string_view word) {
  for (const StatusWord& w : status_words)
    if (w.word == word) return &w;
  return nullptr;
}

void append_column(std::string& line, std::string_view text, std::size_t width) {
  line += text;
  if (text.size() < width) line.append(width - text.size(), ' ');
  line += ' ';
}

std::string to_text(const Row& row) {
  const std::string ports = row.ports.first == row.ports.last
                                ? join(row.ports.first)
                                : join(row.ports.first, "-", row.ports.last);
  const bool stated = row.status != Status::transport_not_stated;
  std::string line;
  append_column(line, ports, std::string_view("27000-27009").size());
  append_column(line, stated ? to_string(row.transports) : "-",
                std::string_view("tcp,udp,dccp,sctp").size());
  append_column(line, row.name, 15);
  if (const StatusWord* status = find_word(row.status)) {
    line += status->word;
    if (status->has_other) line += ' ' + row.other;
    if (status->has_date) line += ' ' + row.date;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// Empty if the line is no row.
std::optional<Row> parse_row(std::string_view text) {
  Row row;
  const auto ports = parse_ports(take_word(text));
  const std::string_view transports = take_word(text);
  row.name = take_word(text);
  if (!ports || !is_registry_name(row.name)) return std::nullopt;
  row.ports = *ports;
  if (transports == "-") {
    row.status = Status::transport_not_stated;
    row.transports.add(Transport::tcp);
    row.transports.add(Transport::udp);
  } else if (const auto set = parse_transports(transports)) {
    row.transports = *set;
  } else {
    return std::nullopt;
  }
  if (text.empty()) return row;
  const StatusWord* status = find_word(take_word(text));
  if (status == nullptr || row.status != Status::assigned) return std::nullopt;
  row.status = status->status;
  if (status->has_other && !is_registry_name(row.other = take_word(text))) return std::nullopt;
  if (status->has_date && !is_date(row.date = take_word(text))) return std::nullopt;
  if (!text.empty()) return std::nullopt;
  return row;
}

/// The value of the header line "# label: value".
std::string find_in_header(const std::vector<Line>& lines, std::string_view label) {
  const std::string start = join("# ", label, ": ");
  for (const Line& line : lines)
    if (line.text.starts_with(start)) return std::string(line.text.substr(start.size()));
  throw Error(join("services.txt: no line \"# ", label, ": ...\""));
}

} // namespace

Table parse_table(std::string_view text) {
  Table table;
  const std::vector<Line> lines = split_lines(text);
  for (const Line& line : lines) {
    if (line.text.empty() || line.text.starts_with('#')) continue;
    auto row = parse_row(line.text);
    if (!row) throw Error(join("services.txt:", line.number, ": not a row: ", line.text));
    table.rows.push_back(*std::move(row));
  }
  table.date = find_in_header(lines, date_label);
  if (!is_date(table.date)) throw Error("services.txt: the registry date is no date");
  const std::string csv_rows = find_in_header(lines, csv_rows_label);
  const auto count = parse_port(csv_rows);
  if (!count) throw Error("services.txt: the number of csv rows is no number below 65536");
  table.csv_rows = *count;
  for (const Count& c : count_keys(table))
    if (const std::string said = find_in_header(lines, c.label); said != join(c.value))
      throw Error(
          join("services.txt: the header says ", said, " ", c.label, ", the rows give ", c.value));
  return table;
}

std::string to_text(const Table& table) {
  std::string text(preamble);
  text += join("# ", date_label, ": ", table.date, "\n# ", csv_rows_label, ": ", table.csv_rows);
  for (const Count& c : count_keys(table)) text += join("\n# ", c.label, ": ", c.value);
  text += "\n\n";
  for (const Row& row : table.rows) text += to_text(row) + '\n';
  return text;
}

} // namespace portkit_registry
