// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: (no match for .operator==.|no match for call|cannot convert|could not convert)
// EXPECT-CLANG: (invalid operands|no viable conversion)
// A flow has a direction, a conversation has none; the one is made the other by name.
#include <portkit/flow.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
bool belongs(const Flow& flow, const Biflow& biflow) { return Biflow{flow} == biflow; }
#else
bool belongs(const Flow& flow, const Biflow& biflow) { return flow == biflow; }
#endif
