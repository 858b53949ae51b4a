/// An envelope loses no extreme, whatever stretch of a series is drawn and whatever changed.
#include "ui/timeline/envelope.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace lstm {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Numbers of few sizes, so that many are alike, and some that are not finite.
std::vector<double> some_numbers(int count) {
    return *rc::gen::container<std::vector<double>>(
        static_cast<std::size_t>(count),
        rc::gen::weightedOneOf<double>(
            {{20, rc::gen::map(rc::gen::inRange(-9, 10), [](int n) { return n / 4.0; })},
             {1, rc::gen::element(nan, infinity, -infinity)}}));
}

Series series_of(const std::vector<double>& numbers, int first) {
    return {numbers.data(), 1, {first, first + static_cast<int>(numbers.size()) - 1}};
}

bool same(const std::vector<CurvePoint>& a, const std::vector<CurvePoint>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](CurvePoint one, CurvePoint two) {
        return one.t == two.t &&
               (one.value == two.value || (std::isnan(one.value) && std::isnan(two.value)));
    });
}

RC_GTEST_PROP(Envelope, DrawsEveryStepWhereEachHasAPixel, ()) {
    const auto numbers = some_numbers(*rc::gen::inRange(1, 60));
    const Series series = series_of(numbers, *rc::gen::inRange(0, 2));
    Envelope envelope;
    envelope.update(series, 0);
    const auto points = envelope.points(series, series.span, 3.9);
    RC_ASSERT(points.size() == numbers.size());
    for (std::size_t n = 0; n < points.size(); ++n) {
        RC_ASSERT(points[n].t == series.span.first + static_cast<int>(n));
        const bool right =
            std::isfinite(numbers[n]) ? points[n].value == numbers[n] : std::isnan(points[n].value);
        RC_ASSERT(right);
    }
}

RC_GTEST_PROP(Envelope, ShowsTheExtremesOfEveryBlockAndIsOpenWhereItIs, ()) {
    const auto numbers = some_numbers(*rc::gen::inRange(1, 400));
    const Series series = series_of(numbers, *rc::gen::inRange(0, 2));
    Envelope envelope;
    envelope.update(series, 0);
    StepRange span;
    span.first = *rc::gen::inRange(series.span.first, series.span.last + 1);
    span.last = *rc::gen::inRange(span.first, series.span.last + 1);
    const double steps_a_pixel = *rc::gen::inRange(4, 90);
    const auto points = envelope.points(series, span, steps_a_pixel);
    // Walked step by step: blocks of the largest power of two that a pixel holds.
    int length = 4;
    while (length * 2 <= steps_a_pixel) length *= 2;
    for (int begin = 0; begin <= span.last; begin += length) {
        const int first = std::max(begin, span.first);
        const int last = std::min(begin + length - 1, span.last);
        if (last < first) continue;
        double least = infinity, most = -infinity;
        bool open = false;
        for (int t = first; t <= last; ++t) {
            const double value = series.at(t);
            if (!std::isfinite(value)) open = true;
            if (std::isfinite(value)) least = std::min(least, value), most = std::max(most, value);
        }
        double drawn_least = infinity, drawn_most = -infinity;
        bool drawn_open = false;
        for (const auto& [t, value] : points) {
            if (t < first || t > last) continue;
            if (std::isnan(value)) drawn_open = true;
            if (!std::isnan(value)) {
                RC_ASSERT(value == series.at(t));
                drawn_least = std::min(drawn_least, value),
                drawn_most = std::max(drawn_most, value);
            }
        }
        RC_ASSERT(drawn_least == least);
        RC_ASSERT(drawn_most == most);
        RC_ASSERT(drawn_open == open);
    }
}

RC_GTEST_PROP(Envelope, HasPointsInTheOrderOfTimeAndFewOfThem, ()) {
    const auto numbers = some_numbers(*rc::gen::inRange(1, 3000));
    const Series series = series_of(numbers, 1);
    Envelope envelope;
    envelope.update(series, 0);
    const int pixels = *rc::gen::inRange(8, 100);
    const double steps_a_pixel = static_cast<double>(numbers.size()) / pixels;
    const auto points = envelope.points(series, series.span, steps_a_pixel);
    // A block is longer than half a pixel; at both ends there are shorter ones.
    RC_ASSERT(points.size() <= static_cast<std::size_t>(3 * 2 * pixels + 2 * 3 * 12));
    RC_ASSERT(std::is_sorted(points.begin(), points.end(),
                             [](CurvePoint a, CurvePoint b) { return a.t < b.t; }));
}

RC_GTEST_PROP(Envelope, FollowsAnEditAsIfItWereMadeAnew, ()) {
    auto numbers = some_numbers(*rc::gen::inRange(0, 300));
    const int first = *rc::gen::inRange(0, 2);
    Envelope envelope;
    envelope.update(series_of(numbers, first), 0);
    for (int n = 0; n < 5; ++n) {
        // From some step on, everything is another, and perhaps there is more or less of it.
        const int kept = *rc::gen::inRange(0, static_cast<int>(numbers.size()) + 1);
        numbers.resize(static_cast<std::size_t>(kept));
        const auto more = some_numbers(*rc::gen::inRange(0, 300));
        numbers.insert(numbers.end(), more.begin(), more.end());
        const Series series = series_of(numbers, first);
        envelope.update(series, first + kept);
        Envelope fresh;
        fresh.update(series, 0);
        for (const double steps_a_pixel : {1.0, 5.0, 17.0, 1000.0})
            RC_ASSERT(same(envelope.points(series, series.span, steps_a_pixel),
                           fresh.points(series, series.span, steps_a_pixel)));
        const auto ends = envelope.ends(series);
        const auto fresh_ends = fresh.ends(series);
        RC_ASSERT(ends.has_value() == fresh_ends.has_value());
        if (!ends) continue;
        RC_ASSERT(ends->least == fresh_ends->least);
        RC_ASSERT(ends->most == fresh_ends->most);
    }
}

TEST(Envelope, HasNoEndsWhereNothingIsFinite) {
    const std::vector<double> numbers{nan, infinity, nan};
    Envelope envelope;
    EXPECT_FALSE(envelope.ends(series_of(numbers, 1)));
    envelope.update(series_of(numbers, 1), 0);
    EXPECT_FALSE(envelope.ends(series_of(numbers, 1)));
}

}  // namespace
}  // namespace lstm
