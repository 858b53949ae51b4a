// What Dear ImGui lays out: places in pixels from the top left, on a window of so many.

uniform vec2 size;  // of the window, in pixels

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texture_position;
layout(location = 2) in vec4 colour;

out vec2 place;
out vec4 tint;

void main() {
    place = texture_position;
    tint = colour;
    gl_Position = vec4(2.0 * position.x / size.x - 1.0, 1.0 - 2.0 * position.y / size.y, 0.0, 1.0);
}
