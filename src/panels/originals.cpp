/// Looking numbers up in the document as it was opened or last saved.
#include "panels/originals.h"

namespace lstm {

std::optional<double> original_weight(const Session& session, ParameterPlace place) {
    const Network& network = session.original().network;
    if (network.cell != session.document().network.cell) return {};
    const Matrix& matrix = *network.parameters[place.parameter];
    if (place.row >= matrix.rows() || place.column >= matrix.cols()) return 0.0;
    return matrix(place.row, place.column);
}

std::optional<double> original_input(const Session& session, int t, int k) {
    const Document& original = session.original();
    if (original.steps() != session.document().steps()) return {};
    const Vector& x = original.step(t).x;
    return k < x.size() ? x[k] : 0.0;
}

}  // namespace lstm
