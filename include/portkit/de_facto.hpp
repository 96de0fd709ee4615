// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DE_FACTO_HPP
#define PORTKIT_DE_FACTO_HPP

#include <portkit/service_table.hpp>
#include <portkit/typed_port.hpp>

// Programs that are found on ports which IANA assigned to somebody else, or to nobody.  Not IANA's
// registry and not complete: a list to opt in to, and to copy from.  Each row is the default port
// in the program's own documentation, which the comment names.

namespace portkit::inline v0 {

namespace detail {

inline constexpr Service de_facto_rows[] = {
    {"zookeeper", 2181_tcp},     // ZooKeeper Administrator's Guide: clientPort
    {"grafana", 3000_tcp},       // Grafana configuration: http_port
    {"loki", 3100_tcp},          // Loki configuration: http_listen_port in the sample files
    {"squid", 3128_tcp},         // Squid configuration: http_port
    {"nats", 4222_tcp},          // NATS server configuration: port
    {"logstash", 5044_tcp},      // Logstash Beats input plugin: port in its examples
    {"vite", 5173_tcp},          // Vite server options: server.port
    {"iperf3", 5201_tcp},        // iperf3 manual: --port
    {"kibana", 5601_tcp},        // Kibana settings: server.port
    {"qdrant", 6333_tcp},        // Qdrant configuration: http_port
    {"kubernetes", 6443_tcp},    // Kubernetes "Ports and Protocols": API server
    {"influxdb", 8086_tcp},      // InfluxDB configuration: http-bind-address
    {"statsd", 8125_udp},        // StatsD exampleConfig: port
    {"vault", 8200_tcp},         // HashiCorp Vault listener: address
    {"bitcoin", 8333_tcp},       // Bitcoin Core: main network port
    {"vxlan-linux", 8472_udp},   // Linux vxlan module: udp_port (IANA's own vxlan is 4789)
    {"consul", 8500_tcp},        // HashiCorp Consul "Required ports": HTTP
    {"solr", 8983_tcp},          // Apache Solr Reference Guide: bin/solr start
    {"cassandra", 9042_tcp},     // Apache Cassandra configuration: native_transport_port
    {"tor", 9050_tcp},           // tor manual: SocksPort
    {"prometheus", 9090_tcp},    // Prometheus: --web.listen-address
    {"kafka", 9092_tcp},         // Apache Kafka broker configuration: listeners
    {"alertmanager", 9093_tcp},  // Alertmanager: --web.listen-address
    {"node-exporter", 9100_tcp}, // Prometheus node_exporter: --web.listen-address
    {"elasticsearch", 9200_tcp}, // Elasticsearch networking settings: http.port
    {"zipkin", 9411_tcp},        // Zipkin server: QUERY_PORT
    {"webmin", 10000_tcp},       // Webmin documentation: default port
    {"kubelet", 10250_tcp},      // Kubernetes "Ports and Protocols": kubelet API
    {"gelf", 12201_udp},         // Graylog Extended Log Format documentation: GELF UDP input
    {"rabbitmq", 15672_tcp},     // RabbitMQ "Networking": management plugin
    {"jaeger", 16686_tcp},       // Jaeger deployment: query service
    {"syncthing", 22000_tcp},    // Syncthing "Firewall Setup": sync protocol
    {"syncthing", 22000_udp},    // the same, over QUIC
    {"fluentd", 24224_tcp},      // Fluentd in_forward plugin: port
    {"minecraft", 25565_tcp},    // Minecraft server.properties: server-port
    {"steam", 27015_udp},        // Steamworks "Source Dedicated Server": -port
    {"rethinkdb", 28015_tcp},    // RethinkDB command line: --driver-port
    {"tailscale", 41641_udp},    // Tailscale "What firewall ports should I open"
    {"wireguard", 51820_udp},    // WireGuard quick start: ListenPort in its examples
    {"mumble", 64738_tcp},       // Mumble server configuration: port
    {"mumble", 64738_udp},       // the same, voice
};

} // namespace detail

/// Widespread uses that IANA does not list: find_service(9092_tcp, de_facto_services) is kafka.
inline constexpr ServiceTable de_facto_services{detail::de_facto_rows};

} // namespace portkit::inline v0
#endif // PORTKIT_DE_FACTO_HPP
