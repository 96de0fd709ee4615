// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: cannot convert .*Port. to .int.
// EXPECT-CLANG: no viable conversion
// A port is no number until value() is asked for.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
int number(Port port) { return port.value(); }
#else
int number(Port port) { return port; }
#endif
