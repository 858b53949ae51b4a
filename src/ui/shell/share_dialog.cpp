/// Giving the scenario away as a link: what it leads to, its letters, and a code for telephones.
#include "ui/panels.h"
#include "ui/shell/dialog.h"
#include "ui/widgets/qr_code.h"
#include "ui/widgets/widgets.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <string>

namespace lstm {
namespace {

/// Some programs cut links that are longer.
constexpr std::size_t long_link = 2000;

void choose_place(Frame& frame) {
    ShareWish& wish = frame.view.dialogs.sharing;
    if (button(frame, "share/here", frame.words("share.here"), frame.words("share.here.help"), true,
               wish.at_place))
        wish.at_place = true;
    ImGui::SameLine(0, frame.px(4));
    if (button(frame, "share/start", frame.words("share.start"), frame.words("share.start.help"),
               true, !wish.at_place))
        wish.at_place = false;
}

/// Where the page is that opens the link: in a browser, this one.
void choose_page(Frame& frame, float width) {
    const SharedLink& shared = frame.shared;
    if (shared.page_is_here) return;
    heading(frame, frame.words("share.page"));
    if (const auto page = text_field(frame, "share/page", shared.page, width,
                                     frame.words("share.page.hint").c_str()))
        frame.proposals.request(PageAddressRequest{*page});
}

void draw_link(Frame& frame, float width) {
    const std::string& link = frame.shared.link;
    heading(frame, frame.words("share.link"));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetFrameHeight();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, packed(frame.theme->sunken), frame.px(4));
    draw_text(list, frame.theme.fonts.text, {at.x + frame.px(8), at.y + height / 2},
              frame.theme->ink,
              elided(frame.theme.fonts.text, link.substr(0, 200), width - frame.px(16)));
    frame.regions.add("share/link", at, {at.x + width, at.y + height}, link);
    ImGui::Dummy({width, height});
    const bool is_long = link.size() > long_link;
    paragraph(frame, "share/length",
              frame.words(is_long ? "share.length_long" : "share.length",
                          {{"count", std::to_string(link.size())}}),
              width, 3);
}

void draw_code(Frame& frame, float side) {
    if (frame.shared.page.empty())
        paragraph(frame, "share/no_code", frame.words("share.code_needs_page"), side, 6);
    else if (!draw_qr_code(frame, "share/code", frame.shared.link, side))
        paragraph(frame, "share/no_code", frame.words("share.no_code"), side, 6);
}

}  // namespace

void draw_share_dialog(Frame& frame) {
    ShareWish& wish = frame.view.dialogs.sharing;
    if (ImGui::IsWindowAppearing()) wish.copied.clear();
    const SharedLink& shared = frame.shared;
    const float side = frame.px(240);
    const float gap = frame.px(18);
    const float room = dialog_width(frame, 420 + 18 + 240);
    const bool beside = room >= frame.px(520);
    const float width = beside ? room - side - gap : room;
    ImGui::BeginGroup();
    paragraph(frame, "share/told", frame.words("share.told"), width, 4);
    ImGui::Dummy({width, frame.px(4)});
    choose_place(frame);
    choose_page(frame, width);
    if (shared.trouble.empty()) {
        draw_link(frame, width);
    } else {
        ImGui::PushStyleColor(ImGuiCol_Text, frame.theme->bad);
        paragraph(frame, "share/trouble", shared.trouble, width, 6);
        ImGui::PopStyleColor();
    }
    ImGui::Dummy({0, frame.px(4)});
    const bool copied = !shared.link.empty() && wish.copied == shared.link;
    if (button(frame, "share/copy", frame.words(copied ? "share.copied" : "share.copy"), "",
               shared.trouble.empty())) {
        ImGui::SetClipboardText(shared.link.c_str());
        wish.copied = shared.link;
    }
    ImGui::SameLine();
    if (button(frame, "share/close", frame.words("close")))
        frame.view.dialogs.open = Dialog::closed;
    ImGui::EndGroup();
    if (!shared.trouble.empty()) return;
    if (beside) ImGui::SameLine(0, gap);
    ImGui::BeginGroup();
    draw_code(frame, beside ? side : std::min(side, width));
    ImGui::EndGroup();
}

}  // namespace lstm
