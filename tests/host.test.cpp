// SPDX-License-Identifier: BSL-1.0
#include <portkit/host.hpp>

#include "check.hpp"

#include <fstream>
#include <optional>
#include <string_view>
#include <type_traits>

using namespace portkit;

static_assert(std::is_same_v<decltype(read_host_policy()), std::optional<PortPolicy>>);
static_assert(noexcept(read_host_policy()));

TEST_CASE("the host's policy is what the host says") {
  const std::optional<PortPolicy> policy = read_host_policy();
  // The same two files by other means.
  std::ifstream ephemeral{"/proc/sys/net/ipv4/ip_local_port_range"};
  std::ifstream unprivileged{"/proc/sys/net/ipv4/ip_unprivileged_port_start"};
  unsigned first = 0;
  unsigned last = 0;
  unsigned unprivileged_from = 0;
  if (!(ephemeral >> first >> last) || !(unprivileged >> unprivileged_from)) {
    MESSAGE("skipped: this host says nothing under /proc/sys/net/ipv4");
    CHECK_FALSE(policy.has_value());
    return;
  }
  REQUIRE(policy.has_value());
  CHECK(policy->ephemeral.first().value() == first);
  CHECK(policy->ephemeral.last().value() == last);
  CHECK(policy->unprivileged_from.value() == unprivileged_from);
  CHECK_FALSE(policy->wildcard_address_is_free);
}

TEST_CASE("ports are taken off a line as the kernel writes it") {
  std::string_view line = "32768\t60999\n";
  CHECK(detail::take_port(line) == 32768_port);
  CHECK(detail::take_port(line) == 60999_port);
  CHECK(detail::take_port(line) == std::nullopt);
  CHECK(line.find_first_not_of(" \t\n") == std::string_view::npos);
}

TEST_CASE("a line that holds no ports gives none, and the next word is still read") {
  std::string_view line = "  65536 -1 0 ";
  CHECK(detail::take_port(line) == std::nullopt);
  CHECK(detail::take_port(line) == std::nullopt);
  CHECK(detail::take_port(line) == 0_port);
  CHECK(detail::take_port(line) == std::nullopt);
  std::string_view nothing;
  CHECK(detail::take_port(nothing) == std::nullopt);
  std::string_view blanks = " \t\n ";
  CHECK(detail::take_port(blanks) == std::nullopt);
}

TEST_CASE("a file that is not there reads as empty") {
  char buffer[8];
  CHECK(detail::read_start_of_file("/nonexistent/portkit", buffer).empty());
}
