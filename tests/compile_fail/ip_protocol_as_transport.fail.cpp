// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (could not convert|cannot convert|invalid cast)
// EXPECT-CLANG: no viable conversion
// GRE, ICMP and most others have no ports: transport() says which have (B15).
#include <portkit/ip_protocol.hpp>

#include <optional>

using namespace portkit;

#ifdef PORTKIT_CONTROL
std::optional<Protocol> make(IpProtocol protocol) { return protocol.transport(); }
#else
std::optional<Protocol> make(IpProtocol protocol) { return Protocol{protocol}; }
#endif
