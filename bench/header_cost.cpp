// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<elf.h>)
#include <elf.h>
#define PORTKIT_BENCH_HAS_ELF
#endif
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// header_cost [compiler...]: what an include of portkit costs a compiler, in CPU time over the
// standard headers that portkit needs anyway, and what constants from the registry cost an object.

namespace {

namespace fs = std::filesystem;
using Path = fs::path;

bool is_quick() {
  const char* const value = std::getenv("PORTKIT_BENCH_QUICK");
  return value != nullptr && *value != '\0' && *value != '0';
}

/// The standard headers that a header of portkit includes, itself or through others.
void collect_standard_headers(const Path& root, const std::string& header,
                              std::set<std::string>& seen, std::set<std::string>& standard) {
  if (!seen.insert(header).second) return;
  std::ifstream file{root / header};
  bool is_for_msvc = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#if")) is_for_msvc = line.find("_MSC_VER") != std::string::npos;
    if (line.starts_with("#endif")) is_for_msvc = false;
    const std::size_t start = line.find('<');
    const std::size_t end = line.find('>');
    if (!line.starts_with("#include <") || end == std::string::npos || is_for_msvc) continue;
    const std::string name = line.substr(start + 1, end - start - 1);
    if (name.starts_with("portkit/"))
      collect_standard_headers(root, name, seen, standard);
    else
      standard.insert(name);
  }
}

std::set<std::string> standard_headers_of(const Path& root, const std::string& header) {
  std::set<std::string> seen;
  std::set<std::string> standard;
  collect_standard_headers(root, header, seen, standard);
  return standard;
}

std::string includes_of(const std::set<std::string>& headers) {
  std::string text;
  for (const std::string& header : headers) text += "#include <" + header + ">\n";
  return text;
}

/// Runs a program; its CPU time in milliseconds.  Error: empty if it fails.
std::optional<double> run(const std::vector<std::string>& words, bool is_loud) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (!is_loud) posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int error =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return std::nullopt;
  const auto children_ms = [] {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage); // waited-for descendants too: the compiler proper
    const auto ms = [](const timeval& time) {
      return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) * 1e-3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
  };
  const double before = children_ms();
  int status = 0;
  if (waitpid(child, &status, 0) != child || status != 0) return std::nullopt;
  return children_ms() - before;
}

struct Sizes {
  std::uint64_t code = 0;
  std::uint64_t constants = 0;
};

/// The bytes of .text* and .rodata* in an object file.  Error: empty if it is no 64-bit ELF file.
std::optional<Sizes> sizes_of([[maybe_unused]] const Path& object) {
#if defined(PORTKIT_BENCH_HAS_ELF)
  std::ifstream file{object, std::ios::binary};
  const std::vector<char> bytes{std::istreambuf_iterator<char>{file}, {}};
  Elf64_Ehdr header;
  if (bytes.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_ident[EI_CLASS] != ELFCLASS64)
    return std::nullopt;
  const auto section_at = [&](std::size_t index) {
    Elf64_Shdr section;
    std::memcpy(&section, bytes.data() + header.e_shoff + index * sizeof section, sizeof section);
    return section;
  };
  const Elf64_Shdr names = section_at(header.e_shstrndx);
  Sizes sizes;
  for (std::size_t i = 0; i != header.e_shnum; ++i) {
    const Elf64_Shdr section = section_at(i);
    const std::string_view name{bytes.data() + names.sh_offset + section.sh_name};
    if (name.starts_with(".text")) sizes.code += section.sh_size;
    if (name.starts_with(".rodata") || name.starts_with(".data.rel.ro"))
      sizes.constants += section.sh_size;
  }
  return sizes;
#else
  return std::nullopt;
#endif
}

class Workshop {
public:
  explicit Workshop(Path root) : root_{std::move(root)} {
    std::string pattern = (fs::temp_directory_path() / "portkit_header_cost_XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) std::exit(1);
    folder_ = pattern;
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  [[nodiscard]] Path write(const std::string& name, const std::string& text) const {
    const Path path = folder_ / (name + ".cpp");
    std::ofstream{path} << text;
    return path;
  }
  [[nodiscard]] std::optional<double> check(const std::string& compiler, const Path& source) const {
    return run({compiler, "-std=c++20", "-fsyntax-only", "-I", root_.string(), source.string()},
               false);
  }
  [[nodiscard]] std::optional<Sizes> compile(const std::string& compiler, const char* level,
                                             const Path& source) const {
    const Path object = folder_ / "object.o";
    if (!run({compiler, "-std=c++20", level, "-c", "-I", root_.string(), "-o", object.string(),
              source.string()},
             true))
      return std::nullopt;
    return sizes_of(object);
  }

private:
  Path root_;
  Path folder_;
};

struct Header {
  const char* name;
  double gcc_bar; ///< milliseconds; 0 for none
  double clang_bar;
};
constexpr Header headers[] = {{"portkit/port.hpp", 3, 3},
                              {"portkit/address.hpp", 0, 0},
                              {"portkit/endpoint.hpp", 12, 18},
                              {"portkit/service.hpp", 7, 12},
                              {"portkit/portkit.hpp", 0, 0}};

void print_times(const Path& root, const Workshop& workshop, const std::string& compiler) {
  constexpr double none = std::numeric_limits<double>::infinity();
  struct Cost {
    Path base_source;
    Path source;
    double base = none;
    double whole = none;
  };
  std::array<Cost, std::size(headers)> costs;
  for (std::size_t i = 0; i != costs.size(); ++i) {
    const std::string base = includes_of(standard_headers_of(root, headers[i].name));
    const std::string number = std::to_string(i);
    costs[i].base_source = workshop.write("base" + number, base);
    costs[i].source =
        workshop.write("whole" + number, base + "#include <" + headers[i].name + ">\n");
  }
  // Interleaved, so that what else the machine does meets all alike; the least of each counts.
  const int rounds = is_quick() ? 5 : 25;
  for (int round = 0; round != rounds; ++round)
    for (Cost& cost : costs) {
      cost.base = std::min(cost.base, workshop.check(compiler, cost.base_source).value_or(none));
      cost.whole = std::min(cost.whole, workshop.check(compiler, cost.source).value_or(none));
    }

  const bool is_clang = compiler.find("clang") != std::string::npos;
  std::printf("\n%s: CPU milliseconds, the least of %d runs\n  %-24s %10s %10s %10s %10s\n",
              compiler.c_str(), rounds, "header", "std alone", "with it", "portkit", "bar");
  for (std::size_t i = 0; i != costs.size(); ++i) {
    const double own = costs[i].whole - costs[i].base;
    const double bar = is_clang ? headers[i].clang_bar : headers[i].gcc_bar;
    std::printf("  %-24s %10.1f %10.1f %10.1f", headers[i].name, costs[i].base, costs[i].whole,
                own);
    if (bar != 0) std::printf(" %10.1f  %s", bar, own <= bar ? "PASS" : "MISS");
    std::puts("");
  }
}

void print_standard_headers(const Path& root) {
  for (const Header& header : headers) {
    std::printf("%s includes", header.name);
    for (const std::string& name : standard_headers_of(root, header.name))
      std::printf(" <%s>", name.c_str());
    std::puts("");
  }
}

void print_sizes(const Workshop& workshop, const std::string& compiler) {
  const std::string start = "#include <portkit/service.hpp>\nusing namespace portkit::literals;\n";
  const struct {
    const char* name;
    std::string text;
  } units[] = {
      {"empty", ""},
      {"service.hpp, unused", start},
      {"constant port", start + "static_assert(portkit::find_service(443_tcp));\n"
                                "unsigned short port() { return (\"https\"_tcp).value(); }\n"},
      {"constant name", start +
                            "const char* name() { return portkit::service_name<443_tcp>.data(); "
                            "}\n"},
      {"port to name at run time", start + "std::string_view f(portkit::TransportPort p) { return "
                                           "portkit::find_service(p)->name; }\n"},
      {"name to port at run time",
       start + "bool f(const char* s) { return portkit::find_port(s, portkit::Protocol::tcp)"
               ".has_value(); }\n"},
  };
  std::printf("  %-28s %8s %10s %10s %10s   (a constant may keep no table)\n", "object", "", "code",
              "constants", "over empty");
  for (const char* const level : {"-O2", "-O0"}) {
    std::optional<Sizes> empty;
    for (const auto& unit : units) {
      const auto sizes = workshop.compile(compiler, level, workshop.write("object", unit.text));
      if (!sizes) {
        std::printf("  %-28s %8s: not measured\n", unit.name, level);
        continue;
      }
      if (!empty) empty = sizes;
      const std::uint64_t over = sizes->code + sizes->constants - empty->code - empty->constants;
      std::printf("  %-28s %8s %10llu %10llu %10llu", unit.name, level,
                  static_cast<unsigned long long>(sizes->code),
                  static_cast<unsigned long long>(sizes->constants),
                  static_cast<unsigned long long>(over));
      if (std::string_view{unit.name}.starts_with("constant"))
        std::printf("  %s", over <= 2048 ? "PASS" : "MISS");
      std::puts("");
    }
  }
}

} // namespace

int main(int argc, char** argv) {
  std::vector<std::string> compilers(argv + 1, argv + argc);
  if (compilers.empty()) compilers = {"g++", "clang++-19"};
  const char* const other_root = std::getenv("PORTKIT_INCLUDE_DIR");
  const Path root = other_root != nullptr ? other_root : PORTKIT_INCLUDE_DIR;
  const Workshop workshop{root};
  print_standard_headers(root);
  for (const std::string& compiler : compilers) {
    if (!run({compiler, "--version"}, false)) {
      std::printf("\n%s: not found\n", compiler.c_str());
      continue;
    }
    print_times(root, workshop, compiler);
    print_sizes(workshop, compiler);
  }
}
