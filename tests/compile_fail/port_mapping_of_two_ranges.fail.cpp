// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: no matching function
// EXPECT-CLANG: no matching constructor
// Which of the two would be the host's? (B20)
#include <portkit/port_mapping.hpp>

using namespace portkit;

constexpr PortRange host{8080_port};
constexpr PortRange container{80_port};
#ifdef PORTKIT_CONTROL
const auto mapping = PortMapping::from({.host = host, .container = container});
#else
const PortMapping mapping(host, container);
#endif
