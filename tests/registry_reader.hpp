// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_TESTS_REGISTRY_READER_HPP
#define PORTKIT_TESTS_REGISTRY_READER_HPP

// Readers of the registry's two text forms, written apart from the generator's so that a fault of
// one is not a fault of the other: IANA's csv, and portkit's own table.

#include <portkit/port.hpp>
#include <portkit/service_table.hpp>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace registry_test {

struct Row {
  portkit::TransportPort port;
  std::string name;
  portkit::Provenance provenance;
};

/// The rows of one text, ranges opened, in the order of the text.
struct Registry {
  std::size_t records = 0;
  std::vector<Row> registered;
  std::vector<Row> former; ///< renamed and withdrawn
};

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

inline void add_rows(std::vector<Row>& rows, const std::string& ports, const std::string& protocols,
                     const std::string& name, portkit::Provenance provenance) {
  const std::size_t hyphen = ports.find('-');
  const unsigned long first = std::stoul(ports.substr(0, hyphen));
  const unsigned long last =
      hyphen == std::string::npos ? first : std::stoul(ports.substr(hyphen + 1));
  std::istringstream words(protocols);
  for (std::string word; std::getline(words, word, ',');)
    for (unsigned long number = first; number <= last; ++number)
      rows.push_back({{portkit::parse<portkit::Protocol>(word).value_or(portkit::Protocol{}),
                       portkit::Port::from(number).value()},
                      name,
                      provenance});
}

/// The records of a csv text by RFC 4180: a quoted field may hold commas, quotes and line ends.
inline std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> records(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i != text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 != text.size() && text[i + 1] == '"') {
      records.back().back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      records.back().emplace_back();
    } else if (!quoted && c == '\n') {
      if (!records.back().back().empty() && records.back().back().back() == '\r')
        records.back().back().pop_back();
      records.emplace_back(1);
    } else {
      records.back().back() += c;
    }
  }
  if (records.back().size() == 1) records.pop_back(); // behind the last line end
  return records;
}

inline Registry read_iana_csv(const std::string& path) {
  Registry registry;
  const auto records = read_csv(read_file(path));
  registry.records = records.size() - 1;
  for (std::size_t i = 1; i != records.size(); ++i) {
    const std::string& name = records[i].at(0);
    const std::string& ports = records[i].at(1);
    const std::string& protocol = records[i].at(2);
    const std::string& notes = records[i].at(11);
    if (name.empty() || ports.empty()) continue;
    auto provenance = portkit::Provenance::assigned;
    if (protocol.empty()) provenance = portkit::Provenance::transport_not_stated;
    if (notes.find("is an alias to") != std::string::npos ||
        notes.find("is a duplicate of") != std::string::npos)
      provenance = portkit::Provenance::alias;
    if (notes.find("unassigned but widespread use") != std::string::npos)
      provenance = portkit::Provenance::widespread;
    add_rows(registry.registered, ports, protocol.empty() ? "tcp,udp" : protocol, name, provenance);
  }
  return registry;
}

/// services.txt: PORTS TRANSPORTS NAME [STATUS ...], comments by #.
inline Registry read_table(const std::string& path) {
  static const std::map<std::string, portkit::Provenance> statuses{
      {"", portkit::Provenance::assigned},       {"alias", portkit::Provenance::alias},
      {"duplicate", portkit::Provenance::alias}, {"widespread", portkit::Provenance::widespread},
      {"renamed", portkit::Provenance::renamed}, {"withdrawn", portkit::Provenance::withdrawn},
  };
  Registry registry;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string ports;
    std::string protocols;
    std::string name;
    std::string status;
    words >> ports >> protocols >> name >> status;
    auto provenance = statuses.at(status);
    const bool is_former =
        provenance == portkit::Provenance::renamed || provenance == portkit::Provenance::withdrawn;
    if (protocols == "-") {
      protocols = "tcp,udp";
      if (!is_former) provenance = portkit::Provenance::transport_not_stated;
    }
    add_rows(is_former ? registry.former : registry.registered, ports, protocols, name, provenance);
    ++registry.records;
  }
  return registry;
}

/// colloquial.txt: NAME PORT TRANSPORTS EVIDENCE, comments by #.
inline std::vector<Row> read_colloquial(const std::string& path) {
  std::vector<Row> rows;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string name;
    std::string port;
    std::string protocols;
    std::string evidence;
    words >> name >> port >> protocols >> evidence;
    if (evidence.empty()) throw std::runtime_error("no evidence for " + name);
    add_rows(rows, port, protocols, name, portkit::Provenance::colloquial);
  }
  return rows;
}

} // namespace registry_test
#endif // PORTKIT_TESTS_REGISTRY_READER_HPP
