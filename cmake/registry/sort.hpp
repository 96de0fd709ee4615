// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_REGISTRY_SORT_HPP
#define PORTKIT_REGISTRY_SORT_HPP

#include <map>
#include <utility>
#include <vector>

namespace portkit_registry {

/// Sorts by key(item); items of equal keys keep their order. Instead of std::stable_sort, which in
/// libstdc++ 12 calls a function that clang reports as deprecated.
template <class T, class Key>
void stable_sort_by(std::vector<T>& items, const Key& key) {
  std::multimap<decltype(key(items.front())), T> sorted;
  for (T& item : items) sorted.emplace(key(item), std::move(item));
  items.clear();
  for (auto& [k, item] : sorted) items.push_back(std::move(item));
}

} // namespace portkit_registry
#endif // PORTKIT_REGISTRY_SORT_HPP
