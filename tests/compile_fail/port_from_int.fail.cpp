// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: call to deleted (constructor|function)
// An int may be anything: Port::from checks it (B4, B35).
#include <portkit/port.hpp>

#include <optional>

using namespace portkit;

#ifdef PORTKIT_CONTROL
std::optional<Port> make(int n) { return Port::from(n); }
#else
Port make(int n) { return Port{n}; }
#endif
