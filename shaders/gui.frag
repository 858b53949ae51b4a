// What Dear ImGui lays out: glyphs, of which the texture says how much of a pixel they cover, and pictures.

uniform sampler2D image;
uniform bool coverage;  // the texture holds that alone

in vec2 place;
in vec4 tint;

out vec4 colour;

void main() {
    vec4 texel = texture(image, place);
    colour = tint * (coverage ? vec4(1.0, 1.0, 1.0, texel.r) : texel);
}
