// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_BENCH_TABLES_HPP
#define PORTKIT_BENCH_TABLES_HPP

// The tables of the report: each registers its candidates, after it has checked their answers.

namespace bench {

inline constexpr char port_to_name[] = "find_service_name";
inline constexpr char name_to_port[] = "find_port";
inline constexpr char typed_name_to_port[] = "find_port<tcp>";
inline constexpr char parse_table[] = "parse";
inline constexpr char format_table[] = "to_chars";
inline constexpr char contains_rule_table[] = "contains(rule)";
inline constexpr char contains_scattered_table[] = "contains(scattered)";
inline constexpr char port_loop_table[] = "port loop";
inline constexpr char set_table[] = "PortSet";
inline constexpr char endpoint_parse_table[] = "parse endpoint";
inline constexpr char endpoint_format_table[] = "to_chars endpoint";
inline constexpr char demux_4_table[] = "demux-4"; // the number is that of arms
inline constexpr char demux_32_table[] = "demux-32";
inline constexpr char demux_300_table[] = "demux-300";
inline constexpr char probe_table[] = "probe";

void add_port_to_name();
void add_name_to_port();
void add_parse();
void add_format();
void add_endpoint_parse();
void add_endpoint_format();
void add_port_sets();
void add_demux();
void add_probe();

} // namespace bench
#endif // PORTKIT_BENCH_TABLES_HPP
