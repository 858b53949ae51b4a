/// Whether two pictures show the same, whatever their finest edges do.
#pragma once

#include "platform/picture.h"

#include <string>

namespace lstm {

/// How alike pictures have to be: in each square of `side` pixels, channels may differ by `most` of
/// 255 on average. One letter that changes moves the average of its square by more than 20; another
/// version of the same renderer, by less than 1.
struct Likeness {
    int side = 8;
    double most = 8;
};
/// For another renderer, whose edges differ everywhere: what stands where, but not every digit.
inline constexpr Likeness structural{24, 26};

struct PictureComparison {
    bool alike = false;
    std::string sentence;  ///< where they differ most, and by how much
    Picture difference;    ///< the second one, pale, with what differs in red
};

[[nodiscard]] PictureComparison compare(const Picture& expected, const Picture& seen,
                                 const Likeness& likeness = {});

}  // namespace lstm
