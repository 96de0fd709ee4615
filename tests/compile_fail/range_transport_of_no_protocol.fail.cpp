// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching constructor
// There is no protocol by default.
#include <portkit/port_range.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
TransportPortRange with_protocol(PortRange range) {
  return TransportPortRange{Protocol::tcp, range};
}
#else
TransportPortRange with_protocol(PortRange range) { return TransportPortRange{range}; }
#endif
