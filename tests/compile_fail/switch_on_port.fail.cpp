// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: switch quantity not an integer
// EXPECT-CLANG: statement requires expression of integer type
// Switch over value(), or over key(), which holds the protocol too.
#include <portkit/port.hpp>

using namespace portkit;

#ifdef PORTKIT_CONTROL
int kind(TransportPort port) {
  switch (port.key()) {
    case (443_tcp).key(): return 1;
    default: return 0;
  }
}
#else
int kind(TransportPort port) {
  switch (port) {
    case 443_tcp: return 1;
    default: return 0;
  }
}
#endif
