/// Powers of e, divided by their sum.
#include "model/engine/softmax.h"

#include "model/engine/elementary.h"

namespace lstm {

SoftmaxSum softmax(const double* y, double* p, Eigen::Index size) {
    SoftmaxSum made{y[0], 0};
    for (Eigen::Index k = 1; k < size; ++k)
        if (y[k] > made.largest) made.largest = y[k];
    for (Eigen::Index k = 0; k < size; ++k) made.sum += p[k] = elementary::exp(y[k] - made.largest);
    for (Eigen::Index k = 0; k < size; ++k) p[k] /= made.sum;
    return made;
}

Eigen::VectorXd softmax(const Eigen::Ref<const Eigen::VectorXd>& y) {
    Eigen::VectorXd p(y.size());
    softmax(y.data(), p.data(), y.size());
    return p;
}

}  // namespace lstm
