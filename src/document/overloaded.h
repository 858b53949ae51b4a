/// Taking a variant apart.
#pragma once

namespace lstm {

/// One lambda a kind of value, as std::visit takes them.
template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // Clang before 17 does not find it by itself

}  // namespace lstm
