/// Sentences about a step on the way forward.
#include "ui/words/narration.h"

#include "ui/words/numbers.h"

#include <cmath>
#include <vector>

namespace lstm {
namespace {

/// "99.7 %"; "almost nothing" would hide that 0.04 % is something.
std::string percent(double share) {
    if (std::isnan(share)) return "NaN";
    const double value = 100 * share;
    const int decimals = value >= 99.95 || value == 0 ? 0 : value < 0.1 || value > 99.9 ? 3 : 1;
    return format_value(value, decimals) + " %";
}

/// What the output gate lets through: "tanh c".
std::string spoken_of(const Cell& cell) {
    return cell.quantities[cell.equation_of(cell.hidden().now).operands.back().id].symbol;
}

/// Whether one gate both keeps and admits, the one share being 1 − the other.
bool one_gate_for_both(const Cell& cell) {
    const QuantityId keep = cell.find(Role::keep), admit = cell.find(Role::admit);
    return keep != none && admit != none &&
           (cell.gate_of(keep) == nullptr || cell.gate_of(admit) == nullptr);
}

/// What it does that a gate always has the same value: the key of a sentence about all, nothing or
/// a share.
std::string effect(const Words& words, const std::string& what, double value,
                   const std::string& of = "") {
    const std::string key = "effect." + what +
                            (value == 1   ? ".all"
                             : value == 0 ? ".none"
                                          : ".share");
    return words(key, {{"share", percent(value)}, {"of", of}});
}

std::string effect_of(const Words& words, const Cell& cell, const Gate& gate, double value) {
    if (one_gate_for_both(cell) && (gate.role == Role::keep || gate.role == Role::admit))
        return effect(words, "keep_and_admit", gate.role == Role::keep ? value : 1 - value);
    switch (gate.role) {
        case Role::keep: return effect(words, "keep", value);
        case Role::admit: return effect(words, "admit", value);
        case Role::expose: return effect(words, "expose", value, spoken_of(cell));
        case Role::reset: return effect(words, "hear", value);
        default: break;
    }
    if (cell.is_state(gate.value)) return words("effect.state", {{"value", format_exact(value)}});
    if (value == 0) return words("effect.candidate.none");
    return words("effect.candidate", {{"value", format_exact(value)}});
}

/// The chosen unit at the selected step: its numbers, and sentences with all of these in their
/// holes.
class Slot {
public:
    explicit Slot(const Moment& moment) : moment_(moment) {}

    [[nodiscard]] const Cell& cell() const { return moment_.cell; }
    [[nodiscard]] Phase phase() const { return moment_.phase; }
    [[nodiscard]] std::string text(QuantityId id) const {
        return format_calm(value(id), moment_.decimals);
    }
    [[nodiscard]] std::string text(Role role) const {
        return cell().has(role) ? text(cell().at(role)) : "";
    }
    [[nodiscard]] std::string share(QuantityId id) const { return percent(value(id)); }

    /// The sentence of `key`, and what else it needs.
    [[nodiscard]] std::string say(std::string_view key, Hole first = {}, Hole second = {}) const {
        const Role written = cell().has(Role::written) ? Role::written : Role::candidate;
        return moment_.words(key, {{"unit", std::to_string(moment_.unit)},
                                   {"before", text(cell().memory().previous)},
                                   {"now", text(cell().memory().now)},
                                   {"spoken", text(cell().hidden().now)},
                                   {"heard", text(Role::heard)},
                                   {"stays", text(Role::kept)},
                                   {"keep", share(Role::keep)},
                                   {"admit", share(Role::admit)},
                                   {"expose", share(Role::expose)},
                                   {"idea", change(Role::candidate)},
                                   {"comes", change(written)},
                                   std::move(first),
                                   std::move(second)});
    }

private:
    [[nodiscard]] std::string change(Role role) const {
        if (!cell().has(role)) return "";
        return format_calm_change(value(cell().at(role)), moment_.decimals);
    }
    [[nodiscard]] std::string share(Role role) const {
        return cell().has(role) ? share(cell().at(role)) : "";
    }
    [[nodiscard]] double value(QuantityId id) const {
        return moment_.trace.value(id, moment_.unit, moment_.t);
    }

    const Moment& moment_;
};

/// What reset lets through, of h₋ or of the sum that is made of it.
std::string about_hearing(const Slot& step) {
    const Cell& cell = step.cell();
    const std::vector<Operand>& factors = cell.equation_of(cell.at(Role::heard)).operands;
    const QuantityId past = factors.back().id;
    return step.say(cell.is_previous(past) ? "slot.heard" : "slot.heard_of_sum",
                    {"past", step.text(past)}, {"share", step.share(factors.front().id)});
}

/// What became of the new idea in the phase in which it came up.
std::string about_writing(const Slot& step) {
    const Cell& cell = step.cell();
    const QuantityId written = cell.find(Role::written);
    if (written == none) return step.say("slot.idea_whole");
    return step.say(cell.quantities[written].phase != Phase::write ? "slot.idea" : "slot.written");
}

/// What the memory was, what became of it, and what it is.
std::string about_change(const Slot& step) {
    const Cell& cell = step.cell();
    std::string key = step.phase() == Phase::update ? "slot.updated"
                      : cell.has_cell_state()       ? "slot.spoken"
                                                    : "slot.memory_spoken";
    if (!cell.has(Role::keep)) key += "_all";
    return step.say(key);
}

/// A cell that keeps some of what it said and adds to it.
std::string about_keeping(const Slot& step) {
    const Cell& cell = step.cell();
    switch (step.phase()) {
        case Phase::read: return step.say("slot.read");
        case Phase::forget:
            return cell.has(Role::heard) ? about_hearing(step) : step.say("slot.kept");
        case Phase::write: return about_writing(step);
        case Phase::update:
            return cell.has_cell_state() ? about_change(step) : step.say("slot.shares");
        case Phase::output: return step.say("slot.output");
        case Phase::speak: break;
    }
    return about_change(step);
}

/// A plain RNN: what was said is written over.
std::string about_rnn(const Slot& step) {
    if (step.phase() == Phase::read) return step.say("slot.read_one_gate");
    return step.say("slot.written_over", {"sum", step.text(Role::pre_activation)},
                    {"function", facts_of(step.cell().gates.front().activation).symbol});
}

}  // namespace

std::string title_of(const Words& words, const Cell& cell) {
    CellForm own = own_form(cell.kind, cell.has_readout());
    own.readout_activation = cell.form.readout_activation;  // the loss has a say in that
    return own == cell.form ? cell.title : words("form.changed", {{"cell", cell.title}});
}

std::string title_of(const Words& words, const Gate& gate) {
    return words(gate.role == Role::candidate ? "gate.candidate" : "gate.title",
                 {{"gate", gate.name}});
}

std::string short_name(const Document& document, QuantityId quantity, int element) {
    if (std::string label = label_of(document, quantity, element); !label.empty()) return label;
    const Quantity& of = document.cell().quantities[quantity];
    return of.symbol + (document.sizes().of(of.extent) == 1 ? "" : subscript(element));
}

std::string clamp_words(const Words& words, const Clamp& clamp) {
    return words(clamp.from == clamp.to ? "clamp.one_step" : "clamp.steps",
                 {{"value", format_exact(clamp.value)},
                  {"from", std::to_string(clamp.from)},
                  {"to", std::to_string(clamp.to)}});
}

std::string narrate(const Frame& frame, const Clamp& clamp) {
    const Gate& gate = *gate_of_value(frame.cell(), clamp.quantity);
    return frame.words(clamp.element ? "clamp.of_unit" : "clamp.of_gate",
                       {{"gate", capitalised(title_of(frame.words, gate))},
                        {"unit", std::to_string(clamp.element.value_or(0))},
                        {"clamped", clamp_words(frame.words, clamp)},
                        {"effect", effect_of(frame.words, frame.cell(), gate, clamp.value)}});
}

std::string narrate(const Moment& moment) {
    if (moment.t == 0) return moment.words("slot.no_step", {{"unit", std::to_string(moment.unit)}});
    const Slot step(moment);
    return moment.cell.family == Family::rnn ? about_rnn(step) : about_keeping(step);
}

std::string narrate(const Frame& frame) {
    const Cursor& cursor = frame.view.cursor;
    return narrate(Moment{frame.words, frame.cell(), frame.trace(), cursor.t, cursor.unit,
                          cursor.phase, frame.view.look.decimals});
}

}  // namespace lstm
