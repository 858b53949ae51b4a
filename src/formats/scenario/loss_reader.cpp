/// Read-out, loss and targets, each checked against the sizes of the network.
#include "formats/scenario/loss_reader.h"

#include "formats/scenario/fields.h"
#include "formats/scenario/matrix_reader.h"

namespace lstm {
namespace {

Fields readout_fields(JsonValue value) {
    return {value, {"activation", "labels", "W", "b"}};
}

Vector read_target(JsonValue value, const Document& document) {
    if (value.kind() == JsonValue::Kind::null) return {};
    if (document.loss == LossKind::cross_entropy)
        return Vector::Constant(1, read_integer(value, bounds_of(Rule::target_class, document)));
    Vector target = read_vector(value, target_size(document.loss, document.outputs()));
    if (document.loss != LossKind::binary_cross_entropy) return target;
    JsonValue item = value.first();
    for (int k = 0; k < value.size(); ++k, item = item.next())
        (void)read_number(item, bounds_of(Rule::target_share));
    return target;
}

/// What a loss is called elsewhere, and here.
struct ForeignLoss {
    std::string_view name;
    LossKind here;
};
constexpr ForeignLoss foreign_losses[] = {
    {"mse", LossKind::mean_squared_error},
    {"bce", LossKind::binary_cross_entropy},
    {"categorical_crossentropy", LossKind::cross_entropy},
    {"sparse_categorical_crossentropy", LossKind::cross_entropy},
    {"binary_crossentropy", LossKind::binary_cross_entropy},
};

}  // namespace

int read_outputs(JsonValue value) {
    const std::string expected = "1 to " + std::to_string(max_size) + " rows, one an output";
    const JsonValue W = readout_fields(value).at("W", expected);
    require_list(W, expected);
    if (W.size() < 1 || !bounds_of(Rule::output_size).hold(W.size()))
        W.fail(expected, std::to_string(W.size()) + " rows");
    return W.size();
}

Activation read_readout_activation(JsonValue value, LossKind loss) {
    const auto found = readout_fields(value).find("activation");
    if (!found) return own_activation(loss);
    std::string expected;
    for (const Activation each : readout_activations())
        if (allows(loss, each))
            expected += (expected.empty() ? "\"" : ", \"") + std::string(name_of(each)) + '"';
    expected =
        (is_squared(loss) ? "one of " : "with the loss " + std::string(name_of(loss)) + ' ') +
        expected;
    if (found->kind() != JsonValue::Kind::string) found->fail(expected);
    for (const Activation each : readout_activations())
        if (allows(loss, each) && name_of(each) == found->string()) return each;
    found->fail(expected);
}

void read_readout(JsonValue value, Document& document) {
    const Fields fields = readout_fields(value);
    Network& network = document.network;
    const auto [W, b, y, p] = network.cell->readout;
    const int outputs = network.sizes.output;
    network.parameters[W] = read_matrix(fields.at("W", a_matrix(outputs, network.sizes.hidden)),
                                        outputs, network.sizes.hidden);
    if (const auto vector = fields.find("b"))
        network.parameters[b] = Matrix(read_vector(*vector, outputs));
    if (const auto labels = fields.find("labels"))
        document.output_labels = read_labels(*labels, outputs, "an output");
}

LossKind read_loss(JsonValue value) {
    std::string expected = "one of";
    for (const LossKind kind : losses())
        expected += (kind == losses().front() ? " \"" : ", \"") + std::string(name_of(kind)) + '"';
    if (value.kind() != JsonValue::Kind::string) value.fail(expected);
    if (const auto loss = find_loss(value.string())) return *loss;
    for (const ForeignLoss& each : foreign_losses)
        if (each.name == value.string())
            value.fail(expected, '"' + std::string(each.name) + "\", which is called " +
                                     std::string(name_of(each.here)) + " here");
    value.fail(expected);
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
