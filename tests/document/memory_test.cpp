/// Edits that memory does not hold are refused, and nothing has changed.
#include "document/memory.h"
#include "document/session.h"
#include "document/training_sequences.h"
#include "platform/memory.h"
#include "support/allocations.h"

#include <gtest/gtest.h>

#if LSTM_COUNTS_ALLOCATIONS

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <bit>
#include <cstdint>
#include <fstream>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace lstm {
namespace {

Document document_of(int units, int steps) {
    Document document = new_document();
    document.network = randomised(zero_network(lstm_cell(), {2, units}), 3);
    document.initial.assign(2, Vector::Constant(units, 0.5));
    document.sequence.edit().assign(static_cast<std::size_t>(steps),
                                    Shared<Step>(Step{Vector::Ones(2), "word"}));
    document.expectations = std::vector<Expectation>(1);
    document.expectations.edit()[0].quantity = lstm_cell().find("h");
    document.expectations.edit()[0].decimals = 2;
    return document;
}

/// Every bit of what a session shows.
struct Seen {
    Document document;
    std::vector<std::uint64_t> numbers;
    std::size_t verdicts;
    std::optional<EditSummary> undo, redo;

    friend bool operator==(const Seen&, const Seen&) = default;
};

std::optional<EditSummary> summary(const EditSummary* edit) {
    return edit == nullptr ? std::nullopt : std::optional(*edit);
}

Seen seen(const Session& session) {
    std::vector<std::uint64_t> numbers;
    const Trace& trace = session.trace();
    for (int t = 1; t <= trace.steps(); ++t)
        for (QuantityId q = 0; q < static_cast<int>(trace.cell().quantities.size()); ++q)
            for (const double number : trace.vector(q, t))
                numbers.push_back(std::bit_cast<std::uint64_t>(number));
    return {session.document(), std::move(numbers), session.verdicts().size(),
            summary(session.history().undo_summary()), summary(session.history().redo_summary())};
}

using Act = std::function<std::optional<Refusal>(Session&)>;

/// Lets each allocation of `act` fail in turn, each time on a session that `prepare` has prepared.
void let_each_fail(const std::function<void(Session&)>& prepare, const Act& act) {
    long failed = 0;
    for (bool done = false; !done; ++failed) {
        ASSERT_LT(failed, 100'000);
        Session session(document_of(3, 5));
        prepare(session);
        const Seen before = seen(session);
        failing_allocation = allocations + 1 + failed;
        const std::optional<Refusal> refusal = act(session);
        done = allocations < failing_allocation;
        failing_allocation = 0;
        if (done) {
            EXPECT_FALSE(refusal.has_value());
            EXPECT_NE(seen(session), before);
        } else {
            EXPECT_TRUE(refusal && std::holds_alternative<NotEnoughMemory>(*refusal));
            EXPECT_EQ(seen(session), before) << failed;
        }
    }
    EXPECT_GT(failed, 1);
}

/// There is something to undo, and something to redo.
void edit_and_undo(Session& session) {
    session.apply(SetParameter{0, 0, 0, 9});
    session.apply(DeleteStep{2});
    session.undo();
}

TEST(Memory, ThatFailsInAnEditRefusesIt) {
    const std::vector<Edit> edits{SetParameter{0, 0, 0, 0.5},
                                  InsertStep{2},
                                  DeleteStep{5},
                                  Resize{{3, 4}},
                                  SetCell{"gru_reset_before"},
                                  SetRounding{2},
                                  Replace{document_of(3, 9)}};
    for (const Edit& edit : edits)
        let_each_fail(edit_and_undo, [&](Session& session) { return session.apply(edit); });
}

TEST(Memory, ThatFailsInADragRefusesItsNextStep) {
    let_each_fail(
        [](Session& session) {
            session.apply(SetParameter{0, 0, 0, 0.5}, 7);
        },
        [](Session& session) {
            return session.apply(SetParameter{0, 0, 0, 0.75}, 7);
        });
}

TEST(Memory, ThatFailsInUndoAndRedoLeavesAllAsItWas) {
    let_each_fail(edit_and_undo, [](Session& session) { return session.undo(); });
    let_each_fail(edit_and_undo, [](Session& session) { return session.redo(); });
}

/// Whether `act` is true of a process that may take `bytes` more than it has.
bool with_room_for(double bytes, const std::function<bool()>& act) {
    const pid_t child = fork();
    if (child == 0) {
        double pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        rlimit limit{};
        limit.rlim_cur = limit.rlim_max =
            static_cast<rlim_t>(bytes + pages * static_cast<double>(sysconf(_SC_PAGESIZE)));
        setrlimit(RLIMIT_AS, &limit);
        _exit(act() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(Memory, IsAsMuchAsTheProgramMayTake) {
    EXPECT_TRUE(with_room_for(1e8, [] { return free_memory() > 0.7e8 && free_memory() < 0.76e8; }));
    EXPECT_GT(free_memory(), 1e8);
    EXPECT_LT(free_memory(), 1e15);
}

TEST(Memory, ThatThereIsNotRefusesAnEditWithWhatItWouldTake) {
    Session session(document_of(8, 100));
    EXPECT_TRUE(with_room_for(1e8, [&] {
        const Seen before = seen(session);
        // 8 units take about 2.2 kB a step, twice that with gradients.
        const auto refusal = session.apply(Replace{document_of(8, 40'000)});
        const auto* lack = refusal ? std::get_if<NotEnoughMemory>(&*refusal) : nullptr;
        return lack != nullptr && lack->needed() > 1e8 && lack->free() > 0.7e8 &&
               lack->free() < 0.8e8 && seen(session) == before &&
               !session.apply(Replace{document_of(8, 2'000)});
    }));
    EXPECT_FALSE(session.apply(Replace{document_of(8, 40'000)}).has_value())
        << "where there is room";
}

TEST(Memory, ThatThereIsNotRefusesToTrain) {
    Document document = document_of(8, 20'000);
    document.sequence.edit()[0].edit().target = Vector::Ones(8);
    EXPECT_TRUE(with_room_for(5e7, [&] {
        try {
            (void)trainer_of(document);
        } catch (const NotEnoughMemory&) {
            return true;
        }
        return false;
    }));
    EXPECT_EQ(trainer_of(document).state().steps, 0) << "where there is room";
}

TEST(Memory, OfOldDocumentsIsGivenBackWhereThereIsLittle) {
    // Each edit keeps another half of a megabyte, of which a process of 400 MB keeps 100 MB.
    const auto steps_to_undo = [](Session& session) {
        constexpr int edits = 300;
        for (int n = 1; n <= edits; ++n)
            if (session.apply(SetParameter{session.document().cell().find_parameter("forget", "U"),
                                           0, 0, 1.0 * n}))
                return -1;
        int steps = 0;
        while (session.history().can_undo() && !session.undo()) ++steps;
        return steps;
    };
    EXPECT_TRUE(with_room_for(4e8, [&] {
        Session session(document_of(256, 1));
        const int steps = steps_to_undo(session);
        return steps > 100 && steps < 200;
    }));
}

}  // namespace
}  // namespace lstm

#endif
