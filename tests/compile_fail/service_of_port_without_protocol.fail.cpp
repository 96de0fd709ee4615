// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (could not convert|no matching function|cannot convert)
// EXPECT-CLANG: no matching function
// 80/tcp and 80/udp are two questions.
#include <portkit/service.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool is_known() { return find_service(80_tcp).has_value(); }
#else
bool is_known() { return find_service(80_port).has_value(); }
#endif
