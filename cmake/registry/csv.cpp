// SPDX-License-Identifier: BSL-1.0
#include "csv.hpp"

#include "text.hpp"

#include <algorithm>

namespace portkit_registry {
namespace {

class Reader {
public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return position_ == text_.size(); }

  CsvRecord record(std::size_t number) {
    CsvRecord record{number, line_, {}};
    do record.fields.push_back(take('"') ? quoted() : plain());
    while (take(','));
    if (!take_line_end() && !at_end()) fail("text after the closing quote of a field");
    return record;
  }

private:
  [[noreturn]] void fail(std::string_view what) const {
    throw Error(join("CSV line ", line_, ": ", what));
  }

  [[nodiscard]] bool take(char c) {
    if (at_end() || text_[position_] != c) return false;
    ++position_;
    return true;
  }

  [[nodiscard]] bool take_line_end() {
    if (take('\r') && (at_end() || text_[position_] != '\n')) fail("carriage return in a line");
    if (!take('\n')) return false;
    ++line_;
    return true;
  }

  std::string plain() {
    const std::size_t end = std::min(text_.find_first_of(",\r\n\"", position_), text_.size());
    std::string field(text_.substr(position_, end - position_));
    position_ = end;
    if (!at_end() && text_[position_] == '"') fail("quote in a field that does not start with one");
    return field;
  }

  std::string quoted() {
    std::string field;
    const std::size_t first_line = line_;
    for (; !at_end(); ++position_) {
      const char c = text_[position_];
      if (c == '"') {
        ++position_;
        if (at_end() || text_[position_] != '"') return field;
      }
      if (c == '\n') ++line_;
      field += c;
    }
    line_ = first_line;
    fail("quoted field without an end");
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
};

} // namespace

std::vector<CsvRecord> read_csv(std::string_view text) {
  std::vector<CsvRecord> records;
  Reader reader(text);
  while (!reader.at_end()) {
    records.push_back(reader.record(records.size()));
    const CsvRecord& last = records.back();
    if (last.fields.size() != records.front().fields.size())
      throw Error(join("CSV record ", last.number, ", line ", last.line, ": ", last.fields.size(),
                       " fields, the header has ", records.front().fields.size()));
  }
  if (records.empty()) throw Error("CSV: no header");
  return records;
}

} // namespace portkit_registry
