"""Cuts a font down to the ranges of code points that arrays of a header list: subset_font.py FONT HEADER OUT ARRAY...

Ranges are pairs of hexadecimal numbers. Hints and layout rules go too: Dear ImGui uses neither.
"""
import re
import sys

from fontTools import subset

font, header, out, *arrays = sys.argv[1:]
with open(header, encoding="utf-8") as file:
    text = file.read()
numbers = [int(number, 16) for array in arrays
           for number in re.findall(r"0x([0-9A-F]+)", re.search(r"\b" + array + r"\[\] = \{(.*?)\};", text, re.S)[1])]
ranges = zip(numbers[::2], numbers[1::2])
subset.main([
    font, f"--output-file={out}", "--no-hinting", "--layout-features=", "--name-IDs=1,2,13,14",
    "--notdef-outline", "--drop-tables+=GSUB,GPOS,GDEF,kern,FFTM,DSIG,hdmx,VDMX,LTSH,gasp",
    "--unicodes=" + ",".join(f"{first:x}-{last:x}" for first, last in ranges)])
