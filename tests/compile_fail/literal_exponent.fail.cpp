// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_literal_is_not_a_plain_decimal_number
// Nor is a power of ten.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto port = 1000_dccp;
#else
constexpr auto port = 1e3_dccp;
#endif
