// SPDX-License-Identifier: BSL-1.0
#include "bars.hpp"

#include "suite.hpp"
#include "tables.hpp"

#include <cstdio>
#include <vector>

namespace bench {

namespace {

class Judge {
public:
  explicit Judge(const Collector& collector) : collector_{collector} {}

  using Streams = std::vector<const char*>;

  /// The peer takes at least `factor` times as long as portkit.
  void peer_takes(double factor, const char* peer, const char* table, const Streams& streams) {
    compare(peer, table, streams,
            [&](const std::string& path, const Timing& own, const Timing& other) {
              judge(path, peer, ">=", factor, other.min / own.median);
            });
  }
  /// portkit takes at most `factor` times as long as the peer.
  void ours_takes(double factor, const char* peer, const char* table, const Streams& streams) {
    compare(peer, table, streams,
            [&](const std::string& path, const Timing& own, const Timing& other) {
              judge(path, peer, "<=", factor, own.median / other.min);
            });
  }
  /// No stream takes portkit `factor` times as long as another.
  void streams_differ(double factor, const char* table, const Streams& streams) {
    std::optional<Timing> best;
    std::optional<Timing> worst;
    for (const char* stream : streams) {
      const auto own = collector_.find(std::string{table} + "/" + stream, ours);
      if (!own) return skip(table, "portkit, slowest to fastest stream");
      if (!best || own->median < best->median) best = own;
      if (!worst || own->median > worst->median) worst = own;
    }
    judge(table, "portkit, slowest to fastest stream", "<=", factor, worst->median / best->median);
  }

  void print_sum() const {
    std::printf("%d bars met, %d missed, %d not measured\n", met_, missed_, skipped_);
  }

private:
  /// On each stream, what was measured of both; a stream that lacks one is skipped, and said so.
  void compare(const char* peer, const char* table, const Streams& streams, const auto& judge_by) {
    for (const char* stream : streams) {
      const std::string path = std::string{table} + "/" + stream;
      const auto own = collector_.find(path, ours);
      const auto other = collector_.find(path, peer);
      if (!own || !other)
        skip(path, peer);
      else
        judge_by(path, *own, *other);
    }
  }

  void judge(const std::string& path, const char* peer, const char* relation, double bar,
             double measured) {
    const bool is_met = relation[0] == '>' ? measured >= bar : measured <= bar;
    ++(is_met ? met_ : missed_);
    std::printf("%s  %-28s %-36s %s %8.2f   measured %10.2f\n", is_met ? "PASS" : "MISS",
                path.c_str(), peer, relation, bar, measured);
  }
  void skip(const std::string& path, const char* peer) {
    ++skipped_;
    std::printf("-     %-28s %-36s not measured\n", path.c_str(), peer);
  }

  const Collector& collector_;
  int met_ = 0;
  int missed_ = 0;
  int skipped_ = 0;
};

} // namespace

void print_bars(const Collector& collector) {
  std::puts(
      "\nThe bars: >= says how many times portkit's time the peer takes at least, <= how many "
      "times the\npeer's time portkit takes at most.  portkit's median against the peer's "
      "minimum.");
  Judge judge{collector};
  const Judge::Streams ports = {"assigned", "traffic", "any", "miss", "well_known"};
  const Judge::Streams port_chains = {"assigned-chain", "traffic-chain"};
  for (const Judge::Streams& streams : {ports, port_chains}) {
    judge.ours_takes(1.15, "direct uint16_t[4][65536]", port_to_name, streams);
    judge.ours_takes(2.8, "bare uint16_t[65536] load", port_to_name, streams);
  }
  judge.peer_takes(2.2, "boost::unordered_flat_map", port_to_name, ports);
  judge.peer_takes(3.5, "absl::flat_hash_map", port_to_name, ports);
  judge.peer_takes(5, "std::unordered_map", port_to_name, ports);
  judge.peer_takes(6, "switch", port_to_name, {"well_known"});
  judge.peer_takes(5000, "getservbyport_r", port_to_name, {"assigned", "traffic"});

  judge.peer_takes(3, "boost::unordered_flat_map", name_to_port, {"hits"});
  judge.peer_takes(3.5, "absl::flat_hash_map", name_to_port, {"hits"});
  judge.peer_takes(3.5, "gperf", name_to_port, {"hits"});
  judge.peer_takes(1800, "getservbyname_r", name_to_port, {"hits"});
  judge.streams_differ(1.2, name_to_port, {"hits", "zipf", "half_miss", "mixed_case"});

  judge.peer_takes(1.45, "std::from_chars", parse_table, {"traffic"});
  judge.peer_takes(1, "std::from_chars", parse_table, {"uniform"});
  judge.streams_differ(1.1, parse_table, {"uniform", "traffic"});

  judge.peer_takes(1.9, "std::to_chars", format_table, {"traffic"});
  judge.peer_takes(1.25, "std::to_chars", format_table, {"uniform"});

  for (const char* table : {contains_rule_table, contains_scattered_table}) {
    judge.ours_takes(1.5, "raw bit test", table, {"uniform", "traffic"});
    judge.peer_takes(4, "sorted intervals", table, {"uniform", "traffic"});
    judge.peer_takes(20, "std::set", table, {"uniform"});
  }
  judge.ours_takes(1.1, "counting loop", port_loop_table, {"all"});
  judge.ours_takes(1.5, "memcpy of as many bytes", set_table,
                   {"union", "intersection", "union_in_place"});
#if defined(__GNUC__) && !defined(__clang__) // whose count is a call for each word
  judge.peer_takes(5, "std::bitset", set_table, {"size"});
#else
  judge.ours_takes(1.2, "std::bitset", set_table, {"size"});
#endif
  judge.peer_takes(20, "std::set", set_table, {"walk_rule"});

  const Judge::Streams ipv4 = {"ipv4", "traffic"};
  judge.peer_takes(2.6, "inet_pton + std::from_chars", endpoint_parse_table, ipv4);
  judge.peer_takes(4.5, "asio + std::from_chars", endpoint_parse_table, ipv4);
  judge.peer_takes(12, "boost::urls", endpoint_parse_table, ipv4);
  judge.peer_takes(3.2, "inet_pton + std::from_chars", endpoint_parse_table, {"ipv6"});
  judge.peer_takes(3.5, "asio + std::from_chars", endpoint_parse_table, {"ipv6"});
  judge.peer_takes(5.5, "boost::urls", endpoint_parse_table, {"ipv6"});

  judge.peer_takes(18, "inet_ntop + std::to_chars", endpoint_format_table, ipv4);
  judge.peer_takes(3, "fmt, compiled", endpoint_format_table, ipv4);

  const Judge::Streams arms = {"uniform", "zipf", "miss"};
  judge.ours_takes(1.25, "switch", demux_4_table, arms);
  judge.peer_takes(1, "switch", demux_32_table, arms);
  judge.peer_takes(1.4, "switch", demux_300_table, arms);
  judge.peer_takes(1.5, "std::unordered_map", demux_300_table, arms);
  judge.print_sum();
}

} // namespace bench
