// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: inconsistent deduction for auto return type
// EXPECT-CLANG: deduced as
// What visit returns is one type, whatever the protocol.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
auto typed(TransportPort port) {
  return port.visit([](auto p) { return TransportPort{p}; });
}
#else
auto typed(TransportPort port) {
  return port.visit([](auto p) { return p; });
}
#endif
