// SPDX-License-Identifier: BSL-1.0
#include "../names.hpp"

#include <cstdio>

// Prints the input of gperf: a keyword file with one row for each name.

int main() {
  std::puts("%{\n#include \"peers/gperf.hpp\"\n#include <cstring>\nnamespace bench {\n%}\n"
            "%language=C++\n%readonly-tables\n%compare-lengths\n%struct-type\n%omit-struct-type\n"
            "%define class-name GperfWords\n%define hash-function-name hash\n"
            "%define lookup-function-name find\nstruct GperfRow;\n%%");
  for (const bench::NameRow& row : bench::name_rows()) {
    std::printf("\"%.*s\",{", static_cast<int>(row.name.size()), row.name.data());
    for (const std::uint16_t port : row.ports) std::printf("%u,", unsigned{port});
    std::puts("}");
  }
  std::puts("%%\nconst GperfRow* find_by_gperf(const char* name, std::size_t size) {\n"
            "  return GperfWords::find(name, size);\n}\n}");
}
