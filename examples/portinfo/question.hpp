// SPDX-License-Identifier: BSL-1.0
#ifndef PORTINFO_QUESTION_HPP
#define PORTINFO_QUESTION_HPP

#include <portkit/de_facto.hpp>
#include <portkit/portkit.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// What one argument asks about: 443, 443/tcp, https, https/tcp, each perhaps behind a host.
struct Question {
  std::optional<std::string_view> host;      ///< as given
  std::optional<portkit::Protocol> protocol; ///< empty: every one
  std::string_view name;                     ///< empty for a number
  portkit::Port port;                        ///< of a number
};

/// Why an argument is no question, and where: byte offsets into the argument.
struct Refusal {
  std::string_view reason;
  std::size_t position;
  std::size_t length;
};

/// The error of a text that starts at byte `start` of the argument.
inline Refusal refuse(portkit::ParseError error, std::size_t start) {
  error = error.shifted(start);
  return {error.message(), error.position, error.length};
}

/// The registry's port of a name, or else that of a program found on somebody else's port.
inline std::optional<portkit::TransportPort> find_primary_port(std::string_view name,
                                                               portkit::Protocol protocol) {
  const auto port = portkit::find_port(name, protocol);
  return port ? port : portkit::de_facto_services.find_port(name, protocol);
}

/// Why the name has a port for none of the protocols that were asked for; empty if it has one.
inline std::optional<portkit::ParseError> check_name(const Question& question) {
  std::optional<portkit::ParseError> error;
  for (const portkit::Protocol protocol : portkit::all_protocols) {
    if (question.protocol && protocol != *question.protocol) continue;
    const auto port = portkit::parse_service(question.name, protocol, portkit::de_facto_services);
    if (port) return std::nullopt;
    error = port.error();
  }
  return error;
}

inline bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

inline std::variant<Question, Refusal> read_question(std::string_view text) {
  Question question{};

  std::size_t start = 0; // of the port
  const std::size_t colon = text.find(':');
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos)
      return Refusal{"the bracket is never closed", text.size(), 0};
    if (text.substr(end + 1, 1) != ":")
      return Refusal{"a colon and a port are expected here, as in [::1]:80", end + 1, 0};
    start = end + 2;
  } else if (colon != std::string_view::npos) {
    if (text.substr(colon).starts_with("://"))
      return Refusal{"a URL is not read here: give its host and port", 0, colon + 3};
    if (text.find(':', colon + 1) != std::string_view::npos)
      return Refusal{"an IPv6 address needs brackets before a port, as in [::1]:80", 0,
                     text.size()};
    start = colon + 1;
  }
  if (start != 0) question.host = text.substr(0, start - 1);

  const std::string_view word = text.substr(start);
  const std::size_t slash = word.find('/');
  if (has_letter(word.substr(0, slash))) {
    question.name = word.substr(0, slash);
    if (slash != std::string_view::npos) {
      const auto protocol = portkit::parse<portkit::Protocol>(word.substr(slash + 1));
      if (!protocol) return refuse(protocol.error(), start + slash + 1);
      question.protocol = *protocol;
    }
    if (const auto error = check_name(question)) return refuse(*error, start);
  } else if (slash != std::string_view::npos) {
    const auto port = portkit::parse<portkit::TransportPort>(word);
    if (!port) return refuse(port.error(), start);
    question.protocol = port->protocol();
    question.port = port->port();
  } else {
    const auto port = portkit::parse<portkit::Port>(word);
    if (!port) return refuse(port.error(), start);
    question.port = *port;
  }
  return question;
}

#endif // PORTINFO_QUESTION_HPP
