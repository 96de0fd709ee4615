// SPDX-License-Identifier: BSL-1.0
// EXPECT: port_number_outside_0_to_65535
// F2: other literals truncate.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto port = 65535_tcp;
#else
constexpr auto port = 65536_tcp;
#endif
