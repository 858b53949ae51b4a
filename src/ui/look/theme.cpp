/// The styles of ImGui and ImPlot, and colour arithmetic.
#include "ui/look/theme.h"

#include <imgui.h>
#include <implot.h>

#include <algorithm>
#include <cmath>

namespace lstm {
namespace {

double luminance(const ImVec4& c) {
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.x) + 0.7152 * linear(c.y) + 0.0722 * linear(c.z);
}

void set_colours(ImVec4* colours, const Palette& p) {
    colours[ImGuiCol_Text] = p.ink;
    colours[ImGuiCol_TextDisabled] = p.muted;
    colours[ImGuiCol_WindowBg] = p.desk;
    colours[ImGuiCol_ChildBg] = ImVec4(0, 0, 0, 0);
    colours[ImGuiCol_PopupBg] = p.paper;
    colours[ImGuiCol_Border] = p.rule;
    colours[ImGuiCol_BorderShadow] = ImVec4(0, 0, 0, 0);
    colours[ImGuiCol_FrameBg] = p.sunken;
    colours[ImGuiCol_FrameBgHovered] = blended(p.sunken, p.accent, 0.10F);
    colours[ImGuiCol_FrameBgActive] = blended(p.sunken, p.accent, 0.18F);
    colours[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
    colours[ImGuiCol_ScrollbarGrab] = p.rule;
    colours[ImGuiCol_ScrollbarGrabHovered] = p.muted;
    colours[ImGuiCol_ScrollbarGrabActive] = p.accent;
    colours[ImGuiCol_CheckMark] = p.accent;
    colours[ImGuiCol_SliderGrab] = blended(p.sunken, p.accent, 0.35F);
    colours[ImGuiCol_SliderGrabActive] = p.accent;
    colours[ImGuiCol_Button] = p.sunken;
    colours[ImGuiCol_ButtonHovered] = blended(p.sunken, p.accent, 0.14F);
    colours[ImGuiCol_ButtonActive] = blended(p.sunken, p.accent, 0.28F);
    colours[ImGuiCol_Header] = p.accent_soft;
    colours[ImGuiCol_HeaderHovered] = blended(p.accent_soft, p.accent, 0.10F);
    colours[ImGuiCol_HeaderActive] = blended(p.accent_soft, p.accent, 0.20F);
    colours[ImGuiCol_Separator] = p.rule;
    colours[ImGuiCol_TextSelectedBg] = faded(p.accent, 0.35F);
    colours[ImGuiCol_NavHighlight] = p.accent;
    colours[ImGuiCol_ModalWindowDimBg] =
        p.dark ? ImVec4(0, 0, 0, 0.55F) : ImVec4(0.1F, 0.1F, 0.1F, 0.35F);
    colours[ImGuiCol_TableHeaderBg] = ImVec4(0, 0, 0, 0);
    colours[ImGuiCol_TableBorderLight] = p.rule;
    colours[ImGuiCol_TableBorderStrong] = p.rule;
    colours[ImGuiCol_TableRowBgAlt] = faded(p.sunken, 0.5F);
}

/// Pixels, at scale 1, that a finger meets (WCAG 2.1, 2.5.5).
constexpr float least_touch = 44;

}  // namespace

ImVec4 Theme::role(Role role) const {
    switch (role) {
        case Role::keep: return palette->forget;
        case Role::admit: return palette->input;
        case Role::candidate: return palette->candidate;
        case Role::expose:
        case Role::reset: return palette->output;
        case Role::cell_state: return palette->memory;
        case Role::hidden_state: return palette->hidden_state;
        default: return palette->ink;
    }
}

CurveMark Theme::mark(const Gate& gate) const {
    switch (gate.role) {
        case Role::admit: return palette->input_mark;
        case Role::candidate: return palette->candidate_mark;
        case Role::expose:
        case Role::reset: return palette->output_mark;
        default: return palette->forget_mark;
    }
}

ImVec4 Theme::quantity(const Cell& cell, QuantityId quantity) const {
    const Role own = cell.quantities[quantity].role;
    const bool is_state = own == Role::cell_state || own == Role::hidden_state;
    const Gate* const of = cell.gate_of(quantity);
    return is_state ? role(own) : of == nullptr ? palette->ink : gate(*of);
}

ImVec4 Theme::signed_colour(double value, double limit) const {
    if (!std::isfinite(value) || limit <= 0) return palette->paper;
    const double share = std::min(std::abs(value) / limit, 1.0);
    const ImVec4& end = value < 0 ? palette->negative : palette->positive;
    // Text stands on this colour, so it stops well short of the pure end.
    return blended(palette->paper, end, palette->tint * static_cast<float>(std::sqrt(share)));
}

void apply_style(const Theme& theme) {
    ImGuiStyle style;  // ScaleAllSizes compounds, so always from a fresh one
    style.WindowPadding = {10, 8};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.ChildRounding = 8;
    style.PopupRounding = 8;
    style.FrameRounding = 5;
    style.GrabRounding = 5;
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.FramePadding = {9, 4};
    style.ItemSpacing = {8, 6};
    style.ItemInnerSpacing = {6, 4};
    style.CellPadding = {6, 2};
    style.PopupBorderSize = 1;
    if (theme.touch) style.FramePadding.y = (least_touch - theme.type.text) / 2;
    style.ScaleAllSizes(theme.scale);
    style.DisabledAlpha = 0.45F;
    if (theme->outlined) style.FrameBorderSize = 1;
    set_colours(style.Colors, *theme.palette);
    ImGui::GetStyle() = style;

    ImPlotStyle plot;
    plot.PlotPadding = {0, 0};
    plot.PlotBorderSize = 0;
    plot.LineWeight = theme.px(2);
    plot.MarkerSize = theme.px(3);
    plot.Colors[ImPlotCol_FrameBg] = ImVec4(0, 0, 0, 0);
    plot.Colors[ImPlotCol_PlotBg] = ImVec4(0, 0, 0, 0);
    plot.Colors[ImPlotCol_PlotBorder] = theme->rule;
    plot.Colors[ImPlotCol_AxisGrid] = faded(theme->rule, 0.6F);
    ImPlot::GetStyle() = plot;
}

ImVec4 faded(ImVec4 colour, float opacity) {
    colour.w *= opacity;
    return colour;
}

ImVec4 blended(const ImVec4& a, const ImVec4& b, float share) {
    const auto mix = [share](float x, float y) { return x + (y - x) * share; };
    return {mix(a.x, b.x), mix(a.y, b.y), mix(a.z, b.z), mix(a.w, b.w)};
}

ImU32 packed(const ImVec4& colour) {
    return ImGui::ColorConvertFloat4ToU32(colour);
}

double contrast(const ImVec4& a, const ImVec4& b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace lstm
