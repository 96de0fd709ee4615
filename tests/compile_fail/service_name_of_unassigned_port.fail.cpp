// SPDX-License-Identifier: BSL-1.0
// EXPECT: portkit: no service is registered for this port and protocol
// There is no name to give.
#include <portkit/service.hpp>

#include <string_view>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr std::string_view name = service_name<443_tcp>;
#else
constexpr std::string_view name = service_name<4_tcp>;
#endif
