// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (could not convert|no matching function)
// EXPECT-CLANG: (no viable conversion|no matching)
// Its protocol may be another: as gives an optional.
#include <portkit/port.hpp>

#include <optional>

using namespace portkit;

#ifdef PORTKIT_CONTROL
std::optional<TcpPort> tcp(TransportPort port) { return port.as<Protocol::tcp>(); }
#else
TcpPort tcp(TransportPort port) { return port; }
#endif
