// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_literal_is_not_a_plain_decimal_number
// Ports are written in decimal.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto port = 5_sctp;
#else
constexpr auto port = 0b101_sctp;
#endif
