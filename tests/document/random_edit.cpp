/// One function for each kind of edit, chosen by its place in the variant.
#include "random_edit.h"

#include "document/sequences.h"
#include "document/training_sequences.h"
#include "model/learning/tasks/task.h"
#include "support/documents.h"
#include "support/random_form.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace lstm {
namespace {

template <class Kind>
using As = std::type_identity<Kind>;

class Maker {
public:
    Maker(const Document& document, std::mt19937& random) : document_(document), random_(random) {}

    Edit make(As<SetParameter>) {
        const int parameter = below(static_cast<int>(document_.network.parameters.size()));
        const Matrix& matrix = *document_.network.parameters[static_cast<std::size_t>(parameter)];
        return SetParameter{parameter, below(static_cast<int>(matrix.rows())),
                            below(static_cast<int>(matrix.cols())), number()};
    }
    Edit make(As<SetInput>) { return SetInput{step(), below(document_.sizes().input), number()}; }
    Edit make(As<SetLabel>) { return SetLabel{step(), "label " + std::to_string(below(3))}; }
    Edit make(As<SetInitial>) {
        return SetInitial{below(static_cast<int>(document_.initial.size())), unit(), number()};
    }
    Edit make(As<InsertStep>) { return InsertStep{step()}; }
    Edit make(As<DuplicateStep>) { return DuplicateStep{step()}; }
    Edit make(As<DeleteStep>) { return DeleteStep{step()}; }
    Edit make(As<MoveStep>) { return MoveStep{step(), step()}; }
    Edit make(As<Resize>) {
        const int outputs = document_.cell().has_readout() ? below(3) + 1 : 0;
        return Resize{{below(4) + 1, below(4) + 1, chance() ? outputs : below(4)}};
    }
    Edit make(As<SetCell>) {
        return SetCell{
            cells()[static_cast<std::size_t>(below(static_cast<int>(cells().size())))]->kind};
    }
    Edit make(As<SetForm>) {
        RandomNumbers numbers(random_());
        CellForm form =
            random_form(numbers, document_.cell().kind, document_.cell().has_readout(), true);
        if (!allows(document_.loss, form.readout_activation))
            form.readout_activation = own_activation(document_.loss);
        return SetForm{form};
    }
    Edit make(As<SetTarget>) {
        if (chance()) return SetTarget{step(), Vector{}};
        if (document_.loss == LossKind::cross_entropy)
            return SetTarget{step(), Vector::Constant(1, below(document_.outputs()))};
        const bool share = document_.loss == LossKind::binary_cross_entropy;
        return SetTarget{step(),
                         Vector::Constant(document_.outputs(), share ? below(5) / 4.0 : number())};
    }
    Edit make(As<SetLoss>) {
        return SetLoss{
            losses()[static_cast<std::size_t>(below(static_cast<int>(losses().size())))]};
    }
    Edit make(As<SetNames>) {
        const auto names = [&](int count) {
            std::vector<std::string> all(chance() ? static_cast<std::size_t>(count) : 0);
            for (std::string& name : all) name = "word " + std::to_string(below(9));
            return all;
        };
        return SetNames{names(document_.sizes().input), names(document_.sizes().output)};
    }
    Edit make(As<AddSequence>) { return AddSequence{}; }
    Edit make(As<ImportSequence>) {
        return ImportSequence{"name " + std::to_string(below(4)), steps()};
    }
    Edit make(As<SetSteps>) { return SetSteps{steps()}; }
    Edit make(As<RenameSequence>) {
        return RenameSequence{sequence(), chance() ? "" : "name " + std::to_string(below(4))};
    }
    Edit make(As<DeleteSequence>) { return DeleteSequence{sequence()}; }
    Edit make(As<MoveSequence>) { return MoveSequence{sequence(), sequence()}; }
    Edit make(As<SetTraining>) {
        TrainingSettings training = document_.training;
        training.batch = chance();
        training.optimizer = chance() ? Optimizer::sgd : Optimizer::adam;
        training.learning_rate = std::uniform_real_distribution(0.001, 1.0)(random_);
        if (chance()) training.clip = 1 + below(3);
        const int parameter = below(static_cast<int>(document_.cell().parameters.size()));
        training.frozen = with_frozen(training.frozen, document_.cell(), parameter, chance());
        return SetTraining{training};
    }
    Edit make(As<Train>) {
        Train train{document_.network.parameters, document_.trained};
        for (Shared<Matrix>& parameter : train.parameters) parameter.edit().setConstant(number());
        return train;
    }
    Edit make(As<ShowSequence>) { return ShowSequence{below(100), {}}; }
    Edit make(As<Randomise>) { return Randomise{random_()}; }
    Edit make(As<SetRounding>) {
        if (chance()) return SetRounding{};
        Rounding rounding(below(max_decimals + 1));
        rounding.mode = rounding_modes[static_cast<std::size_t>(below(3))];
        if (chance()) rounding.quantities = {document_.cell().states.front().now};
        return SetRounding{rounding};
    }
    Edit make(As<SetExpectations>) {
        std::vector<Expectation> expectations = *document_.expectations;
        if (!expectations.empty() && chance()) {
            expectations.erase(expectations.begin());
        } else {
            Expectation e;
            e.t = step();
            e.quantity = document_.cell().states.front().now;
            e.element = unit();
            e.value = number();
            e.decimals = below(max_decimals + 1);
            expectations.push_back(e);
        }
        return SetExpectations{expectations};
    }
    Edit make(As<SetParameters>) {
        const int parameter = below(static_cast<int>(document_.network.parameters.size()));
        const Matrix& old = *document_.network.parameters[static_cast<std::size_t>(parameter)];
        return SetParameters{{{parameter, Matrix::Constant(old.rows(), old.cols(), number())}}};
    }
    Edit make(As<SetClamps>) {
        std::vector<Clamp> clamps = *document_.clamps;
        if (!clamps.empty() && chance()) clamps.erase(clamps.begin());
        const std::vector<Gate>& gates = document_.cell().gates;
        const int from = step();
        Clamp clamp{gates[static_cast<std::size_t>(below(static_cast<int>(gates.size())))].value,
                    {},
                    from,
                    from + below(3),
                    number()};
        if (chance()) clamp.element = unit();
        clamps.push_back(clamp);
        return SetClamps{clamps};
    }
    Edit make(As<SetWords>) { return SetWords{"title " + std::to_string(below(3)), "", ""}; }
    Edit make(As<Replace>) {
        return Replace{random_document(static_cast<std::uint32_t>(random_()), {.max_size = 4})};
    }

private:
    int below(int end) { return std::uniform_int_distribution(0, end - 1)(random_); }
    bool chance() { return below(2) == 0; }
    double number() { return std::uniform_real_distribution(-2.0, 2.0)(random_); }
    int step() { return below(document_.steps() + 1) + 1; }  // now and then one too far
    int sequence() { return below(sequence_count(document_)); }
    int unit() { return below(document_.sizes().hidden); }
    std::vector<Shared<Step>> steps() {
        std::vector<Shared<Step>> some;
        for (int t = below(4); t > 0; --t)
            some.emplace_back(
                Step{Vector::Constant(document_.sizes().input, number()), std::to_string(t)});
        return some;
    }

    const Document& document_;
    std::mt19937& random_;
};

template <std::size_t... Kinds>
Edit make_kind(Maker& maker, std::size_t kind, std::index_sequence<Kinds...>) {
    Edit edit;
    const auto make = [&]<std::size_t Kind>() {
        edit = maker.make(As<std::variant_alternative_t<Kind, Edit>>{});
        return true;
    };
    (void)((kind == Kinds && make.template operator()<Kinds>()) || ...);
    return edit;
}

}  // namespace

Edit random_edit(const Document& document, std::mt19937& random) {
    constexpr std::size_t kinds = std::variant_size_v<Edit>;
    Maker maker(document, random);
    return make_kind(maker, random() % kinds, std::make_index_sequence<kinds>{});
}

}  // namespace lstm
