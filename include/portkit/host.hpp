// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_HOST_HPP
#define PORTKIT_HOST_HPP

#include <portkit/plain_port.hpp>
#include <portkit/policy.hpp>
#include <portkit/port_range.hpp>
#include <portkit/result.hpp>

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string_view>

namespace portkit::inline v0 {

#if defined(__linux__)
namespace detail {

/// Takes the next word off the text, which the kernel separates by blanks, and reads it as a port.
[[nodiscard]] inline std::optional<Port> take_port(std::string_view& text) noexcept {
  constexpr std::string_view blanks = " \t\n";
  const std::size_t start = text.find_first_not_of(blanks);
  if (start == std::string_view::npos) return std::nullopt;
  text.remove_prefix(start);
  const std::string_view word = text.substr(0, text.find_first_of(blanks));
  text.remove_prefix(word.size());
  const Result<Port> port = parse<Port>(word);
  if (!port) return std::nullopt;
  return *port;
}

/// The start of a file into the buffer; empty if it cannot be read.
template <std::size_t N>
[[nodiscard]] std::string_view read_start_of_file(const char* path, char (&buffer)[N]) noexcept {
  std::FILE* const file =
      std::fopen(path, "rbe"); // e: a program started meanwhile inherits nothing
  if (file == nullptr) return {};
  const std::size_t size = std::fread(buffer, 1, N, file);
  std::fclose(file);
  return {buffer, size};
}

} // namespace detail
#endif

/// The live values of this host, and on Linux of this network namespace.  Allocates no memory of
/// its own and does not throw; reads two files each time.
///
/// Error: empty on systems other than Linux (take the constant of policy.hpp that fits) and where
///        /proc cannot be read.
/// Source: Linux kernel documentation, ip-sysctl: ip_local_port_range, ip_unprivileged_port_start.
[[nodiscard]] inline std::optional<PortPolicy> read_host_policy() noexcept {
#if defined(__linux__)
  char buffer[64];
  std::string_view text =
      detail::read_start_of_file("/proc/sys/net/ipv4/ip_local_port_range", buffer);
  const std::optional<Port> first = detail::take_port(text);
  const std::optional<Port> last = detail::take_port(text);
  if (!first || !last) return std::nullopt;
  const std::optional<PortRange> ephemeral = PortRange::from(*first, *last);
  if (!ephemeral) return std::nullopt;
  // Kernels before 4.11 have no such file: there the limit is fixed.
  text = detail::read_start_of_file("/proc/sys/net/ipv4/ip_unprivileged_port_start", buffer);
  const std::optional<Port> unprivileged_from = detail::take_port(text);
  return PortPolicy{*ephemeral, unprivileged_from.value_or(linux_defaults.unprivileged_from)};
#else
  return std::nullopt;
#endif
}

} // namespace portkit::inline v0
#endif // PORTKIT_HOST_HPP
