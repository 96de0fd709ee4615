// SPDX-License-Identifier: BSL-1.0
#ifndef PORTKIT_SERVICE_MATCHING_HPP
#define PORTKIT_SERVICE_MATCHING_HPP

#include <portkit/detail/ascii.hpp>
#include <portkit/protocol.hpp>
#include <portkit/service.hpp>
#include <portkit/service_table.hpp>
#include <portkit/transport_port.hpp>
#include <portkit/typed_port.hpp>

#include <cstddef>
#include <span> // also brings the iterator tags and std::ranges::enable_view
#include <string_view>
#include <utility>

namespace portkit::inline v0 {

/// True if the mask describes the name: * stands for any text, also none, ? for any one character,
/// and letters for themselves in any ASCII case.
[[nodiscard]] constexpr bool matches_mask(std::string_view name, std::string_view mask) noexcept {
  std::size_t at = 0;
  std::size_t place = 0;
  std::size_t star = mask.npos; // the last * so far, which takes the name up to star_end
  std::size_t star_end = 0;
  while (at != name.size()) {
    if (place != mask.size() && mask[place] == '*') {
      star = place++;
      star_end = at;
    } else if (place != mask.size() && (mask[place] == '?' || detail::to_lower(mask[place]) ==
                                                                  detail::to_lower(name[at]))) {
      ++place;
      ++at;
    } else if (star != mask.npos) { // it takes one character more
      place = star + 1;
      at = ++star_end;
    } else {
      return false;
    }
  }
  while (place != mask.size() && mask[place] == '*') ++place;
  return place == mask.size();
}

namespace detail {

/// The services of the registry that accept(service), each as read(service) gives it.
template <class Service, class Filter>
class FilteredServices {
public:
  class Iterator {
  public:
    using value_type = decltype(Filter::read(std::declval<Service>()));
    using difference_type = std::ptrdiff_t;
    using reference = value_type;
    using pointer = void;
    using iterator_category = std::input_iterator_tag; // C++17's forward iterators refer to objects
    using iterator_concept = std::forward_iterator_tag;

    Iterator() = default;
    constexpr Iterator(const Filter& filter, std::size_t row) noexcept
        : filter_{filter}, row_{row} {
      find();
    }

    [[nodiscard]] constexpr value_type operator*() const noexcept {
      return Filter::read(rows()[row_]);
    }
    constexpr Iterator& operator++() noexcept {
      ++row_;
      find();
      return *this;
    }
    constexpr Iterator operator++(int) noexcept {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    [[nodiscard]] friend constexpr bool operator==(const Iterator& a, const Iterator& b) noexcept {
      return a.row_ == b.row_;
    }

  private:
    constexpr void find() noexcept {
      while (row_ != rows().size() && !filter_.accepts(rows()[row_])) ++row_;
    }

    Filter filter_{};
    std::size_t row_ = 0;
  };

  FilteredServices() = default;
  explicit constexpr FilteredServices(const Filter& filter) noexcept : filter_{filter} {}

  [[nodiscard]] constexpr Iterator begin() const noexcept { return {filter_, 0}; }
  [[nodiscard]] constexpr Iterator end() const noexcept { return {filter_, rows().size()}; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin() == end(); }

protected:
  [[nodiscard]] static constexpr ServiceRows<Service> rows() noexcept {
    return {0, registry::row_count};
  }

  Filter filter_{};
};

/// A mask for names of all protocols.
struct AnyProtocolMask {
  std::string_view mask{};

  [[nodiscard]] constexpr bool accepts(const Service& service) const noexcept {
    return matches_mask(service.name, mask);
  }
};
struct MatchedService : AnyProtocolMask {
  [[nodiscard]] static constexpr Service read(const Service& service) noexcept { return service; }
};
struct MatchedPort : AnyProtocolMask {
  [[nodiscard]] static constexpr TransportPort read(const Service& service) noexcept {
    return service.port;
  }
};
template <Protocol P>
struct MatchedTypedPort : AnyProtocolMask {
  [[nodiscard]] constexpr bool accepts(const Service& service) const noexcept {
    return service.port.protocol() == P && AnyProtocolMask::accepts(service);
  }
  [[nodiscard]] static constexpr TypedPort<P> read(const Service& service) noexcept {
    return TypedPort<P>{service.port.port()};
  }
};

/// The rows of the registry whose names a mask describes.
template <class Service>
class MatchingServices : public FilteredServices<Service, MatchedService> {
  using Base = FilteredServices<Service, MatchedService>;

public:
  using Base::Base;

  /// Their ports, which sets are made of: TransportPortSet{services_matching("http*").ports()}.
  [[nodiscard]] constexpr FilteredServices<Service, MatchedPort> ports() const noexcept {
    return FilteredServices<Service, MatchedPort>{{{this->filter_.mask}}};
  }
  /// Those of one protocol: TcpPortSet{services_matching("http*").ports<Protocol::tcp>()}.
  template <Protocol P>
  [[nodiscard]] constexpr FilteredServices<Service, MatchedTypedPort<P>> ports() const noexcept {
    return FilteredServices<Service, MatchedTypedPort<P>>{{{this->filter_.mask}}};
  }
};

} // namespace detail

/// The rows of all_services() whose names this mask describes, as in matches_mask: a forward range
/// of Service, and a view of the mask, which must outlive it.  In a constant expression a walk to
/// its end needs more steps than Clang takes without -fconstexpr-steps.
template <class Found = Service>
[[nodiscard]] constexpr detail::MatchingServices<Found>
services_matching(std::string_view mask) noexcept {
  return detail::MatchingServices<Found>{{{mask}}};
}

} // namespace portkit::inline v0

template <class Service, class Filter>
inline constexpr bool
    std::ranges::enable_borrowed_range<portkit::detail::FilteredServices<Service, Filter>> = true;
template <class Service, class Filter>
inline constexpr bool std::ranges::enable_view<portkit::detail::FilteredServices<Service, Filter>> =
    true;
template <class Service>
inline constexpr bool
    std::ranges::enable_borrowed_range<portkit::detail::MatchingServices<Service>> = true;
template <class Service>
inline constexpr bool std::ranges::enable_view<portkit::detail::MatchingServices<Service>> = true;

#endif // PORTKIT_SERVICE_MATCHING_HPP
