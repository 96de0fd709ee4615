// SPDX-License-Identifier: BSL-1.0
#include "catalog.hpp"
#include "counts.hpp"
#include "file.hpp"
#include "hand_kept.hpp"
#include "headers.hpp"
#include "import.hpp"
#include "protocol_table.hpp"
#include "scheme_table.hpp"
#include "table.hpp"
#include "tombstones.hpp"

#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace portkit_registry {
namespace {

constexpr std::string_view usage =
    R"(portkit_registry import --table services.txt --date YYYY-MM-DD FILE.csv [--check] [--report]
    Brings the table to the state of IANA's CSV of that registry date.
portkit_registry import-protocols --table protocols.txt --date YYYY-MM-DD FILE.csv [--check]
    The same with IANA's CSV of protocol numbers.
portkit_registry import-schemes --table schemes.txt FILE.csv [--check]
    Takes the table from a CSV with the columns scheme, port and transport.
portkit_registry generate --registry DIR --out DIR [--check]
    Writes the library's headers from the tables and lists in DIR.
--check writes nothing and fails if something would change.
)";

struct UsageError {};

class Arguments {
public:
  Arguments(const std::vector<std::string>& words, const std::set<std::string>& options,
            const std::set<std::string>& flags) {
    for (std::size_t i = 0; i != words.size(); ++i) {
      if (flags.contains(words[i]))
        flags_.insert(words[i]);
      else if (options.contains(words[i]) && i + 1 != words.size()) {
        options_[words[i]] = words[i + 1];
        ++i;
      } else if (!words[i].starts_with("-") && file_.empty())
        file_ = words[i];
      else
        throw UsageError();
    }
    if (options_.size() != options.size()) throw UsageError();
  }

  [[nodiscard]] const std::string& option(const std::string& name) const {
    return options_.at(name);
  }
  [[nodiscard]] bool has(const std::string& flag) const { return flags_.contains(flag); }
  [[nodiscard]] Output output() const { return has("--check") ? Output::check : Output::write; }
  [[nodiscard]] const std::string& file() const { return file_; }

private:
  std::map<std::string, std::string> options_;
  std::set<std::string> flags_;
  std::string file_;
};

void report(const Import& import) {
  for (std::size_t i = 0; i != disposition_count; ++i)
    std::cout << "rows: " << name_of(static_cast<Disposition>(i)) << ": " << import.dispositions[i]
              << '\n';
  std::cout << "csv rows: " << import.table.csv_rows << '\n';
  for (const Count& c : count_keys(import.table)) std::cout << c.label << ": " << c.value << '\n';
}

bool run_import(const std::vector<std::string>& words) {
  const Arguments arguments(words, {"--table", "--date"}, {"--check", "--report"});
  const std::string& date = arguments.option("--date");
  if (arguments.file().empty() || !is_date(date)) throw UsageError();
  Import import = import_csv(read_file(arguments.file()), date);
  if (const auto text = read_file_if_there(arguments.option("--table"))) {
    const Table shipped = parse_table(*text);
    if (date < shipped.date)
      throw Error(join("the table is of ", shipped.date, ", later than ", date));
    keep_shipped_names(import.table, shipped);
  }
  if (arguments.has("--report")) report(import);
  return put_file(arguments.option("--table"), to_text(import.table), arguments.output());
}

bool run_import_protocols(const std::vector<std::string>& words) {
  const Arguments arguments(words, {"--table", "--date"}, {"--check"});
  const std::string& date = arguments.option("--date");
  if (arguments.file().empty() || !is_date(date)) throw UsageError();
  const ProtocolTable table = import_protocols(read_file(arguments.file()), date);
  return put_file(arguments.option("--table"), to_text(table), arguments.output());
}

bool run_import_schemes(const std::vector<std::string>& words) {
  const Arguments arguments(words, {"--table"}, {"--check"});
  if (arguments.file().empty()) throw UsageError();
  const SchemeTable table = import_schemes(read_file(arguments.file()));
  return put_file(arguments.option("--table"), to_text(table), arguments.output());
}

bool run_generate(const std::vector<std::string>& words) {
  const Arguments arguments(words, {"--registry", "--out"}, {"--check"});
  if (!arguments.file().empty()) throw UsageError();
  const std::filesystem::path registry = arguments.option("--registry");
  const std::filesystem::path out = arguments.option("--out");
  const Table table = parse_table(read_file(registry / "services.txt"));
  const std::string overrides = read_file(registry / "overrides.txt");
  const std::string colloquial = read_file(registry / "colloquial.txt");
  const Catalog catalog =
      make_catalog(table, parse_overrides(overrides), parse_colloquial(colloquial));
  const auto put = [&](std::string_view name, const std::string& text) {
    return put_file(out / name, text, arguments.output());
  };
  bool good = put("services_by_port.hpp", services_by_port(table, catalog));
  good = put("services_by_name.hpp", services_by_name(table, catalog)) && good;
  good = put("services_name_only.hpp", services_name_only(table, catalog)) && good;
  const std::string protocols = read_file(registry / "protocols.txt");
  good = put("ip_protocols.hpp", ip_protocols(parse_protocols(protocols))) && good;
  good = put("schemes.hpp", schemes(parse_schemes(read_file(registry / "schemes.txt")))) && good;
  return good;
}

bool run(const std::vector<std::string>& words) {
  if (words.empty()) throw UsageError();
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (words.front() == "import") return run_import(rest);
  if (words.front() == "import-protocols") return run_import_protocols(rest);
  if (words.front() == "import-schemes") return run_import_schemes(rest);
  if (words.front() == "generate") return run_generate(rest);
  throw UsageError();
}

} // namespace
} // namespace portkit_registry

int main(int argc, char** argv) {
  try {
    return portkit_registry::run({argv + 1, argv + argc}) ? 0 : 1;
  } catch (const portkit_registry::UsageError&) {
    std::cerr << portkit_registry::usage;
    return 2;
  } catch (const std::exception& e) {
    std::cerr << "portkit_registry: " << e.what() << '\n';
    return 1;
  }
}
