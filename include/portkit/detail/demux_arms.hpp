// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_DEMUX_ARMS_HPP
#define PORTKIT_DETAIL_DEMUX_ARMS_HPP

#include <portkit/detail/demux_table.hpp>
#include <portkit/protocol.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/transport_port_range.hpp>
#include <portkit/typed_port.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <type_traits>
#include <utility>

namespace portkit::inline v0::detail {

// Demuxers may have hundreds of arms: no recursion over them, and no fold, which Clang ends at 256.
// A list is of one value only if it is the same, turned by one place.

template <bool...>
struct Bools;
template <bool... Values>
inline constexpr bool all_of = std::is_same_v<Bools<true, Values...>, Bools<Values..., true>>;

/// The result of handlers: their common type, unless they have the same, which may be a reference.
template <class...>
struct Types {};
template <class First, class... Others>
struct CommonResult : std::common_type<First, Others...> {};
template <class First, class... Others>
  requires std::same_as<Types<First, Others...>, Types<Others..., First>>
struct CommonResult<First, Others...> : std::type_identity<First> {};

[[nodiscard]] constexpr TransportPortRange range_of(TransportPort port) noexcept {
  return TransportPortRange{port};
}
[[nodiscard]] constexpr TransportPortRange range_of(TransportPortRange range) noexcept {
  return range;
}
template <class Ports>
concept HasProtocol = requires(Ports ports) { range_of(ports); };

template <TransportPortRange Range>
[[nodiscard]] constexpr bool is_in(TransportPort port) noexcept {
  if constexpr (Range.size() == 1)
    return port == Range.first();
  else
    return Range.contains(port);
}

/// What an arm takes, and the type in which its handler is given a port.
template <auto First, auto... Others>
struct ArmPorts {
  static constexpr std::size_t size = 1 + sizeof...(Others);
  static constexpr TransportPortRange ranges[] = {range_of(First), range_of(Others)...};
  static constexpr Protocol protocol = range_of(First).protocol();
  using Port = std::conditional_t<all_of<(range_of(Others).protocol() == protocol)...>,
                                  TypedPort<protocol>, TransportPort>;

  /// For few ports, or the fold is too long.
  [[nodiscard]] static constexpr bool contain(TransportPort port) noexcept {
    return is_in<range_of(First)>(port) || (is_in<range_of(Others)>(port) || ...);
  }
};
/// What is left.
struct OtherPorts {
  static constexpr std::size_t size = 0;
  static constexpr const TransportPortRange* ranges = nullptr;
  using Port = TransportPort;
};

template <std::same_as<TransportPort> Port>
[[nodiscard]] constexpr Port passed_as(TransportPort port) noexcept {
  return port;
}
template <class Port>
[[nodiscard]] constexpr Port passed_as(TransportPort port) noexcept {
  return Port{port.port()};
}

/// How a handler, const or not, is called: with the port if that is possible, or without.
template <class Handler, class Port, class... Args>
struct HandlerCall {
  static_assert(
      requires(Handler& handler) { handler(std::declval<Args>()...); },
      "portkit: a handler takes neither (port, arguments...) nor (arguments...)");
  using Result = decltype(std::declval<Handler&>()(std::declval<Args>()...));
  static constexpr bool is_nothrow = noexcept(std::declval<Handler&>()(std::declval<Args>()...));
  static constexpr bool takes_port = false;
};
template <class Handler, class Port, class... Args>
  requires requires(Handler& handler, Port port) { handler(port, std::declval<Args>()...); }
struct HandlerCall<Handler, Port, Args...> {
  using Result = decltype(std::declval<Handler&>()(std::declval<Port>(), std::declval<Args>()...));
  static constexpr bool is_nothrow =
      noexcept(std::declval<Handler&>()(std::declval<Port>(), std::declval<Args>()...));
  static constexpr bool takes_port = true;
};

/// What on() and otherwise() make: each a base class of the Demux, and no two of the same type, for
/// no two take the same port.
template <class PortsOfArm, class Handler>
struct DemuxArm {
  using Ports = PortsOfArm;
  template <class Self, class... Args>
  using Call = HandlerCall<std::conditional_t<std::is_const_v<Self>, const Handler, Handler>,
                           typename Ports::Port, Args...>;

  [[no_unique_address]] Handler handler;

  template <class R, class... Args>
  constexpr R call([[maybe_unused]] TransportPort port, Args&&... args) {
    if constexpr (Call<DemuxArm, Args...>::takes_port)
      return handler(passed_as<typename Ports::Port>(port), static_cast<Args&&>(args)...);
    else
      return handler(static_cast<Args&&>(args)...);
  }
  template <class R, class... Args>
  constexpr R call([[maybe_unused]] TransportPort port, Args&&... args) const {
    if constexpr (Call<const DemuxArm, Args...>::takes_port)
      return handler(passed_as<typename Ports::Port>(port), static_cast<Args&&>(args)...);
    else
      return handler(static_cast<Args&&>(args)...);
  }
};

template <class T>
inline constexpr bool is_arm = false;
template <class Ports, class Handler>
inline constexpr bool is_arm<DemuxArm<Ports, Handler>> = true;

/// Its arguments name the port.
template <std::uint32_t Port, Protocol P>
struct PortOfTwoArms {
  static constexpr bool is_none = Port > 65535;
  static_assert(is_none, "portkit: two arms of a Demux take the same port; PortOfTwoArms<port, "
                         "protocol> names it");
};

/// The ranges of all arms, the last of which takes what is left.
template <class... Ports>
struct ArmTable {
  static constexpr std::size_t otherwise = sizeof...(Ports) - 1;

  [[nodiscard]] static constexpr std::size_t count() noexcept {
    std::size_t sum = 0;
    for (const std::size_t size : {Ports::size...}) sum += size;
    return sum;
  }
  [[nodiscard]] static constexpr auto sorted() noexcept {
    const TransportPortRange* const ranges[] = {Ports::ranges...};
    const std::size_t sizes[] = {Ports::size...};
    ArmRanges<count()> made;
    std::size_t next = 0;
    for (std::size_t arm_index = 0; arm_index != otherwise; ++arm_index)
      for (std::size_t i = 0; i != sizes[arm_index]; ++i) {
        const TransportPortRange range = ranges[arm_index][i];
        made.ranges[next++] = {place_of(range.first()), place_of(range.last()), arm_index};
      }
    made.sort();
    return made;
  }
  static constexpr auto all = sorted();
  static constexpr std::uint32_t clash = all.taken_twice();
  static_assert(PortOfTwoArms<(clash == no_place ? 65536 : clash & 0xFFFF),
                              all_protocols[clash >> 16 & 3]>::is_none);
};

[[nodiscard]] constexpr bool is_only_last_0(std::initializer_list<std::size_t> sizes) noexcept {
  for (const std::size_t& size : sizes)
    if ((size == 0) != (&size == sizes.end() - 1)) return false;
  return sizes.size() != 0;
}

/// Stands before the arms among the bases of a Demux, so that its messages come first.
template <class... Ports>
struct CheckedArms {
  static_assert(is_only_last_0({Ports::size...}),
                "portkit: the last arm of a Demux, and no other, is otherwise(handler)");
  static_assert(ArmTable<Ports...>::clash == no_place);
};

/// Where there are many: single ports are found by hash, then ranges by bisection.
template <class Table>
struct ArmLookup {
  static constexpr ArmSlots<Table::all.count_ports()> slots{Table::all};
  static constexpr auto wide = Table::all.template wide_ones<Table::all.count_ports()>();
};

/// The slots with what is called instead of numbers of arms.
template <class Call, std::size_t Size>
struct CallSlots {
  struct Slot {
    std::uint32_t key;
    bool is_passed;
    Call call;
  };
  Slot slots[Size];

  constexpr CallSlots(const auto& arms, const Call* calls) noexcept : slots{} {
    for (std::size_t i = 0; i != Size; ++i)
      slots[i] = {arms.keys[i], arms.is_passed[i], calls[arms.arms[i]]};
  }
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_DEMUX_ARMS_HPP
