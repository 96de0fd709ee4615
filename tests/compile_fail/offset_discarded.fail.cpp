// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: ignoring return(ed)? value.*unused-result
// EXPECT-CLANG: ignoring .*nodiscard.*
// offset gives the port further on and does not move the one it is asked of.
#include <portkit/port.hpp>

using namespace portkit;

#if defined(__GNUC__)
#pragma GCC diagnostic error "-Wunused-result"
#endif

#ifdef PORTKIT_CONTROL
bool step(Port& port) { return port.offset(1).has_value(); }
#else
void step(Port& port) { port.offset(1); }
#endif
