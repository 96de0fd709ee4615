// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_literal_is_not_a_plain_decimal_number
// Ports are written in decimal.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto port = 443_tcp;
#else
constexpr auto port = 0x1bb_tcp;
#endif
