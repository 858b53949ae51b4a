/// Read-out, loss and targets, each checked against the sizes of the network.
#include "formats/scenario/loss_reader.h"

#include "formats/scenario/fields.h"
#include "formats/scenario/matrix_reader.h"

namespace lstm {
namespace {

Fields readout_fields(JsonValue value) {
    return {value, {"W", "b"}};
}

Vector read_target(JsonValue value, const Document& document) {
    if (value.kind() == JsonValue::Kind::null) return {};
    if (document.loss == LossKind::cross_entropy)
        return Vector::Constant(1, read_integer(value, bounds_of(Rule::target_class, document)));
    return read_vector(value, target_size(document.loss, document.outputs()));
}

}  // namespace

int read_outputs(JsonValue value) {
    const std::string expected = "1 to " + std::to_string(max_size) + " rows, one an output";
    const JsonValue W = readout_fields(value).at("W", expected);
    require_list(W, expected);
    if (W.size() < 1 || !bounds_of(Rule::output_size).hold(W.size()))
        W.fail(expected, std::to_string(W.size()) + " rows");
    return W.size();
}

void read_readout(JsonValue value, Network& network) {
    const Fields fields = readout_fields(value);
    const auto [W, b, y] = network.cell->readout;
    const int outputs = network.sizes.output;
    network.parameters[W] = read_matrix(fields.at("W", a_matrix(outputs, network.sizes.hidden)),
                                        outputs, network.sizes.hidden);
    if (const auto vector = fields.find("b"))
        network.parameters[b] = Matrix(read_vector(*vector, outputs));
}

LossKind read_loss(JsonValue value) {
    std::string expected = "one of";
    for (const LossKind kind : losses())
        expected += (kind == losses().front() ? " \"" : ", \"") + std::string(name_of(kind)) + '"';
    if (value.kind() != JsonValue::Kind::string) value.fail(expected);
    const auto loss = find_loss(value.string());
    if (!loss && value.string() == "mse")
        value.fail(expected, "\"mse\", which is called mean_squared_error here");
    if (!loss) value.fail(expected);
    return *loss;
}

void read_targets(JsonValue value, Document& document) {
    const std::string expected =
        "a list of " + std::to_string(document.steps()) + " targets, null where there is none";
    require_list(value, expected);
    if (value.size() != document.steps())
        value.fail(expected, std::to_string(value.size()) + " of them");
    if (document.steps() == 0) return;
    std::vector<Shared<Step>>& sequence = document.sequence.edit();
    JsonValue item = value.first();
    for (Shared<Step>& step : sequence) {
        step.edit().target = read_target(item, document);
        item = item.next();
    }
}

}  // namespace lstm
