// SPDX-License-Identifier: BSL-1.0
// EXPECT: result_holds_the_other_alternative
// A constant text that is refused has no value.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr Port port = *parse<Port>("443");
#else
constexpr Port port = *parse<Port>("x");
#endif
