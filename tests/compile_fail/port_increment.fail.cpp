// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no match for .operator\+\+
// EXPECT-CLANG: cannot increment
// A loop by ++ would never end (B17).
#include <portkit/port.hpp>

#include <optional>

using namespace portkit;

#ifdef PORTKIT_CONTROL
void step(std::optional<Port>& port) { port = port->offset(1); }
#else
void step(Port& port) { ++port; }
#endif
