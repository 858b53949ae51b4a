/// CSV and JSON.
#include "formats/trace/trace_text.h"

#include "document/gradients_of.h"
#include "document/results.h"
#include "document/sequences.h"
#include "formats/json/json_writer.h"
#include "platform/text.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>
#include <utility>

namespace lstm {
namespace {

/// Whether a spreadsheet would compute `text`: it begins with one of = + - @, perhaps as wide as a
/// Chinese letter.
bool is_formula(std::string_view text) {
    constexpr std::array<std::string_view, 8> signs{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view sign) { return text.starts_with(sign); });
}

/// A cell of words, on one line; an apostrophe before what would be computed. RFC 4180: what holds
/// a comma or a quote stands in quotes, and quotes are doubled.
std::string csv_field(const std::string& words) {
    std::string text = on_one_line(words, std::string::npos);
    if (is_formula(text)) text.insert(0, "'");
    if (text.find_first_of(",\"") == std::string::npos) return text;
    std::string field = "\"";
    for (const char c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    return field + '"';
}

using Layout = JsonWriter::Layout;

/// A quantity as a member of a step's object, or of the object of its gate.
struct JsonMember {
    std::string gate;  ///< empty: none
    std::string name;
    QuantityId quantity;
};

std::vector<JsonMember> json_members(const Cell& cell) {
    std::vector<JsonMember> members;
    for (const QuantityId quantity : presented_order(cell)) {
        const std::string& name = cell.quantities[quantity].name;
        const std::size_t dot = name.find('.');
        if (dot == std::string::npos)
            members.push_back({"", name, quantity});
        else
            members.push_back({name.substr(0, dot), name.substr(dot + 1), quantity});
    }
    return members;
}

/// "x":[…],"forget":{"wx":[…],…},…: what `values` have of each at step `t`.
template <class Values>
void write_members(JsonWriter& json, const std::vector<JsonMember>& members, const Values& values,
                   int t, std::optional<int> digits) {
    std::string_view open_gate;
    for (const auto& [gate, name, quantity] : members) {
        if (gate != open_gate) {
            if (!open_gate.empty()) json.end();
            if (!gate.empty()) json.key(gate).object(Layout::compact);
            open_gate = gate;
        }
        json.key(name).numbers(values.vector(quantity, t), Layout::compact, digits);
    }
    if (!open_gate.empty()) json.end();
}

/// "forget":{"W":[[…]],"U":[[…]],"b":[…]},…: of every parameter the matrix that `matrix_of` gives.
template <class MatrixOf>
void write_parameters(JsonWriter& json, const Cell& cell, std::optional<int> digits,
                      MatrixOf matrix_of) {
    std::string_view open_gate;
    for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
        const Parameter& parameter = cell.parameters[p];
        if (parameter.gate != open_gate) {
            if (!open_gate.empty()) json.end();
            json.key(parameter.gate).object(Layout::compact);
            open_gate = parameter.gate;
        }
        json.key(parameter.letter);
        const Matrix matrix = matrix_of(static_cast<ParameterId>(p));
        if (parameter.columns == Extent::one)
            json.numbers(matrix.col(0), Layout::compact, digits);
        else
            json.rows(matrix, Layout::compact, Layout::compact, digits);
    }
    json.end();
}

/// What belongs to no step: the loss, and the gradients by parameters and initial states.
void write_sums(JsonWriter& json, const Document& document, const Trace& trace,
                const TraceTextOptions& what) {
    const Gradients& gradients = *what.gradients;
    json.fresh_line().key("loss").value(loss_of(document, trace), what.digits);
    json.key("gradients").object(Layout::compact);
    write_parameters(json, trace.cell(), what.digits,
                     [&](ParameterId p) { return gradients.parameter(p); });
    json.key("initial").object(Layout::compact);
    for (const State& state : trace.cell().states) {
        json.key(trace.cell().quantities[state.now].name);
        if (document.steps() > 0)
            json.numbers(gradients.vector(state.now, 0), Layout::compact, what.digits);
        else
            json.list(Layout::compact).end();
    }
    json.end().end();
}

/// The object of step `t`.
void write_step(JsonWriter& json, const std::vector<JsonMember>& members, const Document& document,
                const Trace& trace, const StepLosses& losses, const TraceTextOptions& what, int t) {
    json.fresh_line().object(Layout::compact).key("t").value(t);
    json.key("label").value(document.step(t).label);
    write_members(json, members, trace, t, what.digits);
    if (what.gradients != nullptr) {
        json.key("loss");
        if (const std::optional<double> loss = losses.at(t))
            json.value(*loss, what.digits);
        else
            json.null();
        json.key("gradients").object(Layout::compact);
        write_members(json, members, *what.gradients, t, what.digits);
        json.key("weights").object(Layout::compact);
        write_parameters(json, trace.cell(), what.digits,
                         [&](ParameterId p) { return what.gradients->parameter_at(trace, p, t); });
        json.end().end();
    }
    json.end();
}

/// ",loss,dL/dx[0],…,dL/dforget.W[0][0],…"
std::string csv_gradient_names(const Trace& trace, const std::vector<QuantityId>& order) {
    const Cell& cell = trace.cell();
    std::string names = ",loss";
    for (const QuantityId quantity : order)
        for (int k = 0; k < trace.plan().size(quantity); ++k)
            names += ",dL/d" + element_name(cell, quantity, k);
    for (std::size_t p = 0; p < cell.parameters.size(); ++p)
        for (int r = 0; r < trace.sizes().of(cell.parameters[p].rows); ++r)
            for (int c = 0; c < trace.sizes().of(cell.parameters[p].columns); ++c)
                names += ",dL/d" + parameter_name(cell, static_cast<ParameterId>(p), r, c);
    return names;
}

/// What a row of CSV is about.
enum class Row { step, initial, sums };

/// The rows of CSV, one for each step; with gradients also one for the initial states, and one for
/// what all steps add up to.
class CsvRows {
public:
    CsvRows(const Document& document, const Trace& trace, const TraceTextOptions& what)
        : document_(document),
          trace_(trace),
          losses_(document, trace),
          has_loss_(document.has_targets()),
          what_(what),
          order_(presented_order(trace.cell())) {}

    [[nodiscard]] std::string header() const {
        std::string line = "t,label";
        for (const QuantityId quantity : order_)
            for (int k = 0; k < trace_.plan().size(quantity); ++k)
                line += ',' + element_name(trace_.cell(), quantity, k);
        if (what_.gradients != nullptr)
            line += csv_gradient_names(trace_, order_);
        else if (has_loss_)
            line += ",loss";
        return line + '\n';
    }

    /// Of a row for the initial states `t` is 0; of that for the sums it is not looked at.
    [[nodiscard]] std::string row(Row about, int t) const {
        std::string line = about == Row::sums ? "all," : std::to_string(t) + ',';
        if (about == Row::step) line += csv_field(document_.step(t).label);
        append_vectors(line, trace_, about, t);
        if (what_.gradients != nullptr)
            append_gradients(line, about, t);
        else if (has_loss_)
            append(line, losses_.at(t));
        return line + '\n';
    }

private:
    void append(std::string& line, std::optional<double> value) const {
        line += ',';
        if (value) append_number(line, *value, what_.digits);
    }

    /// Of each quantity what `values` has of it at step `t`: only states are there before the
    /// first.
    template <class Values>
    void append_vectors(std::string& line, const Values& values, Row about, int t) const {
        for (const QuantityId quantity : order_) {
            const bool known =
                about == Row::step || (about == Row::initial && trace_.cell().is_state(quantity));
            for (int k = 0; k < trace_.plan().size(quantity); ++k)
                append(line, known ? std::optional(values.value(quantity, k, t)) : std::nullopt);
        }
    }

    void append_gradients(std::string& line, Row about, int t) const {
        std::optional<double> loss;
        if (about == Row::step) loss = losses_.at(t);
        if (about == Row::sums) loss = losses_.sum();
        append(line, loss);
        append_vectors(line, *what_.gradients, about, t);
        for (std::size_t p = 0; p < trace_.cell().parameters.size(); ++p) {
            const auto id = static_cast<ParameterId>(p);
            const Matrix gradient = about == Row::step
                                        ? what_.gradients->parameter_at(trace_, id, t)
                                        : what_.gradients->parameter(id);
            for (const double value : gradient.reshaped<Eigen::RowMajor>())
                append(line, about == Row::initial ? std::nullopt : std::optional(value));
        }
    }

    const Document& document_;
    const Trace& trace_;
    StepLosses losses_;
    bool has_loss_;
    const TraceTextOptions& what_;
    std::vector<QuantityId> order_;
};

}  // namespace

std::vector<QuantityId> presented_order(const Cell& cell) {
    std::vector<QuantityId> order{cell.input};
    for (const State& state : cell.states) order.push_back(state.previous);
    for (const Gate& gate : cell.gates)
        order.insert(order.end(), gate.quantities.begin(), gate.quantities.end());
    for (const Equation& equation : cell.equations)
        if (std::find(order.begin(), order.end(), equation.result) == order.end())
            order.push_back(equation.result);
    return order;
}

Writing print_csv(std::ostream& out, const Document& document, const Trace& trace,
                  TraceTextOptions what) {
    const CsvRows rows(document, trace, what);
    const bool backward = what.gradients != nullptr && document.steps() > 0;
    out << rows.header();
    if (backward) out << rows.row(Row::initial, 0);
    ProgressCounter pace(what.steps.count());
    for (int t = what.steps.first; t <= what.steps.last && out; ++t) {
        out << rows.row(Row::step, t);
        co_yield pace.next();
    }
    if (backward) out << rows.row(Row::sums, 0);
}

namespace {

/// The steps of a run, and with gradients what they add up to, as members of an object that is
/// open.
Writing write_run(std::ostream& out, std::string& text, JsonWriter& json, const Document& document,
                  const Trace& trace, TraceTextOptions what) {
    const std::vector<JsonMember> members = json_members(trace.cell());
    json.key("steps").list(Layout::compact);
    const StepLosses losses(document, trace);
    ProgressCounter pace(what.steps.count());
    for (int t = what.steps.first; t <= what.steps.last && out; ++t) {
        write_step(json, members, document, trace, losses, what, t);
        out << text;
        text.clear();
        co_yield pace.next();
    }
    json.end();
    if (what.gradients != nullptr) write_sums(json, document, trace, what);
}

}  // namespace

Writing print_json(std::ostream& out, const Document& document, const Trace& trace,
                   TraceTextOptions what) {
    std::string text;
    JsonWriter json(text);
    json.object(Layout::compact).key("title").value(document.title);
    Writing run = write_run(out, text, json, document, trace, what);
    while (run.advance()) co_yield run.progress();
    json.end();
    out << text << '\n';
}

Writing print_json_of_all(std::ostream& out, const Document& document, std::optional<int> digits,
                          bool backward) {
    std::string text;
    JsonWriter json(text);
    json.object(Layout::compact).key("title").value(document.title);
    json.key("sequences").list(Layout::compact);
    const int count = sequence_count(document);
    for (int n = 0; n < count && out; ++n) {
        const Document one = showing(document, n);
        const Results results(one);
        TraceTextOptions what{{1, one.steps()}, digits};
        std::optional<Gradients> gradients;
        if (backward) gradients = gradients_of(one, results.trace());
        if (gradients) what.gradients = &*gradients;
        json.object(Layout::compact).key("name").value(sequence_name(document, n));
        Writing run = write_run(out, text, json, one, results.trace(), what);
        while (run.advance()) co_yield (n + run.progress()) / count;
        json.end();
    }
    json.end().end();
    out << text << '\n';
}

}  // namespace lstm
