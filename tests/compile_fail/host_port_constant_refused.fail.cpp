// SPDX-License-Identifier: BSL-1.0
// EXPECT: text_constant_breaks_the_rule
// F5: others take port 65536 for port 0.
#include <portkit/host_port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr HostPort upstream = HostPort::of("localhost:65535");
#else
constexpr HostPort upstream = HostPort::of("localhost:65536");
#endif
