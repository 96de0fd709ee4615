// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: call to deleted (constructor|function)
// An int may be anything: IpProtocol::from checks it.
#include <portkit/ip_protocol.hpp>

#include <optional>

using namespace portkit;

#ifdef PORTKIT_CONTROL
std::optional<IpProtocol> make(int n) { return IpProtocol::from(n); }
#else
IpProtocol make(int n) { return IpProtocol{n}; }
#endif
