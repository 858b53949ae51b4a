// A heat map: each pixel takes the colour of the cell of the matrix that it lies in. Rows and pixels
// count from the top, where Dear ImGui puts a texture's first row.

uniform sampler2D values;  // a texel a cell: -1 to 1 (the limits), or 2 where it is not finite
uniform ivec2 pixels;      // width and height of the picture, at least the number of cells
uniform vec4 negative;     // colour of -1
uniform vec4 zero;         // colour of 0
uniform vec4 positive;     // colour of 1
uniform vec4 not_finite;   // colour of the hatch

out vec4 colour;

const int gap_from = 6;   // pixels: smaller cells touch
const float gap_alpha = 0.55;
const int hatch = 6;      // pixels between one line of the hatch and the next

// The cell under a pixel, exactly: the pixel's centre is at pixel + 1/2.
ivec2 cell_at(ivec2 pixel, ivec2 cells) {
    return ivec2((vec2(pixel) + 0.5) * vec2(cells) / vec2(pixels));
}

void main() {
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    ivec2 cells = textureSize(values, 0);
    ivec2 cell = cell_at(pixel, cells);
    float value = texelFetch(values, cell, 0).r;
    bvec2 roomy = greaterThanEqual(pixels, cells * gap_from);

    if (value > 1.5) {
        // Where the cells are too small for a pattern, the colour alone marks them.
        bool marked = !all(roomy) || (pixel.x + pixel.y) % hatch < hatch / 2;
        colour = marked ? not_finite : zero;
    } else {
        colour = mix(zero, value < 0.0 ? negative : positive, abs(value));
    }

    // A hairline between cells lets what is behind the picture shine through.
    bvec2 last = notEqual(cell_at(pixel + 1, cells), cell);
    bvec2 inside = lessThan(pixel + 1, pixels);
    if ((roomy.x && last.x && inside.x) || (roomy.y && last.y && inside.y)) colour.a *= gap_alpha;
}
