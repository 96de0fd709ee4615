// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: (attempt to use|call to) (a )?deleted function
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool is_port() { return parse<Port>("").has_value(); }
#else
bool is_port() { return parse<Port>(nullptr).has_value(); }
#endif
