// SPDX-License-Identifier: BSL-1.0
// EXPECT: text_constant_breaks_the_rule
// Eleven ports of the host for one of the container.
#include <portkit/port_mapping.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr auto mapping = PortMapping::of("8000-8010:80-90");
#else
constexpr auto mapping = PortMapping::of("8000-8010:80");
#endif
