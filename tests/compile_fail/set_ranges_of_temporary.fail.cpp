// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function .*ranges
// EXPECT-CLANG: call to deleted member function 'ranges'
// The ranges of a set are views of it, and would outlive this one.
#include <portkit/plain_port_set.hpp>

#include <cstdint>

using namespace portkit;

std::uint32_t count(const PortSet& a, const PortSet& b) {
  std::uint32_t sum = 0;
#ifdef PORTKIT_CONTROL
  const PortSet both = a & b;
  for (const PortRange range : both.ranges()) sum += range.size();
#else
  for (const PortRange range : (a & b).ranges()) sum += range.size();
#endif
  return sum;
}
