#!/usr/bin/env python3
"""Prints FaceWidths.cs: advance widths in thousandths of an em, read from TrueType and OpenType files.

    face-widths.py NAME=FILE...  > FaceWidths.cs

The figures in the repository come from the free faces that have the metrics of what press offices set their texts in, or are set
in themselves: Liberation Serif, Sans and Mono 2 (Times New Roman, Arial, Courier New), DejaVu Sans and Serif 2.37 (Bitstream Vera,
near Verdana), Carlito and Caladea (Calibri, Cambria), the URW base fonts C059, P052, Bookman, Gothic and Nimbus Sans Narrow
(Century Schoolbook, Palatino, Bookman, Avant Garde, Arial Narrow), Lato, Open Sans, Roboto, Noto Sans and Serif, EB Garamond,
Linux Libertine, Source Sans 3 and Source Serif 4.
"""
import struct
import sys


FURTHER = "–—„“”‚‘’…«»ß€§•‐"


def widths(path):
    data = open(path, "rb").read()
    tables = {}
    for i in range(struct.unpack(">H", data[4:6])[0]):
        tag, _, offset, length = struct.unpack(">4sLLL", data[12 + 16 * i:28 + 16 * i])
        tables[tag.decode()] = offset
    em = struct.unpack(">H", data[tables["head"] + 18:tables["head"] + 20])[0]
    count = struct.unpack(">H", data[tables["hhea"] + 34:tables["hhea"] + 36])[0]
    cmap = tables["cmap"]
    for i in range(struct.unpack(">H", data[cmap + 2:cmap + 4])[0]):
        platform, encoding, offset = struct.unpack(">HHL", data[cmap + 4 + 8 * i:cmap + 12 + 8 * i])
        at = cmap + offset
        if struct.unpack(">H", data[at:at + 2])[0] == 4 and (platform, encoding) in ((3, 1), (0, 3), (0, 4)):
            break
    segments = struct.unpack(">H", data[at + 6:at + 8])[0] // 2

    def column(k):
        begin = at + 14 + k * 2 * segments + (2 if k else 0)
        return struct.unpack(f">{segments}H", data[begin:begin + 2 * segments])

    ends, starts, deltas, ranges = column(0), column(1), column(2), column(3)
    range_at = at + 14 + 3 * 2 * segments + 2

    def advance(char):
        for s in range(segments):
            if starts[s] <= char <= ends[s]:
                if ranges[s] == 0:
                    glyph = (char + deltas[s]) & 0xFFFF
                else:
                    where = range_at + 2 * s + ranges[s] + 2 * (char - starts[s])
                    glyph = (struct.unpack(">H", data[where:where + 2])[0] + deltas[s]) & 0xFFFF
                where = tables["hmtx"] + 4 * min(glyph, count - 1)
                return round(1000 * struct.unpack(">H", data[where:where + 2])[0] / em)
        return 500

    return [advance(c) for c in range(32, 127)] + [advance(ord(c)) for c in FURTHER]


print(f"""namespace Publisher.Sources.PlainText.Lines;

/// <summary>Advance widths of U+0020 to U+007E and some further characters in thousandths of an em. Made by <c>face-widths.py</c>, which names their origin.</summary>
internal static class FaceWidths
{{
    /// <summary>The characters behind U+007E.</summary>
    public const string Further = "{FURTHER}";
""")
names = []
for argument in sys.argv[1:]:
    name, path = argument.split("=")
    names.append(name)
    table = widths(path)
    print(f"    public static readonly short[] {name} =\n    [")
    for i in range(0, len(table), 19):
        print("        " + ", ".join(str(w) for w in table[i:i + 19]) + ",")
    print("    ];\n")
print("    public static readonly short[][] All =\n    [")
for i in range(0, len(names), 9):
    print("        " + ", ".join(names[i:i + 9]) + ",")
print("    ];\n}")
