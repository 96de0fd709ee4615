// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching constructor
// A range is never empty.
#include <portkit/port_range.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
PortRange range{443_port};
#else
PortRange range{};
#endif
