// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_DEMUX_TABLE_HPP
#define PORTKIT_DETAIL_DEMUX_TABLE_HPP

#include <portkit/protocol.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/transport_port_range.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace portkit::inline v0::detail {

/// A (protocol, port) as a number below no_place, in which the ports of a protocol follow each
/// other, as in key() they do not.
[[nodiscard]] constexpr std::uint32_t place_of(TransportPort port) noexcept {
  return static_cast<std::uint32_t>(protocol_index(port.protocol())) << 16 | port.port().value();
}
inline constexpr std::uint32_t no_place = 4 * 65536;

/// The places from first to last, which one arm takes.
struct ArmRange {
  std::uint32_t first = no_place;
  std::uint32_t last = no_place;
  std::size_t arm_index = 0;

  [[nodiscard]] constexpr bool is_one_port() const noexcept { return first == last; }
  /// Of a range of one port.
  [[nodiscard]] constexpr std::uint32_t key() const noexcept {
    return (first & 0xFFFF) << 8 | static_cast<std::uint32_t>(all_protocols[first >> 16]);
  }
};

/// Ranges by place, and behind them one that no port is in.
template <std::size_t Count>
struct ArmRanges {
  ArmRange ranges[Count + 1]{};

  /// Shell's sort: <algorithm> is not for this layer, and arms are mostly written in order.
  constexpr void sort() noexcept {
    for (std::size_t gap = Count / 2; gap != 0; gap /= 2)
      for (std::size_t i = gap; i != Count; ++i) {
        const ArmRange range = ranges[i];
        std::size_t j = i;
        for (; j >= gap && range.first < ranges[j - gap].first; j -= gap)
          ranges[j] = ranges[j - gap];
        ranges[j] = range;
      }
  }
  /// The first place that two ranges take, or no_place.
  [[nodiscard]] constexpr std::uint32_t taken_twice() const noexcept {
    for (std::size_t i = 1; i < Count; ++i)
      if (ranges[i].first <= ranges[i - 1].last) return ranges[i].first;
    return no_place;
  }
  [[nodiscard]] constexpr std::size_t count_ports() const noexcept {
    std::size_t count = 0;
    for (std::size_t i = 0; i != Count; ++i) count += ranges[i].is_one_port();
    return count;
  }
  /// Without the PortCount ranges of one port.
  template <std::size_t PortCount>
  [[nodiscard]] constexpr auto wide_ones() const noexcept {
    ArmRanges<Count - PortCount> wide;
    std::size_t next = 0;
    for (std::size_t i = 0; i != Count; ++i)
      if (!ranges[i].is_one_port()) wide.ranges[next++] = ranges[i];
    return wide;
  }
  /// The arm whose range has the port, or `otherwise`.
  [[nodiscard]] constexpr std::size_t find(TransportPort port,
                                           std::size_t otherwise) const noexcept {
    const std::uint32_t place = place_of(port);
    std::size_t low = 0;
    for (std::size_t high = Count; low != high;) {
      const std::size_t middle = (low + high) / 2;
      if (ranges[middle].last < place)
        low = middle + 1;
      else
        high = middle;
    }
    return ranges[low].first <= place ? ranges[low].arm_index : otherwise;
  }
};

/// A hash table of the keys of single ports, at most a third full, and emptier if they are few: each
/// key stands in its slot or, if that is taken, in the next free one.
template <std::size_t PortCount>
struct ArmSlots {
  static constexpr std::size_t size = std::bit_ceil((PortCount < 64 ? 8 : 3) * PortCount + 2);

  std::uint32_t factor = 0;
  std::uint32_t keys[size]{}; ///< 0, which is nobody's key, in a free slot
  bool is_passed[size]{};     ///< a key whose slot it is, or one before, stands further on
  std::size_t arms[size]{};

  [[nodiscard]] static constexpr std::size_t slot_of(std::uint32_t key,
                                                     std::uint32_t factor) noexcept {
    return key * factor >> (32 - std::countr_zero(size));
  }
  [[nodiscard]] constexpr std::size_t slot_of(std::uint32_t key) const noexcept {
    return slot_of(key, factor);
  }
  [[nodiscard]] static constexpr std::size_t next(std::size_t slot) noexcept {
    return (slot + 1) % size;
  }

  /// Of a few factors takes the one that moves the fewest keys out of their slots.
  constexpr explicit ArmSlots(const auto& all) noexcept {
    std::size_t fewest = size;
    for (std::uint32_t candidate = 0x9E37'79B1, tries = 0; tries != 16; ++tries) {
      const std::size_t moved = count_moved(all, candidate, fewest);
      if (moved < fewest) {
        fewest = moved;
        factor = candidate;
      }
      if (fewest == 0) break;
      candidate = candidate * 0x2545'F491 + 2;
    }
    for (const ArmRange& range : all.ranges) {
      if (!range.is_one_port() || range.first == no_place) continue;
      std::size_t slot = slot_of(range.key());
      for (; keys[slot] != 0; slot = next(slot)) is_passed[slot] = true;
      keys[slot] = range.key();
      arms[slot] = range.arm_index;
    }
  }

private:
  [[nodiscard]] static constexpr std::size_t count_moved(const auto& all, std::uint32_t candidate,
                                                         std::size_t enough) noexcept {
    bool is_taken[size]{};
    std::size_t moved = 0;
    for (const ArmRange& range : all.ranges) {
      if (!range.is_one_port() || range.first == no_place) continue;
      bool& place = is_taken[slot_of(range.key(), candidate)];
      moved += place;
      place = true;
      if (moved >= enough) break;
    }
    return moved;
  }
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_DEMUX_TABLE_HPP
