// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function
// EXPECT-CLANG: no matching function
// Which host is meant must be said (B25).
#include <portkit/policy.hpp>
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool ask(TcpPort port) { return is_privileged(port, linux_defaults); }
#else
bool ask(TcpPort port) { return is_privileged(port); }
#endif
