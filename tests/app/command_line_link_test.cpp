/// The commands about links, and links in the place of files; and read, which tells a run.
#include "program.h"

#include "app/examples.h"
#include "support/documents.h"

namespace lstm {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

std::string link_of(const std::string& file) {
    const Finished finished = notebook({"link", file});
    EXPECT_EQ(finished.status, 0);
    EXPECT_EQ(finished.err, "");
    EXPECT_THAT(finished.out, EndsWith("\n"));
    return finished.out.substr(0, finished.out.size() - 1);
}

TEST_F(CommandLine, TakesALinkWhereItTakesAFile) {
    for (const Example& example : examples()) {
        const std::string link = link_of(example.name);
        EXPECT_EQ(notebook({"trace", link, "--format", "json"}).out,
                  notebook({"trace", example.name, "--format", "json"}).out)
            << example.name;
        EXPECT_EQ(link_of("https://a.b/c" + link), link);
    }
    EXPECT_EQ(notebook({"check", link_of("gomez")}).status, 0);
    EXPECT_EQ(notebook({"trace", "#example=gomez&t=2"}).out, notebook({"trace", "gomez"}).out);
}

TEST_F(CommandLine, TakesAFileBeforeALink) {
    const std::string name = "#s=nothing";
    (void)scenario(name);
    EXPECT_THAT(shell("cd " + folder_.path().string() + " && \"$P\" trace '#s=nothing'").out,
                StartsWith("A title\n"));
}

TEST_F(CommandLine, NamesWhatIsWrongWithALink) {
    expect_refusal(notebook({"trace", link_of("gomez").substr(0, 100)}),
                   "lstm-notebook: link: its end: expected more letters, found none: the link is "
                   "cut off\n");
    expect_refusal(notebook({"trace", "#example=gomes"}), HasSubstr("did you mean gomez?"));
    expect_refusal(notebook({"trace", "#example=gomez&t=9"}),
                   "lstm-notebook: link: t: expected 1 to 2, found 9\n");
    expect_refusal(notebook({"trace", "#example=gomez&page=garden"}),
                   HasSubstr("link: page: expected one of weights, inputs, working"));
    expect_refusal(notebook({"trace", "#example=gomez&phase=sleep"}),
                   HasSubstr("link: phase: expected one of read, forget"));
}

TEST_F(CommandLine, TellsARunInSentences) {
    const Finished told = notebook({"read", "statquest-one-step"});
    EXPECT_EQ(told.status, 0);
    EXPECT_EQ(told.err, "");
    for (const char* line :
         {"StatQuest: one step of an LSTM\n", "LSTM: 1 input, 1 unit, 1 step.\n",
          "\nStep 1 of 1: x = 1.\n", "\nRead. x and h₋ arrive, and all clerks hear them.\n",
          "\nInput x: 1.000.\n", "\nCell state c of the step before: 2.000.\n",
          "\nForget gate: 0.997.\n", "\nCell state c: 2.948.\n"})
        EXPECT_THAT(told.out, HasSubstr(line));
    EXPECT_THAT(notebook({"read", "company-a", "--t", "3", "--digits", "1"}).out,
                testing::AllOf(HasSubstr("Step 3 of 4: day 3."), HasSubstr("Input x: 0.3."),
                               testing::Not(HasSubstr("Step 2 of 4"))));
    EXPECT_THAT(notebook({"read", "gomez", "--language", "de"}).out,
                testing::AllOf(HasSubstr("Schritt 2 von 2"), HasSubstr("0,")));
}

}  // namespace
}  // namespace lstm
