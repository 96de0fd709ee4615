# SPDX-License-Identifier: BSL-1.0
# The one written order of the library's headers: each line is a step and the headers that stand on it;
# the whole part of a step is its layer. A header may include only headers of lower steps, and those of
# one step do not know each other. check_layers.cmake holds the sources to this order, and
# tests/CMakeLists.txt compiles each header that stands here alone.
set(portkit_headers
  0.0 version.hpp
  0.1 detail/ascii.hpp detail/bytes.hpp detail/hash.hpp detail/index_iterator.hpp
      detail/services_by_name.hpp detail/services_by_port.hpp detail/services_name_only.hpp
  0.2 result.hpp
  0.3 detail/ipv4_text.hpp detail/port_number.hpp
  0.4 detail/ipv6_text.hpp
  1.0 protocol.hpp
  2.0 ipv4_address.hpp network_port.hpp
  2.1 ipv6_address.hpp plain_port.hpp
  2.2 address.hpp port_class.hpp typed_port.hpp
  2.3 transport_port.hpp
  2.4 port.hpp
  3.0 port_range.hpp
  4.0 detail/endpoint_text.hpp policy.hpp service_table.hpp
  4.1 detail/service_lookup.hpp endpoint.hpp
  4.2 detail/service_views.hpp
  4.3 service.hpp
  4.4 de_facto.hpp
  5.0 host.hpp string.hpp
  6.0 portkit.hpp
)
