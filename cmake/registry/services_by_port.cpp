// SPDX-License-Identifier: BSL-1.0
#include "header_text.hpp"
#include "headers.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace portkit_registry {
namespace {

/// Of the sizes tried, the one with the fewest bytes after equal pages are shared.
constexpr std::size_t page_size = 32;
constexpr std::size_t pages_per_transport = 65536 / page_size;

/// An entry is a name number in 13 bits and a provenance in 3.
constexpr unsigned number_bits = 13;
/// RFC 6335 section 6: above them the registered ports begin.
constexpr std::uint16_t last_well_known = 1023;

/// Each name once, in the order in which ports first have it: neighbours share cache lines.
class NamePool {
public:
  std::uint16_t number_of(const std::string& name) {
    const auto [number, is_new] =
        numbers_.try_emplace(name, static_cast<std::uint16_t>(starts_.size()));
    if (!is_new) return number->second;
    if (starts_.size() >> number_bits != 0) throw Error("more names than 13 bits can number");
    starts_.push_back(static_cast<std::uint16_t>(text_.size()));
    text_ += name;
    if (text_.size() > 65535) throw Error("more text of names than 16 bits can index");
    return number->second;
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }
  [[nodiscard]] std::vector<std::uint16_t> starts() const {
    auto starts = starts_;
    starts.push_back(static_cast<std::uint16_t>(text_.size()));
    return starts;
  }

private:
  std::string text_;
  std::map<std::string, std::uint16_t> numbers_;
  std::vector<std::uint16_t> starts_{0}; ///< number 0 is the empty name
};

class Pages {
public:
  /// False if the key has an entry: its first one is the preferred one.
  [[nodiscard]] bool set(const Service& service, std::uint16_t entry) {
    const std::size_t page =
        index_of(service.transport) * pages_per_transport + service.port / page_size;
    auto& place = pages_[page][service.port % page_size];
    if (place != 0) return false;
    place = entry;
    return true;
  }

  /// Stores equal pages once and returns where each page starts in `entries`.
  std::vector<std::uint16_t> share(std::vector<std::uint16_t>& entries) const {
    std::map<Page, std::uint16_t> stored;
    std::vector<std::uint16_t> starts;
    for (const Page& page : pages_) {
      const auto [start, is_new] =
          stored.try_emplace(page, static_cast<std::uint16_t>(entries.size()));
      if (is_new) entries.insert(entries.end(), page.begin(), page.end());
      starts.push_back(start->second);
    }
    return starts;
  }

private:
  using Page = std::array<std::uint16_t, page_size>;
  std::vector<Page> pages_ = std::vector<Page>(all_transports.size() * pages_per_transport);
};

/// The names after the preferred one, of the few keys that have several.
class Extras {
public:
  void add(const Service& service, std::uint16_t entry) {
    const auto protocol = static_cast<std::uint8_t>(protocol_number(service.transport));
    if (ports_.empty() || ports_.back() != service.port || protocols_.back() != protocol) {
      ports_.push_back(service.port);
      protocols_.push_back(protocol);
      starts_.push_back(static_cast<std::uint16_t>(entries_.size()));
    }
    entries_.push_back(entry);
  }

  [[nodiscard]] const std::vector<std::uint16_t>& ports() const { return ports_; }
  [[nodiscard]] const std::vector<std::uint8_t>& protocols() const { return protocols_; }
  [[nodiscard]] const std::vector<std::uint16_t>& entries() const { return entries_; }
  [[nodiscard]] std::vector<std::uint16_t> starts() const {
    auto starts = starts_;
    starts.push_back(static_cast<std::uint16_t>(entries_.size()));
    return starts;
  }

private:
  std::vector<std::uint16_t> ports_;
  std::vector<std::uint8_t> protocols_;
  std::vector<std::uint16_t> starts_;
  std::vector<std::uint16_t> entries_;
};

} // namespace

std::string services_by_port(const Table& table, const Catalog& catalog) {
  NamePool names;
  Pages pages;
  std::vector<std::uint16_t> row_ports;
  Extras extras;
  for (const Service& s : catalog.registered) {
    const unsigned provenance = static_cast<unsigned>(s.provenance);
    const auto entry =
        static_cast<std::uint16_t>(names.number_of(s.name) | provenance << number_bits);
    if (!pages.set(s, entry)) extras.add(s, entry);
    row_ports.push_back(s.port);
  }
  const auto well_known = std::count_if(row_ports.begin(), row_ports.end(),
                                        [](std::uint16_t port) { return port <= last_well_known; });
  std::vector<std::uint16_t> page_entries;
  const std::vector<std::uint16_t> page_starts = pages.share(page_entries);

  HeaderText header("services_by_port",
                    join("IANA's registry of ", table.date, ": ", row_ports.size(), " rows, ",
                         names.size(), " names; from port to name."));
  header.comment("IANA's date of the registry, and the number of rows in its CSV.");
  header.constant(join("char date[] = \"", table.date, "\""));
  header.constant(join("std::size_t csv_row_count = ", table.csv_rows));
  header.comment("Registered (port, protocol, name) rows, those of ports up to 1023, and names.");
  header.constant(join("std::size_t row_count = ", row_ports.size()));
  header.constant(
      join("std::size_t well_known_row_count = ", static_cast<std::size_t>(well_known)));
  header.constant(join("std::size_t name_count = ", names.size()));
  header.comment(
      "The names as IANA spells them, without separators; name i, from 1 to name_count, is\n"
      "names[name_starts[i]] up to names[name_starts[i + 1]]. Name 0 is empty.");
  header.text_table("names", names.text());
  header.char16_table("name_starts", names.starts());
  header.comment(
      "Protocol indexes: tcp 0, udp 1, dccp 2, sctp 3.\n"
      "pages[page_starts[index * 2048 + port / 32] + port % 32] is the entry of the\n"
      "preferred name: name number | provenance << 13; 0 where no service is registered.\n"
      "Provenance: 0 assigned, 1 alias or duplicate, 2 in use without an assignment,\n"
      "3 assigned without a transport (taken for tcp and udp).");
  header.char16_table("page_starts", page_starts);
  header.char16_table("pages", page_entries);
  header.comment("The port of every row. Rows stand by port, then protocol number, then rank: the\n"
                 "preferred name first.");
  header.char16_table("row_ports", row_ports);
  header.comment(
      "The keys with several names, by port, then protocol number: key k is extra_ports[k] and\n"
      "extra_protocols[k], an IANA protocol number. The entries, as in pages, of the names after\n"
      "its preferred one are extra_entries[extra_starts[k]] up to\n"
      "extra_entries[extra_starts[k + 1]]. extra_ports[extra_key_count] is 0, the literal's NUL.");
  header.constant(join("std::size_t extra_key_count = ", extras.ports().size()));
  header.char16_table("extra_ports", extras.ports());
  header.byte_table("extra_protocols", extras.protocols());
  header.char16_table("extra_starts", extras.starts());
  header.char16_table("extra_entries", extras.entries());
  return std::move(header).finish();
}

} // namespace portkit_registry
