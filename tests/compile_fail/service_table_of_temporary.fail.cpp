// SPDX-License-Identifier: BSL-1.0
// EXPECT-GCC: use of deleted function
// EXPECT-CLANG: deleted (constructor|function)
// The rows would be gone at the end of the line.
#include <portkit/service_table.hpp>

#include <vector>

using namespace portkit;

std::vector<Service> read_rows();

#ifdef PORTKIT_CONTROL
void use() {
  const std::vector<Service> rows = read_rows();
  const ServiceTable own{rows};
  static_cast<void>(own);
}
#else
void use() {
  const ServiceTable own{read_rows()};
  static_cast<void>(own);
}
#endif
