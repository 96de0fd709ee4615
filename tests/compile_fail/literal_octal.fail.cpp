// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_literal_is_not_a_plain_decimal_number
// 0443 would be the octal number 291.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto port = 443_tcp;
#else
constexpr auto port = 0443_tcp;
#endif
