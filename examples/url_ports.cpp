// SPDX-License-Identifier: BSL-1.0
// Reads URLs, one a line, and says which port each of them means: what to open in a firewall, say.
// Of every bad line it tells what is wrong and where.

#include "caret.hpp"

#include <portkit/scheme.hpp>
#include <portkit/service.hpp>
#include <portkit/string.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

using portkit::ParseOptions, portkit::UrlAuthority;

namespace {

constexpr std::string_view usage =
    "usage: url_ports [FILE...]\n"
    "Reads URLs, one a line, from standard input or the files, and prints scheme, host, port and\n"
    "service of each. Empty lines and those that begin with # are passed over.\n"
    "The exit status is 1 if a line was refused.\n";

using Row = std::array<std::string, 4>;

/// The port to connect to, or what is known of it.
Row row_of(const UrlAuthority& url) {
  const auto host = to_string(url.host_port().without_port());
  Row row{std::string{url.scheme()}, host.empty() ? "-" : host, "-", "-"};
  if (const auto port = url.effective_port()) {
    const auto service = find_service(*port);
    row[2] = to_string(*port);
    if (service) row[3] = service->name;
  } else if (const auto number = url.host_port().port()) {
    row[2] = to_string(*number); // of a scheme whose protocol is not known
  }
  return row;
}

class Reader {
public:
  void read(std::istream& input, std::string_view name) {
    std::size_t number = 0;
    for (std::string line; std::getline(input, line);) {
      ++number;
      if (line.ends_with('\r')) line.pop_back(); // a file from Windows
      if (line.empty() || line.starts_with('#')) continue;
      // Nobody connects to port 0. A password is no business of ours.
      const auto url = portkit::parse<UrlAuthority>(line, ParseOptions::nonzero_port |
                                                              ParseOptions::userinfo_skipped);
      if (url) {
        rows_.push_back(row_of(*url)); // which owns its text: the line goes
        continue;
      }
      const auto error = url.error();
      is_good_ = false;
      std::cerr << name << ':' << number << ':' << error.position + 1 << ": " << error.message()
                << '\n'
                << point_at(line, error.position, error.length);
    }
  }

  void read_file(const char* name) {
    std::ifstream file{name};
    if (file) return read(file, name);
    is_good_ = false;
    std::cerr << name << ": cannot be read\n";
  }

  void print() const {
    Row::size_type widths[4] = {};
    for (const Row& row : rows_)
      for (std::size_t i = 0; i != row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    for (const Row& row : rows_) {
      for (std::size_t i = 0; i != row.size() - 1; ++i)
        std::cout << std::left << std::setw(static_cast<int>(widths[i]) + 2) << row[i];
      std::cout << row.back() << '\n';
    }
  }

  [[nodiscard]] bool is_good() const { return is_good_; }

private:
  std::vector<Row> rows_{{"SCHEME", "HOST", "PORT", "SERVICE"}};
  bool is_good_ = true;
};

} // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view{argv[1]} == "--help") {
    std::cout << usage;
    return 0;
  }
  Reader reader;
  if (argc == 1) reader.read(std::cin, "standard input");
  for (int i = 1; i < argc; ++i) reader.read_file(argv[i]);
  reader.print();
  return reader.is_good() ? 0 : 1;
}
