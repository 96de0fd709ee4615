// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DEMUX_HPP
#define PORTKIT_DEMUX_HPP

#include <portkit/detail/demux_arms.hpp>
#include <portkit/transport_port.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace portkit::inline v0 {

/// One arm of a Demux: what to do with these ports and ranges, each with its protocol, as in
/// on<443_tcp>(f), on<53_udp, 53_tcp>(f), on<TcpPortRange::of(6000, 6063)>(f).
///
/// The handler is called as handler(port, arguments...) if it can be, with a TypedPort if all ports
/// of the arm are of one protocol, else with a TransportPort; if not, as handler(arguments...).
/// Error: does not compile without a port, or with one that has no protocol.
template <auto... Ports, class Handler>
[[nodiscard]] constexpr auto on(Handler handler) {
  static_assert(sizeof...(Ports) != 0, "portkit: an arm takes at least one port");
  static_assert(detail::all_of<detail::HasProtocol<decltype(Ports)>...>,
                "portkit: an arm takes ports and ranges that have a protocol, as 443_tcp");
  return detail::DemuxArm<detail::ArmPorts<Ports...>, Handler>{static_cast<Handler&&>(handler)};
}
/// The last arm of a Demux: what to do with every port that no other arm takes.  The handler is
/// called as on says, with a TransportPort.
template <class Handler>
[[nodiscard]] constexpr auto otherwise(Handler handler) {
  return detail::DemuxArm<detail::OtherPorts, Handler>{static_cast<Handler&&>(handler)};
}

/// Calls the handler of a (protocol, port):
///
///   constexpr auto demux = Demux{on<443_tcp>(tls), on<53_udp, 53_tcp>(dns), otherwise(drop)};
///   demux(port, packet);
///
/// Error: does not compile if two arms take the same port, which the compiler names, or if the last
///        arm, and no other, is not otherwise(handler).
/// Shape: its handlers, of which those without state take no room.  It allocates nothing.
///
/// Few ports are compared one by one, as a switch does; many are looked up in a table, which takes
/// the same time for any number, where that of a switch grows.
template <class... Arms>
  requires detail::all_of<detail::is_arm<Arms>...>
class Demux : detail::CheckedArms<typename Arms::Ports...>, Arms... {
  using Table = detail::ArmTable<typename Arms::Ports...>;

public:
  explicit constexpr Demux(Arms... arms) : Arms(static_cast<Arms&&>(arms))... {}

  /// What the handler of the port returns, as the common type if the handlers' types differ.  The
  /// arguments are forwarded.
  /// Error: does not compile if a handler takes neither (port, arguments...) nor (arguments...).
  template <class... Args>
  constexpr decltype(auto) operator()(TransportPort port, Args&&... args) const
      noexcept(Demux::template is_nothrow<const Demux, Args...>()) {
    return call<Result<const Demux, Args...>>(*this, port, static_cast<Args&&>(args)...);
  }
  /// The same for handlers that change their state.
  template <class... Args>
  constexpr decltype(auto)
  operator()(TransportPort port,
             Args&&... args) noexcept(Demux::template is_nothrow<Demux, Args...>()) {
    return call<Result<Demux, Args...>>(*this, port, static_cast<Args&&>(args)...);
  }

private:
  template <class Self, class... Args>
  [[nodiscard]] static constexpr bool is_nothrow() noexcept {
    return detail::all_of<Arms::template Call<Self, Args...>::is_nothrow...>;
  }
  template <class Self, class... Args>
  using Result =
      typename detail::CommonResult<typename Arms::template Call<Self, Args...>::Result...>::type;

  /// R is a parameter here, or it would be found anew for each arm.  A pointer to a member of a
  /// base class knows where in the whole that one is.
  template <class R, class Self, class... Args>
  using Call =
      std::conditional_t<std::is_const_v<Self>, R (Demux::*)(TransportPort, Args&&...) const,
                         R (Demux::*)(TransportPort, Args&&...)>;
  template <class R, class Self, class... Args>
  static constexpr Call<R, Self, Args...> calls[] = {&Arms::template call<R, Args...>...};
  template <class R, class Self, class... Args>
  static constexpr detail::CallSlots<Call<R, Self, Args...>, detail::ArmLookup<Table>::slots.size>
      call_slots{detail::ArmLookup<Table>::slots, calls<R, Self, Args...>};

  static constexpr std::size_t most_compared = 8; // more take longer than the look-up

// GCC asks whether the pointer is to a virtual function, and warns that its object is too small.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Warray-bounds"
#endif
  template <class R, class Self, class... Args>
  static constexpr R call(Self& self, TransportPort port, Args&&... args) {
    if constexpr (Table::count() <= most_compared)
      return compare<R>(detail::Types<Arms...>{}, self, port, static_cast<Args&&>(args)...);
    else
      return (self.*look_up<R, Self, Args...>(port))(port, static_cast<Args&&>(args)...);
  }
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
  template <class R, class Arm, class... Others, class Self, class... Args>
  static constexpr R compare(detail::Types<Arm, Others...>, Self& self, TransportPort port,
                             Args&&... args) {
    using ArmOfSelf = std::conditional_t<std::is_const_v<Self>, const Arm, Arm>;
    if constexpr (sizeof...(Others) != 0)
      if (!Arm::Ports::contain(port))
        return compare<R>(detail::Types<Others...>{}, self, port, static_cast<Args&&>(args)...);
    return static_cast<ArmOfSelf&>(self).template call<R>(port, static_cast<Args&&>(args)...);
  }
  template <class R, class Self, class... Args>
  [[nodiscard]] static constexpr Call<R, Self, Args...> look_up(TransportPort port) noexcept {
    using Lookup = detail::ArmLookup<Table>;
    constexpr auto& slots = call_slots<R, Self, Args...>.slots;
    for (std::size_t i = Lookup::slots.slot_of(port.key());; i = Lookup::slots.next(i)) {
      if (slots[i].key == port.key()) return slots[i].call;
      if (!slots[i].is_passed) break;
    }
    return calls<R, Self, Args...>[Lookup::wide.find(port, Table::otherwise)];
  }
};

} // namespace portkit::inline v0
#endif // PORTKIT_DEMUX_HPP
