// SPDX-License-Identifier: BSL-1.0
#include "perfect_hash.hpp"

#include "text.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace portkit_registry {
namespace {

constexpr unsigned pilot_count = 128;
constexpr std::uint64_t seed_count = 10000;

std::uint32_t byte_at(std::string_view name, std::size_t i) {
  return static_cast<unsigned char>(name[i]);
}

std::uint32_t load(std::string_view name, std::size_t at) {
  return byte_at(name, at) | byte_at(name, at + 1) << 8 | byte_at(name, at + 2) << 16 |
         byte_at(name, at + 3) << 24;
}

/// Sets bit 5 of each byte where bit 6 is set: exact for letters. Of the registry's other
/// characters only '_' has bit 6, and becomes a byte that no name holds.
std::uint32_t fold(std::uint32_t word) { return word | (word >> 1 & 0x20202020U); }

std::uint64_t pair(std::uint32_t low, std::uint32_t high) {
  return low | std::uint64_t{high} << 32;
}

std::uint64_t split_mix(std::uint64_t& state) {
  std::uint64_t z = state += 0x9E3779B97F4A7C15U;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9U;
  z = (z ^ z >> 27) * 0x94D049BB133111EBU;
  return z ^ z >> 31;
}

/// Where the multipliers put a name, before the pilot.
struct Place {
  std::size_t bucket = 0;
  std::uint64_t slot = 0;
};

Place place_of(const PerfectHash& h, std::string_view name) {
  const NameWords w = sized_words_of(name);
  const std::uint64_t hash =
      pair(w[0], w[1]) * h.multiplier_low + pair(w[2], w[3]) * h.multiplier_high;
  return {hash >> 53, hash >> 32};
}

std::size_t displace(std::uint64_t slot, unsigned pilot) {
  return (slot ^ pilot) % PerfectHash::slot_count;
}

/// The pilots for the multipliers of `h`, largest bucket first; false if one finds none.
bool place_all(PerfectHash& h, const std::vector<std::string>& names) {
  std::vector<std::vector<std::uint64_t>> buckets(PerfectHash::bucket_count);
  for (const std::string& name : names) {
    const Place place = place_of(h, name);
    buckets[place.bucket].push_back(place.slot);
  }
  std::vector<std::size_t> order(buckets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(buckets[b].size(), a) < std::pair(buckets[a].size(), b);
  });
  std::vector<bool> taken(PerfectHash::slot_count);
  for (std::size_t i = 1; i <= PerfectHash::slot_count / PerfectHash::slots_in_literal; ++i)
    taken[i * PerfectHash::slots_in_literal - 1] = true;

  const auto place = [&](const std::vector<std::uint64_t>& bucket, unsigned pilot) {
    for (std::size_t i = 0; i != bucket.size(); ++i) {
      if (!taken[displace(bucket[i], pilot)]) {
        taken[displace(bucket[i], pilot)] = true;
        continue;
      }
      while (i != 0) taken[displace(bucket[--i], pilot)] = false;
      return false;
    }
    return true;
  };
  for (std::size_t bucket : order) {
    unsigned pilot = 0;
    while (pilot != pilot_count && !place(buckets[bucket], pilot)) ++pilot;
    if (pilot == pilot_count) return false;
    h.pilots[bucket] = static_cast<unsigned char>(pilot);
  }
  return true;
}

} // namespace

NameWords words_of(std::string_view name) {
  const std::size_t n = name.size();
  if (n == 0) return {};
  if (n < 4)
    return {fold(byte_at(name, 0) | byte_at(name, n / 2) << 8 | byte_at(name, n - 1) << 16), 0, 0,
            0};
  const std::size_t last = n - 4;
  return {fold(load(name, 0)), fold(load(name, std::min<std::size_t>(4, last))),
          fold(load(name, std::min<std::size_t>(8, last))), fold(load(name, last))};
}

NameWords sized_words_of(std::string_view name) {
  const std::size_t n = name.size();
  const auto with_size = [n](std::uint32_t word) {
    return (word & 0xFFFFFF00U) | static_cast<std::uint32_t>(n);
  };
  if (n < 4) return {words_of(name)[0], 0, with_size(0), 0};
  const std::size_t step = n < 8 ? 0 : 4;
  return {fold(load(name, 0)), fold(load(name, step)), with_size(fold(load(name, n - 4 - step))),
          fold(load(name, n - 4))};
}

std::size_t PerfectHash::slot_of(std::string_view name) const {
  const Place place = place_of(*this, name);
  return displace(place.slot, pilots[place.bucket]);
}

PerfectHash find_perfect_hash(const std::vector<std::string>& names) {
  for (std::uint64_t seed = 1; seed != seed_count; ++seed) {
    PerfectHash h;
    std::uint64_t state = seed;
    h.multiplier_low = split_mix(state) | 1;
    h.multiplier_high = split_mix(state) >> 33 | 1;
    if (place_all(h, names)) return h;
  }
  throw Error(join("no pilots found for ", names.size(), " names"));
}

} // namespace portkit_registry
