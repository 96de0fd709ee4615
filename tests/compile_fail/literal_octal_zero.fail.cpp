// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_literal_is_not_a_plain_decimal_number
// Nor is there an octal zero.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto port = 0_tcp;
#else
constexpr auto port = 00_tcp;
#endif
