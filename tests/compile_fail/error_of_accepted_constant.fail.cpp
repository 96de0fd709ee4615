// SPDX-License-Identifier: BSL-1.0
// EXPECT: result_holds_the_other_alternative
// And one that is accepted has no error.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr ParseError error = parse<Port>("x").error();
#else
constexpr ParseError error = parse<Port>("443").error();
#endif
