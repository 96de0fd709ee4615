// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator<
// EXPECT-CLANG: invalid operands to binary expression
// The order of swapped numbers means nothing (B3).
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool less(NetworkPort a, NetworkPort b) { return Port::from_network(a) < Port::from_network(b); }
#else
bool less(NetworkPort a, NetworkPort b) { return a < b; }
#endif
