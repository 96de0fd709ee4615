// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (no matching function|constraints)
// EXPECT-CLANG: no matching function
// A number has no IANA class; a port has.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr PortClass kind = classify(Port::of(80));
#else
constexpr PortClass kind = classify(80);
#endif
