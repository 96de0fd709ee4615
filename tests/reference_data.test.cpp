// SPDX-License-Identifier: BSL-1.0
// What portkit says against the published files themselves, in the folder that the environment names
// by PORTKIT_REFERENCE_DATA.  Without it nothing here is checked, and ctest says "Skipped".

#include "registry_checks.hpp"

#include <portkit/default_port.hpp>
#include <portkit/ip_protocol.hpp>
#include <portkit/policy.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace portkit;
using registry_test::Registry;
using registry_test::Row;

std::string reference_folder() {
  const char* const folder = std::getenv("PORTKIT_REFERENCE_DATA");
  if (folder != nullptr && *folder != '\0') return folder;
  std::cout << "SKIPPED: PORTKIT_REFERENCE_DATA names no folder\n"; // tests/CMakeLists.txt reads it
  return {};
}

std::vector<std::vector<std::string>> records_of(const std::string& path) {
  auto records = registry_test::read_csv(registry_test::read_file(path));
  records.erase(records.begin()); // the header
  return records;
}

TEST_CASE("IANA's csv answers row by row, both ways") {
  const std::string folder = reference_folder();
  if (folder.empty()) return;
  const Registry csv = registry_test::read_iana_csv(folder + "/service-names-port-numbers.csv");
  CHECK(csv.records == 14'533);
  registry_test::check_both_ways(csv);

  // Names once shipped resolve for ever: those of an earlier registry, at their port or, where IANA
  // moved the name, at its new one.
  const Registry before =
      registry_test::read_iana_csv(folder + "/service-names-port-numbers-published-2026-04-09.csv");
  CHECK(before.records == 14'512);
  for (const Row& row : before.registered) {
    CAPTURE(row.name);
    REQUIRE(find_port(row.name, row.port.protocol()));
  }
}

TEST_CASE("the browsers' list is that of the Fetch standard") {
  const std::string folder = reference_folder();
  if (folder.empty()) return;
  std::vector<std::string> published;
  for (const auto& record : records_of(folder + "/fetch-bad-ports.csv"))
    published.push_back(record[0]);
  std::vector<std::string> ours;
  for (const Port port : fetch_bad_ports()) ours.push_back(to_string(port));
  CHECK(ours == published);
}

TEST_CASE("the policies are those of the systems' documentation") {
  const std::string folder = reference_folder();
  if (folder.empty()) return;
  const std::map<std::string, PortPolicy> ours{
      {"linux", linux_defaults},     {"windows", windows_defaults}, {"macos", macos_defaults},
      {"freebsd", freebsd_defaults}, {"openbsd", openbsd_defaults}, {"netbsd", netbsd_defaults},
      {"solaris", solaris_defaults}, {"aix", aix_defaults},
  };
  std::size_t systems = 0;
  for (const auto& record : records_of(folder + "/os-port-ranges.csv")) {
    CAPTURE(record[0]);
    if (record[0] == "iana-rfc6335") { // no system, but what classify() says
      CHECK(record[1] == "49152");
      CHECK(is_dynamic(49152_port));
      CHECK(record[3] == "1024");
      CHECK(!is_well_known(1024_port));
      continue;
    }
    ++systems;
    const PortPolicy& policy = ours.at(record[0]);
    CHECK(to_string(policy.ephemeral.first()) == record[1]);
    CHECK(to_string(policy.ephemeral.last()) == record[2]);
    CHECK(to_string(policy.unprivileged_from) == record[3]);
  }
  CHECK(systems == ours.size());
}

TEST_CASE("the schemes' default ports are those of the collected list") {
  const std::string folder = reference_folder();
  if (folder.empty()) return;
  std::map<std::string, std::vector<TransportPort>> listed;
  for (const auto& record : records_of(folder + "/scheme-default-ports.csv"))
    listed[record[0]].push_back(*parse<TransportPort>(record[1] + "/" + record[2]));
  CHECK(all_schemes().size() == listed.size());
  for (const auto& [scheme, ports] : listed) {
    CAPTURE(scheme);
    const auto ours = default_ports(scheme);
    CHECK(std::vector(ours.begin(), ours.end()) == ports);
  }
}

TEST_CASE("keywords and extension headers are those of IANA's csv") {
  const std::string folder = reference_folder();
  if (folder.empty()) return;
  std::map<unsigned long, std::vector<std::string>> listed;
  for (const auto& record : records_of(folder + "/protocol-numbers-1.csv"))
    if (record[0].find('-') == std::string::npos) // ranges are not assigned
      listed[std::stoul(record[0])] = record;
  for (unsigned number = 0; number != 256; ++number) {
    CAPTURE(number);
    const auto row = listed.find(number);
    std::string keyword = row == listed.end() ? "" : row->second[1];
    keyword = keyword.substr(0, keyword.find(" (deprecated)"));
    if (keyword == "Reserved") keyword.clear();
    CHECK(IpProtocol::from(number)->keyword() == keyword);
    CHECK(IpProtocol::from(number)->is_ipv6_extension_header() ==
          (row != listed.end() && row->second[3] == "Y"));
  }
}

} // namespace
