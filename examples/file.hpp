// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_EXAMPLES_FILE_HPP
#define PORTKIT_EXAMPLES_FILE_HPP

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

/// The whole file, or nothing if it cannot be read.
inline std::optional<std::string> read_file(const char* path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return std::nullopt;
  std::FILE* const file = std::fopen(path, "rb");
  if (file == nullptr) return std::nullopt;
  std::string text(static_cast<std::size_t>(size), '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  const bool is_read = std::ferror(file) == 0;
  std::fclose(file);
  if (!is_read) return std::nullopt;
  return text;
}

/// Writes to a file by large blocks; what is written stands in between in an array, into which
/// to_chars writes directly.
class Output {
public:
  explicit Output(std::FILE* file) : file_{file} {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() { flush(); }

  Output& operator<<(char c) {
    if (room() == 0) flush();
    *end_++ = c;
    return *this;
  }
  Output& operator<<(std::string_view text) {
    while (!text.empty()) {
      if (room() == 0) flush();
      const std::size_t copied = text.copy(end_, static_cast<std::size_t>(room()));
      end_ += copied;
      text.remove_prefix(copied);
    }
    return *this;
  }
  /// A number, or any value that portkit's to_chars writes.
  template <class T>
    requires(!std::convertible_to<const T&, std::string_view>)
  Output& operator<<(const T& value) {
    using std::to_chars;
    constexpr std::ptrdiff_t longest_text = 64;
    if (room() < longest_text) flush();
    end_ = to_chars(end_, end_ + longest_text, value).ptr;
    return *this;
  }
  void flush() {
    std::fwrite(buffer_, 1, static_cast<std::size_t>(end_ - buffer_), file_);
    std::fflush(file_);
    end_ = buffer_;
  }

private:
  [[nodiscard]] std::ptrdiff_t room() const { return buffer_ + sizeof buffer_ - end_; }

  std::FILE* file_;
  char buffer_[std::size_t{1} << 16];
  char* end_ = buffer_;
};

#endif // PORTKIT_EXAMPLES_FILE_HPP
