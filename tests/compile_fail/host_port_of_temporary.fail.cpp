// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: call to deleted function
// The host would point into a string that is gone at the end of the line.
#include <portkit/host_port.hpp>

#include <string>

using namespace portkit;

std::string read_line();

#ifdef PORTKIT_CONTROL
bool has_port() {
  const std::string line = read_line();
  const Result<HostPort> target = parse<HostPort>(line);
  return target && target->port();
}
#else
bool has_port() {
  const Result<HostPort> target = parse<HostPort>(read_line());
  return target && target->port();
}
#endif
