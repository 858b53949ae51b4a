/// OpenGL without a display.
#include "platform/desktop/graphics/offscreen_context.h"

#include "platform/graphics/framebuffer.h"
#include "platform/graphics/shader_program.h"
#include "platform/graphics_error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lstm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Offscreen, GivesAtLeastOpenGl33) {
    const OffscreenContext context;
    GLint major = 0, minor = 0;
    glGetIntegerv(GL_MAJOR_VERSION, &major);
    glGetIntegerv(GL_MINOR_VERSION, &minor);
    EXPECT_GE(10 * major + minor, 33);
}

TEST(Offscreen, CanBeHadAgain) {
    for (int k = 0; k < 3; ++k) {
        const OffscreenContext context;
        EXPECT_NE(glGetString(GL_RENDERER), nullptr);
    }
}

TEST(Framebuffer, IsReadFromTheTopLeftAsItWasDrawn) {
    const OffscreenContext context;
    const Framebuffer framebuffer(5, 3);
    glClearColor(0, 0, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    glScissor(1, 2, 1, 1);  // OpenGL counts from the bottom: the top row
    glClearColor(1, 0.5f, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);

    const Picture picture = framebuffer.read();
    EXPECT_EQ(picture.width, 5);
    EXPECT_EQ(picture.height, 3);
    EXPECT_THAT(picture.pixel(1, 0), ElementsAre(255, testing::AnyOf(127, 128), 0));
    EXPECT_THAT(picture.pixel(0, 0), ElementsAre(0, 0, 255));
    EXPECT_THAT(picture.pixel(1, 2), ElementsAre(0, 0, 255));
}

TEST(Framebuffer, SaysWhatSizeADriverRefuses) {
    const OffscreenContext context;
    try {
        const Framebuffer framebuffer(1 << 24, 1);
        ADD_FAILURE() << "a picture 16 million pixels wide was made";
    } catch (const GraphicsError& error) {
        EXPECT_THAT(error.what(), HasSubstr("16777216 × 1"));
    }
}

TEST(ShaderProgram, SaysWhichFileItLacks) {
    const OffscreenContext context;
    try {
        const ShaderProgram program("no-such-shader");
        ADD_FAILURE() << "a shader was made from nothing";
    } catch (const GraphicsError& error) {
        EXPECT_THAT(error.what(), HasSubstr("shaders/no-such-shader.vert"));
    }
}

}  // namespace
}  // namespace lstm
