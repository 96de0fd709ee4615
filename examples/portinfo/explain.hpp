// SPDX-License-Identifier: BSL-1.0
#ifndef PORTINFO_EXPLAIN_HPP
#define PORTINFO_EXPLAIN_HPP

#include "question.hpp"
#include "style.hpp"

#include <portkit/de_facto.hpp>
#include <portkit/host.hpp>
#include <portkit/portkit.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What ports are held against, and how to call it.
struct Host {
  portkit::PortPolicy policy;
  std::string_view name;
};

/// The live values where they can be read, else what the system does out of the box.
inline Host current_host() {
  if (const auto policy = portkit::read_host_policy()) return {*policy, "this host"};
#if defined(_WIN32)
  return {portkit::windows_defaults, "Windows by default"};
#elif defined(__APPLE__)
  return {portkit::macos_defaults, "macOS by default"};
#elif defined(__FreeBSD__)
  return {portkit::freebsd_defaults, "FreeBSD by default"};
#elif defined(__OpenBSD__)
  return {portkit::openbsd_defaults, "OpenBSD by default"};
#elif defined(__NetBSD__)
  return {portkit::netbsd_defaults, "NetBSD by default"};
#else
  return {portkit::linux_defaults, "Linux by default"};
#endif
}

inline std::string_view to_words(portkit::PortClass port_class) {
  switch (port_class) {
    case portkit::PortClass::well_known: return "well known";
    case portkit::PortClass::registered: return "registered";
    case portkit::PortClass::dynamic: break;
  }
  return "dynamic";
}

inline std::string_view to_words(portkit::Provenance provenance) {
  switch (provenance) {
    case portkit::Provenance::assigned: return "assigned";
    case portkit::Provenance::alias: return "alias";
    case portkit::Provenance::widespread: return "widespread, not assigned";
    case portkit::Provenance::transport_not_stated: return "no protocol stated";
    case portkit::Provenance::renamed: return "former name";
    case portkit::Provenance::withdrawn: return "withdrawn";
    case portkit::Provenance::colloquial: return "colloquial";
    case portkit::Provenance::own: break; // here the rows of de_facto_services
  }
  return "de facto";
}

inline std::string to_words(portkit::PortRange range) {
  const std::string first = to_string(range.first());
  return range.size() == 1 ? first : first + "-" + to_string(range.last());
}

/// The first of a list that is in order of preference, then the others: "http; also www (alias)".
inline void append_choice(std::string& list, std::string_view text) {
  list += list.empty() ? "" : list.find(';') == std::string::npos ? "; also " : ", ";
  list += text;
}

/// A name, and in parentheses what keeps it from being simply IANA's.
inline std::string with_provenance(const portkit::Service& service) {
  std::string text{service.name};
  if (service.provenance != portkit::Provenance::assigned)
    text.append(" (").append(to_words(service.provenance)).append(")");
  return text;
}

inline std::string names_at(portkit::TransportPort port) {
  std::string names;
  for (const portkit::Service service : portkit::services_at(port))
    append_choice(names, with_provenance(service));
  if (const auto service = portkit::de_facto_services.find_service(port))
    append_choice(names, with_provenance(*service));
  return names;
}

/// The ports of a name, the one that people mean by it first: "8080; also 591, 8008".
inline std::string ports_of(std::string_view name, portkit::Protocol protocol) {
  const auto primary = find_primary_port(name, protocol);
  if (!primary) return {};
  std::vector<portkit::PortRange> others;
  for (const portkit::TransportPort port : portkit::find_ports(name, protocol)) {
    if (port == *primary) continue;
    if (!others.empty() && others.back().last().offset(1) == port.port())
      others.back() = *portkit::PortRange::from(others.back().first(), port.port());
    else
      others.emplace_back(port.port());
  }
  std::string list = to_string(primary->port());
  for (const portkit::PortRange range : others) append_choice(list, to_words(range));
  return list;
}

/// Equal but for the case of ASCII letters, as service names are.
inline bool is_same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [lower](char c, char d) { return lower(c) == lower(d); });
}

/// How a name that was typed relates to the names that the registry has for its port.
inline std::string standing_of(std::string_view typed, portkit::TransportPort port) {
  const auto preferred = portkit::find_service(port);
  for (const portkit::Service service : portkit::services_at(port)) {
    if (!is_same_name(service.name, typed)) continue;
    if (service == *preferred) return with_provenance(service);
    return with_provenance(service) + " of " + std::string(preferred->name);
  }
  const auto de_facto = portkit::de_facto_services.find_service(port);
  if (de_facto && is_same_name(de_facto->name, typed)) {
    return with_provenance(*de_facto) + ", where IANA lists " +
           std::string(preferred ? preferred->name : "no name");
  }
  return std::string(typed) + " is what people type for " +
         std::string(preferred ? preferred->name : "a port without a name");
}

/// What is true of the number, whatever the protocol.
inline void print_number(portkit::Port port, const Host& host) {
  constexpr portkit::PortRange class_ranges[] = {portkit::PortRange::of(0, 1023),
                                                 portkit::PortRange::of(1024, 49151),
                                                 portkit::PortRange::of(49152, 65535)};
  const std::string by = " (" + std::string(host.name) + ": ";

  std::string text{to_words(classify(port))};
  for (const portkit::PortRange range : class_ranges)
    if (range.contains(port)) text += " (" + to_words(range) + ")";
  print_fact("class", text);

  const std::string limit = to_string(host.policy.unprivileged_from);
  if (port.is_zero())
    text = "the system chooses a port; nobody can connect to port 0";
  else if (is_privileged(port, host.policy))
    text = "needs a privilege" + by + "below " + limit + ")";
  else if (host.policy.unprivileged_from.is_zero())
    text = "free to every program" + by + "no port needs a privilege)";
  else
    text = "free to every program" + by + "from " + limit + ")";
  print_fact("bind", text);

  text = is_ephemeral(port, host.policy) ? "yes, no place for a server" : "no";
  print_fact("ephemeral", text + by + to_words(host.policy.ephemeral) + ")");
  print_fact("browsers",
             is_fetch_bad_port(port) ? "blocked, no place for a web server" : "allowed");
}

inline void explain_number(const Question& question, const Host& host) {
  bool has_service = false;
  for (const portkit::Protocol protocol : portkit::all_protocols) {
    if (question.protocol && protocol != *question.protocol) continue;
    const portkit::TransportPort port{protocol, question.port};
    const std::string names = names_at(port);
    if (!names.empty()) print_fact(to_string(port), names);
    has_service = has_service || !names.empty();
  }
  if (!has_service) {
    const std::string asked =
        question.protocol ? std::string(name(*question.protocol)) : std::string("any protocol");
    print_fact("service", "none is registered for " + asked);
  }
  print_number(question.port, host);
}

inline void explain_name(const Question& question, const Host& host) {
  std::vector<portkit::Port> primary_ports; // mostly one: few names differ by protocol
  for (const portkit::Protocol protocol : portkit::all_protocols) {
    if (question.protocol && protocol != *question.protocol) continue;
    const auto port = find_primary_port(question.name, protocol);
    if (!port) continue;
    if (primary_ports.empty()) print_fact("name", standing_of(question.name, *port));
    print_fact(name(protocol), ports_of(question.name, protocol));
    if (std::find(primary_ports.begin(), primary_ports.end(), port->port()) == primary_ports.end())
      primary_ports.push_back(port->port());
  }
  for (const portkit::Port port : primary_ports) {
    if (primary_ports.size() > 1) print_fact("port", to_string(port));
    print_number(port, host);
  }
}

inline void explain(std::string_view title, const Question& question, const Host& host) {
  std::cout << paint(Style::bold, title) << '\n';
  if (question.host) print_fact("host", question.host->empty() ? "(none)" : *question.host);
  if (question.name.empty())
    explain_number(question, host);
  else
    explain_name(question, host);
}

#endif // PORTINFO_EXPLAIN_HPP
