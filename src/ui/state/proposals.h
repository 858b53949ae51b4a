/// What panels propose while they draw; the app carries it out when the frame is done.
#pragma once

#include "document/edit.h"
#include "document/session.h"
#include "ui/state/view.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lstm {

struct UndoRequest {};
struct RedoRequest {};
/// A new document; asks first where unsaved work would be lost. So do the other two that open.
struct NewRequest {};
struct OpenFileRequest {
    std::string path;
};
struct OpenExampleRequest {
    std::string name;
};
/// Open the link or scenario that was copied; or where numbers were, make them `parameter`, if one
/// is given.
struct OpenCopiedRequest {
    ParameterId parameter = none;
};
/// Copy a parameter in one of `matrix_forms`.
struct CopyMatrixRequest {
    ParameterId parameter;
    std::string_view form;
};
/// How numbers can be copied, as formats call it.
inline constexpr std::array<std::string_view, 5> matrix_forms{"numpy", "matlab", "python", "tsv",
                                                              "latex"};
/// Links lead to the page at `address`.
struct PageAddressRequest {
    std::string address;
};
/// Save to the document's file; opens the save dialog where it has none.
struct SaveRequest {};
/// Where a file is in the way and shall not be replaced, the user is asked.
struct SaveAsRequest {
    std::string path;
    bool replace = false;
};
/// Open a dialog that is about files.
struct ShowRequest {
    Dialog dialog;
};
/// Take the run away as View::take_away says; or stop doing so.
struct ExportRequest {
    bool replace = false;
};
struct CancelExportRequest {};
/// The user has thought of something else than what the last export said or asked.
struct ForgetExportAnswerRequest {};
/// What training shall do.
struct TrainingRequest {
    enum class What {
        start,
        stop,
        single_step,
        go_to_start,  ///< back to the weights with which it began
        forget_start  ///< for new weights
    };
    What what;
};
/// Show that sequence of the document.
struct SequenceRequest {
    int index;
};
/// The answer to "unsaved work".
struct UnsavedAnswer {
    enum class Choice { save, discard, cancel };
    Choice choice;
};
/// The answer to "the file is not as it was read".
struct ConflictAnswer {
    enum class Choice { overwrite, save_as, reload };
    Choice choice;
};
/// What becomes of View::recoverable[index].
struct RecoverRequest {
    std::size_t index;
};
struct ForgetRecoverableRequest {
    std::size_t index;
};

using Request =
    std::variant<UndoRequest, RedoRequest, NewRequest, OpenFileRequest, OpenExampleRequest,
                 OpenCopiedRequest, CopyMatrixRequest, PageAddressRequest, SaveRequest,
                 SaveAsRequest, ShowRequest, ExportRequest, CancelExportRequest,
                 ForgetExportAnswerRequest, TrainingRequest, SequenceRequest, UnsavedAnswer,
                 ConflictAnswer, RecoverRequest, ForgetRecoverableRequest>;

/// An edit and the gesture it belongs to.
struct ProposedEdit {
    Edit edit;
    Gesture gesture = 0;
};

/// All that one frame proposed.
struct Proposals {
    std::vector<ProposedEdit> edits;
    std::vector<Request> requests;
    bool gesture_ended = false;
    int select_step = 0;  ///< the timestep to select once the edits are made; 0: stay

    void edit(Edit edit, Gesture gesture = 0) { edits.push_back({std::move(edit), gesture}); }
    void request(Request request) { requests.push_back(std::move(request)); }
};

}  // namespace lstm
