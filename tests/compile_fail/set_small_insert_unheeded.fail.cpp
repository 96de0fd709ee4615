// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: ignoring return value
// EXPECT-CLANG: ignoring return value
// Whether there was room has to be asked.
#include <portkit/small_port_set.hpp>

#ifdef __GNUC__
#pragma GCC diagnostic error "-Wunused-result"
#endif

using namespace portkit;

bool add(SmallPortSet<2>& set, Port port) {
#ifdef PORTKIT_CONTROL
  return set.insert(port);
#else
  set.insert(port);
  return true;
#endif
}
