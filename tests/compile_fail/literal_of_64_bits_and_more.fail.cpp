// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_number_outside_0_to_65535
// 2^64 + 443 is not 443.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto port = 443_udp;
#else
constexpr auto port = 18446744073709552059_udp;
#endif
