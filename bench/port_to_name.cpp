// SPDX-License-Identifier: BSL-1.0
#include "peers/switch.hpp"
#include "suite.hpp"
#include "system_services.hpp"
#include "tables.hpp"

#include <portkit/service.hpp>

#if defined(PORTKIT_BENCH_HAS_ABSL)
#include <absl/container/flat_hash_map.h>
#endif
#if defined(PORTKIT_BENCH_HAS_BOOST)
#include <boost/unordered/unordered_flat_map.hpp>
#endif

#include <algorithm>
#include <map>
#include <unordered_map>

namespace bench {

namespace {

using portkit::TransportPort;

/// The name by way of the whole Service, which most programs take.
inline std::string_view name_of_service(TransportPort port) noexcept {
  const std::optional<portkit::Service> service = portkit::find_service(port);
  return service ? service->name : std::string_view{};
}

/// The preferred row of each port, in the order of keys.
const std::vector<portkit::Service>& preferred() {
  static const std::vector<portkit::Service> rows = [] {
    std::vector<portkit::Service> made;
    for (const portkit::Service service : portkit::all_services())
      if (made.empty() || made.back().port != service.port) made.push_back(service);
    return made;
  }();
  return rows;
}

inline std::size_t place_of(TransportPort port) noexcept {
  return portkit::detail::protocol_index(port.protocol()) * 65536 + port.port().value();
}

/// The least that any answer costs: one load, no protocol, no name.
class BareLoad {
public:
  BareLoad() : numbers_(65536) {
    std::uint16_t number = 0;
    for (const portkit::Service& row : preferred()) numbers_[row.port.port().value()] = ++number;
  }
  [[nodiscard]] auto asker() const {
    return [numbers = numbers_.data()](TransportPort port) noexcept {
      return std::uint32_t{numbers[port.port().value()]};
    };
  }

private:
  std::vector<std::uint16_t> numbers_;
};

/// The fastest table that makes a name, at four times our size.
class DirectTable {
public:
  DirectTable() : numbers_(4 * 65536), names_(1) {
    std::map<std::string_view, std::uint16_t> known;
    for (const portkit::Service& row : preferred()) {
      const auto [place, is_new] =
          known.try_emplace(row.name, static_cast<std::uint16_t>(names_.size()));
      if (is_new) names_.push_back(row.name);
      numbers_[place_of(row.port)] = place->second;
    }
  }
  [[nodiscard]] auto asker() const {
    return [numbers = numbers_.data(), names = names_.data()](TransportPort port) noexcept {
      return names[numbers[place_of(port)]];
    };
  }

private:
  std::vector<std::uint16_t> numbers_;
  std::vector<std::string_view> names_;
};

class SortedArray {
public:
  SortedArray() {
    for (const portkit::Service& row : preferred()) {
      keys_.push_back(row.port.key());
      names_.push_back(row.name);
    }
  }
  [[nodiscard]] auto asker() const {
    return [this](TransportPort port) noexcept {
      const auto place = std::lower_bound(keys_.begin(), keys_.end(), port.key());
      return place == keys_.end() || *place != port.key()
                 ? std::string_view{}
                 : names_[static_cast<std::size_t>(place - keys_.begin())];
    };
  }

private:
  std::vector<std::uint32_t> keys_;
  std::vector<std::string_view> names_;
};

template <class Map>
class MapPeer {
public:
  MapPeer() {
    for (const portkit::Service& row : preferred()) map_.try_emplace(row.port.key(), row.name);
  }
  [[nodiscard]] auto asker() const {
    return [this](TransportPort port) noexcept {
      const auto place = map_.find(port.key());
      return place == map_.end() ? std::string_view{} : place->second;
    };
  }

private:
  Map map_;
};

template <class Candidate>
void add_checked(const PortStream& stream, std::string_view name, const Candidate& candidate,
                 bool with_chain) {
  check(port_to_name, stream, name, candidate, name_of_service);
  add(port_to_name, stream, name, candidate, with_chain);
}

/// All keys there are, where the streams are only samples.
template <class Candidate>
void check_all(std::string_view name, const Candidate& candidate) {
  PortStream all{"all keys"};
  for (std::uint32_t number = 0; number != 65536; ++number)
    for (const portkit::Protocol protocol : portkit::all_protocols)
      all.queries.emplace_back(protocol, portkit::Port{static_cast<std::uint16_t>(number)});
  check(port_to_name, all, name, candidate, name_of_service);
}

template <class Peer>
void add_peer(std::string_view name) {
  static const Peer peer;
  check_all(name, peer.asker());
  for (const PortStream& stream : port_streams())
    add_checked(stream, name, peer.asker(), stream.name == "assigned" || stream.name == "traffic");
}

} // namespace

void add_port_to_name() {
  static const BareLoad bare;
  for (const PortStream& stream : port_streams()) {
    const bool with_chain = stream.name == "assigned" || stream.name == "traffic";
    const auto ask_name = [](TransportPort p) noexcept { return portkit::find_service_name(p); };
    const auto ask_service = [](TransportPort p) noexcept { return name_of_service(p); };
    add_checked(stream, ours, ask_name, with_chain);
    add(port_to_name, stream, "portkit, by find_service", ask_service, with_chain);
    add(port_to_name, stream, "bare uint16_t[65536] load", bare.asker(), with_chain);
    if (stream.name == "well_known") {
      add_checked(
          stream, "switch", [](TransportPort port) noexcept { return switch_name(port); }, false);
    }
#if defined(PORTKIT_BENCH_HAS_SYSTEM_SERVICES)
    const auto ask_system = [](TransportPort port) { return system_service_port(port); };
    if (stream.name == "assigned" || stream.name == "traffic")
      add(port_to_name, stream, "getservbyport_r", ask_system, false, system_query_count);
#endif
  }
  add_peer<DirectTable>("direct uint16_t[4][65536]");
  add_peer<SortedArray>("std::lower_bound");
  add_peer<MapPeer<std::map<std::uint32_t, std::string_view>>>("std::map");
  add_peer<MapPeer<std::unordered_map<std::uint32_t, std::string_view>>>("std::unordered_map");
#if defined(PORTKIT_BENCH_HAS_BOOST)
  add_peer<MapPeer<boost::unordered_flat_map<std::uint32_t, std::string_view>>>(
      "boost::unordered_flat_map");
#else
  add_missing(port_to_name, "boost::unordered_flat_map", "not found");
#endif
#if defined(PORTKIT_BENCH_HAS_ABSL)
  add_peer<MapPeer<absl::flat_hash_map<std::uint32_t, std::string_view>>>("absl::flat_hash_map");
#else
  add_missing(port_to_name, "absl::flat_hash_map", "not found");
#endif
#if !defined(PORTKIT_BENCH_HAS_SYSTEM_SERVICES)
  add_missing(port_to_name, "getservbyport_r", "this system's C library has none");
#endif
  add_missing(port_to_name, "switch over all ports", "a minute of compile time in clang");
  add_missing(port_to_name, "frozen", "not used");
}

} // namespace bench
