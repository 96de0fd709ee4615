// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_JSON_HPP
#define PORTKIT_JSON_HPP

#include <portkit/detail/has_text.hpp>
#include <portkit/host_port.hpp>
#include <portkit/plain_port.hpp>
#include <portkit/protocol.hpp>
#include <portkit/result.hpp>
#include <portkit/typed_port.hpp>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#if NLOHMANN_JSON_VERSION_MAJOR * 100 + NLOHMANN_JSON_VERSION_MINOR < 311
#error "portkit/json.hpp needs nlohmann/json 3.11 or newer"
#endif

// For JSON for Modern C++: a Port or TypedPort is a JSON number, and every other type with a text a
// JSON string of it.  What is written is read, and nothing else: the number 443, but neither the
// string "443" nor 443.0, true or null; for a port in a string there is parse.  HostPort and
// UrlAuthority are only written, since they would be views of the JSON value.
//
// Errors are thrown, as the library's own are, with the value's place if JSON_DIAGNOSTICS is set:
//   type_error.302    no integer, or no string
//   out_of_range.406  an integer outside 0..65535
//   other_error.599   a string that breaks a rule of its grammar: the rule, and at which byte

namespace portkit::inline v0::detail {

template <class Error, class Json>
[[noreturn]] void refuse_json(int id, const std::string& reason, const Json& json) {
  const Error error = Error::create(id, reason, &json);
#if defined(__cpp_exceptions) && !defined(JSON_NOEXCEPTION)
  throw error;
#else
  static_cast<void>(error);
  std::abort(); // as the library does
#endif
}

template <class Json>
[[noreturn]] void refuse_json_type(const std::string& wanted, const Json& json) {
  const std::string found = json.is_number() ? json.dump() : json.type_name();
  refuse_json<typename Json::type_error>(302, wanted + ", but is " + found, json);
}

/// A Port or TypedPort as a number.
template <class T>
struct NumberAsJson {
  template <class Json>
  static void to_json(Json& json, T port) {
    json = port.value();
  }

  template <class Json>
  [[nodiscard]] static T from_json(const Json& json) {
    if (!json.is_number_integer()) refuse_json_type("a port number must be an integer", json);
    const auto port = T::from(json.template get<std::int64_t>()); // above 2^63 it is negative
    if (!port)
      refuse_json<typename Json::out_of_range>(
          406, "a port number must be 0 to 65535, but is " + json.dump(), json);
    return *port;
  }
  template <class Json>
  static void from_json(const Json& json, T& port) {
    port = from_json(json);
  }
};

/// Any other value as its text.
template <class T>
struct TextAsJson {
  template <class Json>
  static void to_json(Json& json, const T& value) {
    const Text<T> text{value};
    json = typename Json::string_t(text.data(), text.size());
  }

  template <class Json>
    requires(!views_its_text<T>)
  [[nodiscard]] static T from_json(const Json& json) {
    if (!json.is_string()) refuse_json_type("the text must be a string", json);
    const auto& text = json.template get_ref<const typename Json::string_t&>();
    const Result<T> result = parse<T>(std::string_view(text.data(), text.size()));
    if (!result)
      refuse_json<typename Json::other_error>(599,
                                              std::string(result.error().message()) + ", at byte " +
                                                  std::to_string(result.error().position),
                                              json);
    return *result;
  }
  template <class Json>
    requires(!views_its_text<T>)
  static void from_json(const Json& json, T& value) {
    value = from_json(json);
  }
};

} // namespace portkit::inline v0::detail

template <portkit::detail::HasText T>
struct nlohmann::adl_serializer<T, void> : portkit::detail::TextAsJson<T> {};
template <>
struct nlohmann::adl_serializer<portkit::Port, void>
    : portkit::detail::NumberAsJson<portkit::Port> {};
template <portkit::Protocol P>
struct nlohmann::adl_serializer<portkit::TypedPort<P>, void>
    : portkit::detail::NumberAsJson<portkit::TypedPort<P>> {};

#endif // PORTKIT_JSON_HPP
