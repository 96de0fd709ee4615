# SPDX-License-Identifier: BSL-1.0
# The one written order of the library's headers: each line is a step and the headers that stand on it;
# the whole part of a step is its layer. A header may include only headers of lower steps, and those of
# one step do not know each other. check_layers.cmake holds the sources to this order, and
# tests/CMakeLists.txt compiles each header that stands here alone.
set(portkit_headers
  0.0 version.hpp
  0.1 detail/ascii.hpp detail/bytes.hpp detail/hash.hpp detail/index_iterator.hpp
      detail/ip_protocols.hpp detail/load_store.hpp detail/name_words.hpp detail/octet_texts.hpp
      detail/plain_ipv6.hpp detail/port_bits.hpp detail/port_set_algebra.hpp detail/port_source.hpp
      detail/schemes.hpp detail/services_by_name.hpp detail/services_by_port.hpp
      detail/services_name_only.hpp
  0.2 detail/inline_ranges.hpp detail/plain_ipv4.hpp result.hpp
  0.3 detail/plain_ipv4_vector.hpp detail/port_number.hpp
  0.4 detail/ipv4_text.hpp
  0.5 detail/ipv6_text.hpp
  1.0 protocol.hpp
  1.1 detail/write_text.hpp ip_protocol.hpp
  2.0 ipv4_address.hpp network_port.hpp
  2.1 ipv6_address.hpp plain_port.hpp
  2.2 address.hpp port_class.hpp typed_port.hpp
  2.3 transport_port.hpp
  2.4 port.hpp
  3.0 detail/port_interval.hpp detail/range_text.hpp
  3.1 plain_port_range.hpp
  3.2 typed_port_range.hpp
  3.3 transport_port_range.hpp
  3.4 port_range.hpp
  4.0 any_port_set.hpp detail/demux_table.hpp detail/endpoint_text.hpp detail/host_text.hpp
      detail/list_text.hpp detail/port_set_interface.hpp detail/scheme_views.hpp policy.hpp
      service_table.hpp
  4.1 default_port.hpp detail/bitmap_port_set.hpp detail/demux_arms.hpp detail/mapping_text.hpp
      detail/service_lookup.hpp dialect_text.hpp endpoint.hpp
  4.2 demux.hpp detail/service_views.hpp host_port.hpp plain_port_set.hpp port_mapping.hpp
      small_port_set.hpp
  4.3 detail/merged_sets.hpp service.hpp typed_port_set.hpp url_authority.hpp
  4.4 de_facto.hpp flow.hpp scheme.hpp service_matching.hpp transport_port_set.hpp
  4.5 detail/nmap_text.hpp dialect_list.hpp
  4.6 dialect_iptables.hpp dialect_nftables.hpp dialect_nmap.hpp dialect_services.hpp
  4.7 dialect.hpp
  4.8 port_set.hpp
  5.0 asio.hpp detail/has_text.hpp host.hpp sockaddr.hpp with_service.hpp zone.hpp
  5.1 fmt.hpp format.hpp json.hpp ostream.hpp string.hpp
  6.0 portkit.hpp
)

# The headers for what not every machine has: each with what must be true, for the preprocessor, where
# it can be compiled. The tests leave the others out, and say so.
set(portkit_optional_headers
  fmt.hpp    "__has_include(<fmt/format.h>)"
  format.hpp "__cpp_lib_format || _LIBCPP_VERSION >= 170000"
  json.hpp   "__has_include(<nlohmann/detail/abi_macros.hpp>)" # of 3.11 and newer
)
