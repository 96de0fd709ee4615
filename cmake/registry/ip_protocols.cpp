// SPDX-License-Identifier: BSL-1.0
#include "header_text.hpp"
#include "headers.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace portkit_registry {

std::string ip_protocols(const ProtocolTable& table) {
  std::string keywords;
  std::vector<std::uint16_t> starts{0};
  std::vector<std::uint8_t> extensions(256 / 8);
  for (const ProtocolRow& row : table.rows)
    for (unsigned number = row.numbers.first; number <= row.numbers.last; ++number) {
      keywords += row.keyword + '\0';
      starts.push_back(static_cast<std::uint16_t>(keywords.size()));
      if (row.state == ProtocolState::extension)
        extensions[number / 8] =
            static_cast<std::uint8_t>(extensions[number / 8] | 1U << number % 8);
    }

  HeaderText header("ip_protocols",
                    join("IANA's protocol numbers of ", table.date, ": ", count_keywords(table),
                         " keywords, ", count_extensions(table), " IPv6 extension headers."));
  header.comment(
      "The keyword of number i, from 0 to 255, is ip_protocol_keywords[ip_protocol_starts[i]]\n"
      "up to a NUL, behind which that of number i + 1 starts. Most are empty.");
  header.text_table("ip_protocol_keywords", keywords);
  header.char16_table("ip_protocol_starts", starts);
  header.comment(
      "Bit i % 8 of ip_protocol_extensions[i / 8]: number i is an IPv6 extension header.");
  header.byte_table("ip_protocol_extensions", extensions);
  return std::move(header).finish();
}

} // namespace portkit_registry
