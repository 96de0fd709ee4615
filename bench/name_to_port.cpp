// SPDX-License-Identifier: BSL-1.0
#include "names.hpp"
#include "suite.hpp"
#include "system_services.hpp"
#include "tables.hpp"

#include <portkit/service.hpp>

#if defined(PORTKIT_BENCH_HAS_GPERF)
#include "peers/gperf.hpp"
#endif
#if defined(PORTKIT_BENCH_HAS_ABSL)
#include <absl/container/flat_hash_map.h>
#endif
#if defined(PORTKIT_BENCH_HAS_BOOST)
#include <boost/unordered/unordered_flat_map.hpp>
#endif

#include <algorithm>
#include <map>
#include <unordered_map>

// An answer is the port's number, 0 for none.

namespace bench {

namespace {

using portkit::Protocol;

inline std::uint32_t find_number(NameQuery query) noexcept {
  const auto found = portkit::find_port(query.view(), query.protocol);
  return found ? found->port().value() : 0U;
}
inline std::uint32_t find_tcp_number(NameQuery query) noexcept {
  const auto found = portkit::find_port<Protocol::tcp>(query.view());
  return found ? found->value() : 0U;
}

std::string in_lower_case(std::string_view name) {
  std::string copy{name};
  for (char& c : copy) c = portkit::detail::to_lower(c);
  return copy;
}

/// The registry's names all in lower case: what a peer must hold to be asked in any case.
const std::map<std::string, NamePorts>& lower_case_names() {
  static const std::map<std::string, NamePorts> names = [] {
    std::map<std::string, NamePorts> made;
    for (const NameRow& row : name_rows()) made.try_emplace(in_lower_case(row.name), row);
    return made;
  }();
  return names;
}

/// The answer by the slowest and plainest way, which all others must agree with.
std::uint32_t find_slowly(NameQuery query) {
  const auto place = lower_case_names().find(in_lower_case(query.view()));
  return place == lower_case_names().end() ? 0U : place->second.port(query.protocol);
}

enum class LetterCase { kept, lowered };

template <class Map>
class MapPeer {
public:
  explicit MapPeer(LetterCase letter_case) {
    if (letter_case == LetterCase::kept)
      for (const NameRow& row : name_rows()) map_.try_emplace(row.name, row);
    else
      for (const auto& [name, ports] : lower_case_names()) map_.try_emplace(name, ports);
  }
  [[nodiscard]] std::uint32_t find(std::string_view name, Protocol protocol) const noexcept {
    const auto place = map_.find(name);
    return place == map_.end() ? 0U : place->second.port(protocol);
  }

private:
  Map map_;
};

class SortedArray {
public:
  explicit SortedArray(LetterCase) {}
  [[nodiscard]] std::uint32_t find(std::string_view name, Protocol protocol) const noexcept {
    const auto before = [](const NameRow& row, std::string_view text) { return row.name < text; };
    const auto place = std::lower_bound(rows_.begin(), rows_.end(), name, before);
    return place == rows_.end() || place->name != name ? 0U : place->port(protocol);
  }

private:
  const std::vector<NameRow>& rows_ = name_rows();
};

#if defined(PORTKIT_BENCH_HAS_GPERF)
class Gperf {
public:
  explicit Gperf(LetterCase) {}
  [[nodiscard]] std::uint32_t find(std::string_view name, Protocol protocol) const noexcept {
    const GperfRow* const row = find_by_gperf(name.data(), name.size());
    return row == nullptr ? 0U : row->ports[portkit::detail::protocol_index(protocol)];
  }
};
#endif

/// The lower-case copy that a case-sensitive peer needs first.
class Lowered {
public:
  explicit Lowered(std::string_view name) noexcept : size_{std::min(name.size(), sizeof text_)} {
    for (std::size_t i = 0; i != size_; ++i) text_[i] = portkit::detail::to_lower(name[i]);
  }
  [[nodiscard]] std::string_view view() const noexcept { return {text_, size_}; }

private:
  char text_[16];
  std::size_t size_;
};

bool has_chain(const NameStream& stream) {
  return stream.name == "hits" || stream.name == "half_miss";
}

template <class Candidate>
void add_checked(const char* table, const NameStream& stream, std::string_view name,
                 const Candidate& candidate) {
  check(table, stream, name, candidate, find_slowly);
  add(table, stream, name, candidate, has_chain(stream));
}

template <class Peer>
void add_peer(std::string_view name) {
  static const Peer peer{LetterCase::kept};
  for (const NameStream& stream : name_streams())
    if (stream.name != "mixed_case")
      add_checked(name_to_port, stream, name,
                  [](NameQuery query) noexcept { return peer.find(query.view(), query.protocol); });
}

template <class Map>
void add_map(std::string_view name) {
  add_peer<MapPeer<Map>>(name);
  static const MapPeer<Map> lowered{LetterCase::lowered};
  for (const NameStream& stream : name_streams())
    if (stream.name == "mixed_case")
      add_checked(name_to_port, stream, name, [](NameQuery query) noexcept {
        return lowered.find(Lowered{query.view()}.view(), query.protocol);
      });
}

NameStream with_tcp_only(NameStream stream) {
  for (NameQuery& query : stream.queries) query.protocol = Protocol::tcp;
  return stream;
}

void add_ours() {
  for (const NameStream& stream : name_streams()) {
    add_checked(name_to_port, stream, ours,
                [](NameQuery query) noexcept { return find_number(query); });
#if defined(PORTKIT_BENCH_HAS_SYSTEM_SERVICES)
    const auto ask_system = [](NameQuery query) { return system_service_port(query); };
    if (stream.name == "hits" || stream.name == "zipf")
      add(name_to_port, stream, "getservbyname_r", ask_system, false, system_query_count);
#endif
  }
  // The protocol as a constant: the texts stay with the stream that is copied.
  static const NameStream tcp_hits = with_tcp_only(name_streams().front());
  add_checked(typed_name_to_port, tcp_hits, ours,
              [](NameQuery query) noexcept { return find_tcp_number(query); });
}

} // namespace

void add_name_to_port() {
  add_ours();
  add_peer<SortedArray>("std::lower_bound");
  add_map<std::map<std::string_view, NamePorts>>("std::map");
  add_map<std::unordered_map<std::string_view, NamePorts>>("std::unordered_map");
#if defined(PORTKIT_BENCH_HAS_BOOST)
  add_map<boost::unordered_flat_map<std::string_view, NamePorts>>("boost::unordered_flat_map");
#else
  add_missing(name_to_port, "boost::unordered_flat_map", "not found");
#endif
#if defined(PORTKIT_BENCH_HAS_ABSL)
  add_map<absl::flat_hash_map<std::string_view, NamePorts>>("absl::flat_hash_map");
#else
  add_missing(name_to_port, "absl::flat_hash_map", "not found");
#endif
#if defined(PORTKIT_BENCH_HAS_GPERF)
  add_peer<Gperf>("gperf");
#else
  add_missing(name_to_port, "gperf", "not found");
#endif
#if !defined(PORTKIT_BENCH_HAS_SYSTEM_SERVICES)
  add_missing(name_to_port, "getservbyname_r", "this system's C library has none");
#endif
  add_missing(name_to_port, "frozen, ankerl::unordered_dense", "not used");
}

} // namespace bench
