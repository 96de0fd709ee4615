// SPDX-License-Identifier: BSL-1.0
// Explains ports: portinfo 443/tcp https [::1]:8080.  Without arguments: the sockets of this
// machine.

#include "caret.hpp"
#include "portinfo/explain.hpp"
#include "portinfo/question.hpp"
#include "portinfo/sockets.hpp"
#include "portinfo/style.hpp"

#include <portkit/portkit.hpp>

#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace {

constexpr std::string_view help = R"(usage: portinfo [QUESTION...]

Explains port numbers and service names; without arguments, lists the sockets
that are open on this machine.

A QUESTION is one of
  443              a number, for every protocol
  443/tcp          a number of one protocol: tcp, udp, dccp or sctp
  https            a service name, also one that people merely type: postgres
  https/udp        a service name of one protocol
  example.com:993  any of these behind a host
  [::1]:8080       or behind an IPv6 address

Options
  --help           this text
  --version        the versions of portkit and of its registry
  --               all that follows are questions

Exit status: 0, or 1 if any question was not understood.
)";

/// Answers on stdout; refusals on stderr, with a mark under what is wrong.
bool answer(std::string_view argument, const Host& host) {
  const auto answer = read_question(argument);
  if (const auto* const question = std::get_if<Question>(&answer)) {
    explain(argument, *question, host);
    return true;
  }
  const Refusal& refusal = std::get<Refusal>(answer);
  std::cout.flush(); // both streams may be one terminal
  std::cerr << paint(Style::red, "error", has_colour(stderr)) << ": " << refusal.reason << '\n'
            << point_at(argument, refusal.position, refusal.length);
  return false;
}

bool answer_all(const std::vector<std::string_view>& arguments) {
  const Host host = current_host();
  bool is_good = true;
  for (const std::string_view& argument : arguments) {
    if (&argument != &arguments.front()) std::cout << '\n';
    is_good = answer(argument, host) && is_good;
  }
  return is_good;
}

/// The open sockets, or where there are none to show, a few explanations.
void show_this_machine() {
#if defined(__linux__)
  const std::vector<Socket> sockets = read_sockets(std::cout);
  std::cout << '\n';
  if (!sockets.empty()) {
    print_sockets(sockets, current_host());
  } else {
    std::cout << "No open socket is seen here.  Some ports instead:\n\n";
    answer_all({"443/tcp", "53", "postgres", "50000/udp"});
  }
#else
  std::cout << "Sockets are listed on Linux only.  Some ports instead:\n\n";
  answer_all({"443/tcp", "53", "postgres", "50000/udp"});
#endif
  std::cout << "\nMore: portinfo 443/tcp postgres [::1]:8080, or portinfo --help\n";
}

} // namespace

int main(int argc, char** argv) {
  std::vector<std::string_view> questions;
  bool may_be_option = true;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    // A number below zero is a wrong port rather than a wrong option.
    const bool is_option = may_be_option && argument.size() > 1 && argument[0] == '-' &&
                           (argument[1] < '0' || argument[1] > '9');
    if (!is_option) {
      questions.push_back(argument);
    } else if (argument == "--") {
      may_be_option = false;
    } else if (argument == "--help") {
      std::cout << help;
      return 0;
    } else if (argument == "--version") {
      std::cout << "portinfo of portkit " << PORTKIT_VERSION_MAJOR << '.' << PORTKIT_VERSION_MINOR
                << '.' << PORTKIT_VERSION_PATCH << ", IANA registry of " << portkit::registry_date
                << '\n';
      return 0;
    } else {
      std::cerr << "error: unknown option " << argument << ", see portinfo --help\n";
      return 1;
    }
  }
  if (argc > 1) return answer_all(questions) ? 0 : 1;
  show_this_machine();
  return 0;
}
