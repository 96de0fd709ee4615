// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function for call
// EXPECT-CLANG: no matching constructor
// There is no neutral protocol.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
TransportPort port{443_tcp};
#else
TransportPort port{};
#endif
