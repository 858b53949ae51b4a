/// Random numbers for tests, the same on every machine.
#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <random>

namespace lstm {

class RandomNumbers {
public:
    explicit RandomNumbers(std::uint64_t seed) : engine_(seed) {}

    /// Uniform in [−1, 1).
    double number() { return static_cast<double>(engine_() >> 11) * 0x1p-52 - 1; }

    Eigen::MatrixXd matrix(Eigen::Index rows, Eigen::Index columns) {
        Eigen::MatrixXd numbers(rows, columns);
        for (double& each : numbers.reshaped()) each = number();
        return numbers;
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace lstm
