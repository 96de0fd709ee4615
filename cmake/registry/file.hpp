// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_FILE_HPP
#define PORTKIT_REGISTRY_FILE_HPP

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace portkit_registry {

/// Byte for byte; throws Error if the file cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);
[[nodiscard]] std::optional<std::string> read_file_if_there(const std::filesystem::path& path);

/// What to do with a result: put it on disk, or only say whether the disk holds it already.
enum class Output { write, check };

/// True if the file holds the text now. A check that finds a difference shows it on stderr.
[[nodiscard]] bool put_file(const std::filesystem::path& path, std::string_view text,
                            Output output);

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_FILE_HPP
