// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: could not convert|no matching function
// EXPECT-CLANG: no matching function
// Nothing stands for a forgotten container port.
#include <portkit/port_mapping.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
const auto mapping = PortMapping::from({.container = PortRange{80_port}});
#else
const auto mapping = PortMapping::from({.host = PortRange{80_port}});
#endif
