// SPDX-License-Identifier: BSL-1.0
// Reads a file of listeners, one `name host port/protocol` a line, and says of every bad line what
// is wrong and where.  The port is a number or a service name.

#include "caret.hpp"

#include <portkit/portkit.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using portkit::ParseError, portkit::Result, portkit::TransportPort;

namespace {

/// "9100/tcp" or "https/tcp".  Port 0 is refused: clients could not know what the system chose.
Result<TransportPort> read_port(std::string_view text) {
  return portkit::parse_service(text, portkit::ParseOptions::nonzero_port);
}

/// The words of a line up to a comment: views of the line, so that each knows its place.
std::vector<std::string_view> split(std::string_view line) {
  line = line.substr(0, line.find('#'));
  std::vector<std::string_view> words;
  constexpr std::string_view blanks = " \t";
  for (std::size_t end = 0;;) {
    const std::size_t start = line.find_first_not_of(blanks, end);
    if (start == std::string_view::npos) return words;
    end = std::min(line.find_first_of(blanks, start), line.size());
    words.push_back(line.substr(start, end - start));
  }
}

class Loader {
public:
  explicit Loader(std::string path) : path_{std::move(path)} {}

  void read_line(std::string_view line) {
    ++line_number_;
    const auto words = split(line);
    if (words.empty()) return;
    if (words.size() < 3) return refuse(line, "expected: name host port/protocol", line.size(), 0);
    const auto place_of = [&](std::string_view word) {
      return static_cast<std::size_t>(word.data() - line.data());
    };
    if (words.size() > 3)
      return refuse(line, "nothing but a comment follows the port", place_of(words[3]),
                    words[3].size());

    const auto port = read_port(words[2]);
    const std::size_t place = place_of(words[2]);
    if (!port) return refuse(line, port.error().shifted(place));
    // TransportPort has the protocol in its key: 53/tcp and 53/udp are no duplicates.
    const auto [first, is_new] = lines_.try_emplace({*port, std::string(words[1])}, line_number_);
    if (!is_new)
      return refuse(line, "line " + std::to_string(first->second) + " listens there already", place,
                    words[2].size());

    const auto service = portkit::find_service(*port);
    std::cout << std::left << std::setw(10) << words[0] << std::setw(16) << words[1]
              << std::setw(11) << to_string(*port) << (service ? service->name : "-") << '\n';
  }

  [[nodiscard]] std::size_t error_count() const { return error_count_; }

private:
  void refuse(std::string_view line, ParseError error) {
    refuse(line, error.message(), error.position, error.length);
  }
  void refuse(std::string_view line, std::string_view reason, std::size_t position,
              std::size_t length) {
    ++error_count_;
    std::cout.flush();
    std::cerr << path_ << ':' << line_number_ << ':' << position + 1 << ": " << reason << '\n'
              << point_at(line, position, length);
  }

  std::string path_;
  std::map<std::pair<TransportPort, std::string>, std::size_t> lines_;
  std::size_t line_number_ = 0;
  std::size_t error_count_ = 0;
};

} // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: config_loader FILE\n";
    return 1;
  }
  std::ifstream file{argv[1]};
  if (!file) {
    std::cerr << argv[1] << ": cannot be read\n";
    return 1;
  }
  Loader loader{argv[1]};
  for (std::string line; std::getline(file, line);) {
    if (line.ends_with('\r')) line.pop_back(); // a file from Windows
    loader.read_line(line);
  }
  if (loader.error_count() != 0) std::cerr << loader.error_count() << " bad lines\n";
  return loader.error_count() == 0 ? 0 : 1;
}
