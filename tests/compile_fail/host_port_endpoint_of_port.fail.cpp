// SPDX-License-Identifier: BSL-1.0
// EXPECT: no matching (member )?function for call
// A port alone does not say which protocol's endpoint is meant.
#include <portkit/host_port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
auto endpoint(const HostPort& upstream) { return upstream.endpoint(853_tcp); }
#else
auto endpoint(const HostPort& upstream) { return upstream.endpoint(853_port); }
#endif
