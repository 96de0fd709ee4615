// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_EXAMPLES_PCAP_HPP
#define PORTKIT_EXAMPLES_PCAP_HPP

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

// Reads the packets of a capture file in memory, whoever wrote the file: nothing is read behind its
// end, and a packet that says to be longer than the file ends the reading.

using Bytes = std::span<const std::byte>;

/// Takes a header off the front of the bytes, if they hold all of it.
template <class Header>
[[nodiscard]] std::optional<Header> take(Bytes& bytes) {
  static_assert(std::is_trivially_copyable_v<Header>);
  if (bytes.size() < sizeof(Header)) return std::nullopt;
  std::array<std::byte, sizeof(Header)> copy;
  std::memcpy(copy.data(), bytes.data(), copy.size());
  bytes = bytes.subspan(sizeof(Header));
  return std::bit_cast<Header>(copy);
}

/// The classic pcap format, of either byte order, with microseconds or nanoseconds.
/// Source: draft-ietf-opsawg-pcap.
class PcapReader {
public:
  static constexpr std::uint32_t ethernet = 1; ///< LINKTYPE_ETHERNET

  /// Empty if the file does not begin as a capture does.
  [[nodiscard]] static std::optional<PcapReader> open(std::string_view file) {
    Bytes rest = std::as_bytes(std::span{file});
    const auto header = take<FileHeader>(rest);
    if (!header) return std::nullopt;
    for (const bool is_swapped : {false, true}) {
      const std::uint32_t magic = in_order(header->magic, is_swapped);
      if (magic == 0xA1B2C3D4 || magic == 0xA1B23C4D)
        return PcapReader{rest, is_swapped, in_order(header->link_type, is_swapped) & 0xFFFF};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::uint32_t link_type() const { return link_type_; }

  /// The next packet, as much of it as was captured; empty behind the last.
  [[nodiscard]] std::optional<Bytes> next() {
    if (rest_.empty()) return std::nullopt;
    const auto header = take<RecordHeader>(rest_);
    const std::size_t size = header ? in_order(header->captured, is_swapped_) : 0;
    if (!header || size > rest_.size()) {
      is_cut_short_ = true;
      rest_ = {};
      return std::nullopt;
    }
    const Bytes packet = rest_.first(size);
    rest_ = rest_.subspan(size);
    return packet;
  }
  /// True if the file ended amid a packet.
  [[nodiscard]] bool is_cut_short() const { return is_cut_short_; }

private:
  struct FileHeader {
    std::uint32_t magic;
    std::uint16_t major_version, minor_version;
    std::uint32_t reserved[2];
    std::uint32_t longest_packet;
    std::uint32_t link_type;
  };
  struct RecordHeader {
    std::uint32_t seconds, fraction;
    std::uint32_t captured;
    std::uint32_t on_the_wire;
  };

  [[nodiscard]] static constexpr std::uint32_t in_order(std::uint32_t field, bool is_swapped) {
    if (!is_swapped) return field;
    return field << 24 | (field & 0xFF00) << 8 | (field >> 8 & 0xFF00) | field >> 24;
  }

  PcapReader(Bytes rest, bool is_swapped, std::uint32_t link_type)
      : rest_{rest}, is_swapped_{is_swapped}, link_type_{link_type} {}

  Bytes rest_;
  bool is_swapped_;
  std::uint32_t link_type_;
  bool is_cut_short_ = false;
};

#endif // PORTKIT_EXAMPLES_PCAP_HPP
