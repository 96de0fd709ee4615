// SPDX-License-Identifier: BSL-1.0
// url COUNT SEED: writes COUNT URLs, well-formed and mutated ones, each as a line of JSON with what
// portkit makes of it under the options that are nearest to the WHATWG URL Standard:
//   ["http://x:080/", null, 0, "http", "x", 80, 80]      port, effective port
//   ["http://x:-1/", "not_a_digit", 9]                   why and where it is refused
// url.mjs compares the answers with those of another reader.

#include <portkit/url_authority.hpp>

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace portkit;

namespace {

using Characters = std::vector<std::string>; // each of one or more bytes of UTF-8

class Generator {
public:
  explicit Generator(unsigned seed) : random_{seed} {}

  [[nodiscard]] std::string url() {
    Characters text = well_formed();
    if (below(2) != 0)
      for (unsigned i = 0; i <= below(3); ++i) mutate(text);
    std::string joined;
    for (const std::string& character : text) joined += character;
    return joined;
  }

private:
  [[nodiscard]] std::size_t below(std::size_t limit) { return random_() % limit; }
  template <std::size_t N>
  [[nodiscard]] std::string_view one_of(const std::string_view (&list)[N]) {
    return list[below(N)];
  }
  [[nodiscard]] std::string number(std::size_t limit) { return std::to_string(below(limit)); }

  [[nodiscard]] std::string label() {
    static constexpr std::string_view usual[] = {"example", "EXAMPLE", "localhost", "x",
                                                 "a-b",     "a_b",     "com",       "xn--p1ai"};
    static constexpr std::string_view unusual[] = {
        "xn--a",  "0x7f",        "0x", "08",     "1",         "127",    "%41", "%31", "%2e",
        "%C3%A9", "!$&'()*+,;=", "~",  "\u00E9", "%EF%BC%91", "\uFF11", "%zz", "-"};
    if (below(4) != 0) return std::string{one_of(usual)};
    return std::string{one_of(unusual)};
  }
  [[nodiscard]] std::string host() {
    static constexpr std::string_view known[] = {"[::1]",
                                                 "[2001:DB8::1]",
                                                 "[::ffff:1.2.3.4]",
                                                 "[1:2:3:4:5:6:7:8]",
                                                 "[::]",
                                                 "[::1%3]",
                                                 "C|",
                                                 "c",
                                                 "[1.2.3.4]",
                                                 "[::1",
                                                 "127.0.0.1",
                                                 "255.255.255.255",
                                                 "1.2.3.4.",
                                                 "2130706433",
                                                 "0x7F000001",
                                                 "017700000001",
                                                 "",
                                                 "."};
    switch (below(4)) {
      case 0: return std::string{one_of(known)};
      case 1: return number(260) + "." + number(260) + "." + number(260) + "." + number(260);
      default: break;
    }
    std::string name = label();
    for (std::size_t i = below(4); i != 0; --i) name += "." + label();
    return name;
  }
  [[nodiscard]] std::string port() {
    static constexpr std::string_view ports[] = {":80",
                                                 ":443",
                                                 ":21",
                                                 ":0",
                                                 ":",
                                                 ":65535",
                                                 ":65536",
                                                 ":65616",
                                                 ":4294967376",
                                                 ":080",
                                                 ":0x50",
                                                 ":18446744073709551697",
                                                 ":340282366920938463463374607431768211537",
                                                 ":-1",
                                                 ":+80",
                                                 ":6379",
                                                 ":000000000000000000000000000000081",
                                                 ": 80",
                                                 ":8a"};
    switch (below(4)) {
      case 0: return std::string{one_of(ports)};
      case 1: return ":" + number(70000);
      default: return "";
    }
  }
  [[nodiscard]] Characters well_formed() {
    static constexpr std::string_view schemes[] = {"http", "https", "ws",    "wss",   "ftp",
                                                   "HTTP", "file",  "redis", "x-own", "coap+tcp"};
    static constexpr std::string_view starts[] = {
        "://", "://", "://", "://", "://", "://", "://",  "://",   "://", "://",
        "://", "://", "://", "://", ":",   ":/",  ":///", ":\\\\", "//"};
    static constexpr std::string_view users[] = {"user", "user:pass", ":", "a%40b",
                                                 "a@b",  "a b",       "["};
    static constexpr std::string_view tails[] = {"",   "",       "/",   "/x", "?q",
                                                 "#f", "/a:1@b", "\\x", "/ "};
    Characters text;
    append(text, one_of(schemes));
    append(text, one_of(starts));
    if (below(6) == 0) {
      append(text, one_of(users));
      append(text, "@");
    }
    append(text, host());
    append(text, port());
    append(text, one_of(tails));
    return text;
  }
  static void append(Characters& text, std::string_view bytes) {
    for (const char c : bytes) {
      const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
      if (continues)
        text.back() += c;
      else
        text.emplace_back(1, c);
    }
  }
  void mutate(Characters& text) {
    static constexpr std::string_view characters[] = {
        ":", "/", "@", "?", "#", "[", "]",  "\\",     "%",      ".",      "0",      "1",     "9",
        "x", "A", "-", "+", "_", " ", "\t", "\n",     "\x01",   "\x7F",   "\"",     "<",     ">",
        "^", "`", "{", "|", "}", "~", "*",  "\u00E9", "\u00AD", "\uFF11", "\u3002", "\u0661"};
    const std::string_view character = one_of(characters);
    const auto place = text.begin() + static_cast<std::ptrdiff_t>(below(text.size() + 1));
    if (place == text.end() || below(3) == 0)
      text.emplace(place, character);
    else if (below(2) == 0)
      *place = character;
    else
      text.erase(place);
  }

  std::mt19937 random_;
};

[[nodiscard]] std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || c == '"' || c == '\\')
      out += std::string{"\\u00"} + "0123456789abcdef"[byte / 16] + "0123456789abcdef"[byte % 16];
    else
      out += c;
  }
  return out + "\"";
}

[[nodiscard]] std::string written(const HostPort& host_port) {
  std::string text(text_size(host_port), '\0');
  char* const end = to_chars(text.data(), text.data() + text.size(), host_port).ptr;
  text.resize(static_cast<std::size_t>(end - text.data()));
  return text;
}

[[nodiscard]] std::string number_or_null(std::optional<Port> port) {
  return port ? std::to_string(port->value()) : "null";
}

/// The enumerator's name, of those that a URL can run into.
[[nodiscard]] std::string_view name_of(ParseErrc code) {
  switch (code) {
    case ParseErrc::empty: return "empty";
    case ParseErrc::not_a_digit: return "not_a_digit";
    case ParseErrc::out_of_range: return "out_of_range";
    case ParseErrc::not_an_address_character: return "not_an_address_character";
    case ParseErrc::missing_octet: return "missing_octet";
    case ParseErrc::too_many_octets: return "too_many_octets";
    case ParseErrc::octet_leading_zero: return "octet_leading_zero";
    case ParseErrc::octet_out_of_range: return "octet_out_of_range";
    case ParseErrc::missing_brackets: return "missing_brackets";
    case ParseErrc::text_after_bracket: return "text_after_bracket";
    case ParseErrc::unclosed_bracket: return "unclosed_bracket";
    case ParseErrc::not_ipv6_in_brackets: return "not_ipv6_in_brackets";
    case ParseErrc::missing_host: return "missing_host";
    case ParseErrc::not_a_host_character: return "not_a_host_character";
    case ParseErrc::missing_scheme: return "missing_scheme";
    case ParseErrc::not_a_scheme_character: return "not_a_scheme_character";
    case ParseErrc::missing_authority: return "missing_authority";
    default: return "other";
  }
}

[[nodiscard]] std::string answer(std::string_view text) {
  const Result<UrlAuthority> url = parse<UrlAuthority>(text, ParseOptions::leading_zeros_allowed |
                                                                 ParseOptions::empty_port_allowed |
                                                                 ParseOptions::userinfo_skipped);
  if (!url) return quoted(name_of(url.error().code)) + "," + std::to_string(url.error().position);
  const auto effective = url->effective_port();
  return "null,0," + quoted(url->scheme()) + "," +
         quoted(written(url->host_port().without_port())) + "," +
         number_or_null(url->host_port().port()) + "," +
         number_or_null(effective ? std::optional{effective->port()} : std::nullopt);
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 1;
  Generator generator{static_cast<unsigned>(std::atoi(argv[2]))};
  for (long left = std::atol(argv[1]); left > 0; --left) {
    const std::string url = generator.url();
    const std::string line = "[" + quoted(url) + "," + answer(url) + "]\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
