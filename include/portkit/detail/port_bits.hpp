// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_DETAIL_PORT_BITS_HPP
#define PORTKIT_DETAIL_PORT_BITS_HPP

#include <portkit/version.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace portkit::inline v0::detail {

/// The number behind the last port: the answer where there is no port to answer with.
inline constexpr std::uint32_t no_port = 65536;

/// The numbers from first to end - 1.
struct NumberSpan {
  std::uint32_t first;
  std::uint32_t end;
};

/// How many bits are set in each byte of the word.  By hand, since std::popcount is a call of a
/// function on processors without the instruction, and keeps the loop around it from vectorising.
[[nodiscard]] constexpr std::uint64_t count_in_bytes(std::uint64_t word) noexcept {
  word -= word >> 1 & 0x5555'5555'5555'5555;
  word = (word & 0x3333'3333'3333'3333) + (word >> 2 & 0x3333'3333'3333'3333);
  return (word + (word >> 4)) & 0x0F0F'0F0F'0F0F'0F0F;
}
[[nodiscard]] constexpr std::uint32_t sum_of_bytes(std::uint64_t word) noexcept {
  word = (word & 0x00FF'00FF'00FF'00FF) + (word >> 8 & 0x00FF'00FF'00FF'00FF);
  return static_cast<std::uint32_t>(word * 0x0001'0001'0001'0001 >> 48);
}
[[nodiscard]] constexpr std::uint32_t count_bits(std::uint64_t word) noexcept {
  return sum_of_bytes(count_in_bytes(word));
}

/// change(word, mask) for the words that hold the bits of first to last, the mask saying which.
constexpr void for_each_word(std::uint64_t* words, std::uint32_t first, std::uint32_t last,
                             auto change) noexcept {
  const std::uint64_t from_first = ~std::uint64_t{} << first % 64;
  const std::uint64_t to_last = ~std::uint64_t{} >> (63 - last % 64);
  std::uint32_t i = first / 64;
  if (i == last / 64) return change(words[i], from_first & to_last);
  change(words[i], from_first);
  for (++i; i != last / 64; ++i) change(words[i], ~std::uint64_t{});
  change(words[i], to_last);
}

/// A bit for each of the 65,536 ports: 8 KiB.  Numbers are 32 bits wide, the ends of ranges
/// included.
struct PortBits {
  static constexpr std::uint32_t word_count = 1024;

  /// Aligned for vectors: Clang's operators take a quarter longer without.
  alignas(16) std::uint64_t words[word_count];

  constexpr PortBits() noexcept : words{} {}
  /// The operation on the words of a and b, one by one; without zeroing 8 KiB first.
  constexpr PortBits(const PortBits& a, const PortBits& b, auto operation) noexcept {
    assign(a, b, operation);
  }
  /// The same into these bits, which may also be a or b.
  constexpr void assign(const PortBits& a, const PortBits& b, auto operation) noexcept {
    // Four at a time, and none is stored before all are loaded: then GCC makes two vectors of them,
    // whatever it knows of the three places.
    for (std::uint32_t i = 0; i != word_count; i += 4) {
      const std::uint64_t word_0 = operation(a.words[i], b.words[i]);
      const std::uint64_t word_1 = operation(a.words[i + 1], b.words[i + 1]);
      const std::uint64_t word_2 = operation(a.words[i + 2], b.words[i + 2]);
      const std::uint64_t word_3 = operation(a.words[i + 3], b.words[i + 3]);
      words[i] = word_0;
      words[i + 1] = word_1;
      words[i + 2] = word_2;
      words[i + 3] = word_3;
    }
  }
  /// True if the operation on some word of a and b leaves a bit set.
  [[nodiscard]] static constexpr bool any(const PortBits& a, const PortBits& b,
                                          auto operation) noexcept {
    std::uint64_t found = 0; // to the end: a loop that may stop does not vectorise
    for (std::uint32_t i = 0; i != word_count; ++i) found |= operation(a.words[i], b.words[i]);
    return found != 0;
  }

  [[nodiscard]] constexpr bool contains(std::uint32_t number) const noexcept {
    return (words[number / 64] >> number % 64 & 1) != 0;
  }
  [[nodiscard]] constexpr std::uint32_t count() const noexcept {
    std::uint32_t sum = 0;
    for (std::uint32_t i = 0; i != word_count; i += 16) {
      std::uint64_t counts = 0; // each byte's at most 16 times 8
      for (std::uint32_t j = 0; j != 16; ++j) counts += count_in_bytes(words[i + j]);
      sum += sum_of_bytes(counts);
    }
    return sum;
  }
  [[nodiscard]] constexpr bool is_empty() const noexcept {
    return !any(*this, *this, [](std::uint64_t word, std::uint64_t) { return word; });
  }

  /// Sets or clears the bits of first to last.  Always true: there is room for all.
  constexpr bool insert(std::uint32_t first, std::uint32_t last) noexcept {
    for_each_word(words, first, last, [](auto& word, auto mask) { word |= mask; });
    return true;
  }
  constexpr bool erase(std::uint32_t first, std::uint32_t last) noexcept {
    for_each_word(words, first, last, [](auto& word, auto mask) { word &= ~mask; });
    return true;
  }

  /// The first number from this one on that is in the set, or no_port; from may be no_port.
  [[nodiscard]] constexpr std::uint32_t next_member(std::uint32_t from) const noexcept {
    return find(from, 0);
  }
  /// The first number from this one on that is not in the set, or no_port; from may be no_port.
  [[nodiscard]] constexpr std::uint32_t next_absent(std::uint32_t from) const noexcept {
    return find(from, ~std::uint64_t{});
  }
  /// The first members from this number on that stand side by side, or two times no_port.
  [[nodiscard]] constexpr NumberSpan next_span(std::uint32_t from) const noexcept {
    if (from >= no_port) return {no_port, no_port};
    std::uint64_t word = words[from / 64] >> from % 64;
    if (word == 0) {
      from = find_in_words(from / 64 + 1, 0);
      if (from == no_port) return {no_port, no_port};
      word = words[from / 64] >> from % 64;
    }
    const auto gap = static_cast<std::uint32_t>(std::countr_zero(word));
    const std::uint32_t first = from + gap;
    const std::uint32_t end = first + static_cast<std::uint32_t>(std::countr_one(word >> gap));
    return {first, end % 64 == 0 ? next_absent(end) : end}; // it may go on in the next word
  }
  /// The member before which there are `index` others, or no_port.
  [[nodiscard]] constexpr std::uint32_t nth(std::size_t index) const noexcept {
    for (std::uint32_t i = 0; i != word_count; ++i) {
      std::uint64_t word = words[i];
      const std::uint32_t size = count_bits(word);
      if (index >= size) {
        index -= size;
        continue;
      }
      for (; index != 0; --index) word &= word - 1; // without its lowest bit
      return i * 64 + static_cast<std::uint32_t>(std::countr_zero(word));
    }
    return no_port;
  }

private:
  /// The first number from this one on whose bit, each word being complemented so, is set.
  [[nodiscard]] constexpr std::uint32_t find(std::uint32_t from,
                                             std::uint64_t complement) const noexcept {
    if (from >= no_port) return no_port;
    const std::uint64_t word = (words[from / 64] ^ complement) >> from % 64;
    if (word != 0) return from + static_cast<std::uint32_t>(std::countr_zero(word));
    return find_in_words(from / 64 + 1, complement);
  }
  /// The same from the first bit of this word on.
  [[nodiscard]] constexpr std::uint32_t find_in_words(std::uint32_t i,
                                                      std::uint64_t complement) const noexcept {
    for (; i != word_count; ++i) {
      if (i % 8 == 0) // most words of most sets are as empty, or as full, as their neighbours
        while (i != word_count && is_blank(i, complement)) i += 8;
      if (i == word_count) break;
      if (const std::uint64_t word = words[i] ^ complement; word != 0)
        return i * 64 + static_cast<std::uint32_t>(std::countr_zero(word));
    }
    return no_port;
  }
  /// True if none of the eight words from this one on has such a bit.
  [[nodiscard]] constexpr bool is_blank(std::uint32_t i, std::uint64_t complement) const noexcept {
    const std::uint64_t* const word = words + i;
    return ((word[0] ^ complement) | (word[1] ^ complement) | (word[2] ^ complement) |
            (word[3] ^ complement) | (word[4] ^ complement) | (word[5] ^ complement) |
            (word[6] ^ complement) | (word[7] ^ complement)) == 0;
  }
};

} // namespace portkit::inline v0::detail
#endif // PORTKIT_DETAIL_PORT_BITS_HPP
