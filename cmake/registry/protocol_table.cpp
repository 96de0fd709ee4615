// SPDX-License-Identifier: BSL-1.0
#include "protocol_table.hpp"

#include "canonical.hpp"
#include "columns.hpp"
#include "csv.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace portkit_registry {
namespace {

constexpr std::string_view preamble =
    R"(# SPDX-License-Identifier: BSL-1.0
#
# The numbers of IANA's Assigned Internet Protocol Numbers, facts only.
# Written by `portkit_registry import-protocols`.
#
# Terms of the source: the joint statement of IANA and the IETF Trust of 10 November 2021 says that
# the protocol registries may be freely used by any party for any purpose, and puts any rights in
# them under the Creative Commons CC0 1.0 dedication.
#
# One row is one row of IANA's:  NUMBERS STATE [KEYWORD]
#   STATE -           assigned
#   STATE extension   assigned, and listed as an IPv6 extension header
#   STATE unassigned, reserved
#   KEYWORD           as IANA spells it, without the remark (deprecated); some numbers have none
#
)";

constexpr std::string_view date_label = "# registry date: ";
constexpr std::string_view deprecated_remark = " (deprecated)";
constexpr unsigned last_number = 255;

constexpr std::array<std::string_view, 4> state_words{"-", "extension", "unassigned", "reserved"};

std::string_view name_of(ProtocolState state) {
  return state_words[static_cast<std::size_t>(state)];
}

std::optional<ProtocolState> find_state(std::string_view word) {
  const auto* const found = std::find(state_words.begin(), state_words.end(), word);
  if (found == state_words.end()) return std::nullopt;
  return static_cast<ProtocolState>(found - state_words.begin());
}

bool is_assigned(ProtocolState state) {
  return state == ProtocolState::assigned || state == ProtocolState::extension;
}

/// Visible ASCII, and single blanks inside.  A remark in parentheses is no part of a keyword.
bool is_keyword(std::string_view text) {
  return !text.empty() && !text.starts_with(' ') && !text.ends_with(' ') && !contains(text, "  ") &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c <= '~' && c != '(' && c != ')'; });
}

/// Why the row cannot stand in a table; empty if it can.
std::string_view fault_of(const ProtocolRow& row) {
  if (!row.keyword.empty() && !is_keyword(row.keyword)) return "not a keyword";
  if (!row.keyword.empty() && !is_assigned(row.state)) return "a keyword of no protocol";
  if (row.numbers.first != row.numbers.last && row.state != ProtocolState::unassigned)
    return "a range of numbers that is not unassigned";
  return {};
}

/// Throws Error unless every number stands in exactly one row, in ascending order.
void require_all_numbers(const std::vector<ProtocolRow>& rows) {
  unsigned next = 0;
  for (const ProtocolRow& row : rows) {
    if (row.numbers.first != next)
      throw Error(join("protocol number ", next, " is missing, doubled or out of order"));
    next = row.numbers.last + 1U;
  }
  if (next != last_number + 1) throw Error(join("the protocol numbers end before ", next));
}

struct ProtocolColumns {
  std::string_view keyword, description, extension;
};

/// Empty if no rule accounts for the row.
std::optional<ProtocolState> classify(const ProtocolColumns& row) {
  if (row.extension.empty() && row.keyword == "Reserved" && row.description.empty())
    return ProtocolState::reserved;
  if (row.extension.empty() && row.keyword.empty() && row.description == "Unassigned")
    return ProtocolState::unassigned;
  if (row.keyword.empty() && !starts_with_any_case(row.description, "any ") &&
      !starts_with_any_case(row.description, "use for experimentation"))
    return std::nullopt;
  if (row.extension == "Y") return ProtocolState::extension;
  if (row.extension.empty() || row.extension == "N") return ProtocolState::assigned;
  return std::nullopt;
}

ProtocolRow read_record(const CsvRecord& record, std::string_view numbers,
                        const ProtocolColumns& columns) {
  const auto span = parse_ports(numbers);
  if (!span) fail_at(record, join("\"", numbers, "\" is no number or range of numbers"));
  const auto state = classify(columns);
  if (!state) fail_at(record, join("no rule for the description: ", columns.description));
  ProtocolRow row{*span, *state, {}};
  if (is_assigned(row.state)) {
    std::string_view keyword = columns.keyword;
    if (keyword.ends_with(deprecated_remark)) keyword.remove_suffix(deprecated_remark.size());
    row.keyword = keyword;
  }
  if (const std::string_view fault = fault_of(row); !fault.empty())
    fail_at(record, join(fault, ": ", columns.keyword));
  return row;
}

/// Empty if the line is no row.
std::optional<ProtocolRow> parse_row(std::string_view text) {
  const auto numbers = parse_ports(take_word(text));
  const auto state = find_state(take_word(text));
  if (!numbers || !state) return std::nullopt;
  const ProtocolRow row{*numbers, *state, std::string(text)};
  if (!fault_of(row).empty()) return std::nullopt;
  return row;
}

std::string to_text(const ProtocolRow& row) {
  std::string line = row.numbers.first == row.numbers.last
                         ? join(row.numbers.first)
                         : join(row.numbers.first, "-", row.numbers.last);
  line.resize(std::string_view("148-252 ").size(), ' ');
  line += name_of(row.state);
  if (row.keyword.empty()) return line;
  line.resize(std::string_view("148-252 extension ").size(), ' ');
  return line + row.keyword;
}

} // namespace

ProtocolTable import_protocols(std::string_view csv, std::string date) {
  const std::vector<CsvRecord> records = read_csv(csv);
  const CsvRecord& header = records.front();
  const std::size_t number = find_column(header, "Decimal");
  const std::size_t keyword = find_column(header, "Keyword");
  const std::size_t description = find_column(header, "Protocol");
  const std::size_t extension = find_column(header, "IPv6 Extension Header");
  ProtocolTable table{std::move(date), {}};
  for (std::size_t i = 1; i != records.size(); ++i) {
    const auto& fields = records[i].fields;
    table.rows.push_back(read_record(records[i], fields[number],
                                     {fields[keyword], fields[description], fields[extension]}));
  }
  require_all_numbers(table.rows);
  return table;
}

ProtocolTable parse_protocols(std::string_view text) {
  constexpr std::string_view file = "protocols.txt";
  ProtocolTable table;
  for (const Line& line : split_lines(text)) {
    if (line.text.starts_with(date_label)) table.date = line.text.substr(date_label.size());
    if (line.text.empty() || line.text.starts_with('#')) continue;
    auto row = parse_row(line.text);
    if (!row) throw Error(join(file, ":", line.number, ": not a row: ", line.text));
    table.rows.push_back(*std::move(row));
  }
  if (!is_date(table.date)) throw Error(join(file, ": no line \"", date_label, "YYYY-MM-DD\""));
  require_all_numbers(table.rows);
  require_canonical(file, text, to_text(table));
  return table;
}

std::string to_text(const ProtocolTable& table) {
  std::string text = join(preamble, date_label, table.date, "\n# csv rows: ", table.rows.size(),
                          "\n# keywords: ", count_keywords(table),
                          "\n# IPv6 extension headers: ", count_extensions(table), "\n\n");
  for (const ProtocolRow& row : table.rows) text += to_text(row) + '\n';
  return text;
}

std::size_t count_keywords(const ProtocolTable& table) {
  return static_cast<std::size_t>(
      std::count_if(table.rows.begin(), table.rows.end(),
                    [](const ProtocolRow& row) { return !row.keyword.empty(); }));
}

std::size_t count_extensions(const ProtocolTable& table) {
  return static_cast<std::size_t>(
      std::count_if(table.rows.begin(), table.rows.end(),
                    [](const ProtocolRow& row) { return row.state == ProtocolState::extension; }));
}

} // namespace portkit_registry
