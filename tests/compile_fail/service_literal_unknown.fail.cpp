// SPDX-License-Identifier: BSL-1.0
// EXPECT: no_service_of_this_name_for_this_protocol
// A name that IANA does not know is a typo.
#include <portkit/service.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
constexpr TcpPort port = "https"_tcp;
#else
constexpr TcpPort port = "nosuchname"_tcp;
#endif
