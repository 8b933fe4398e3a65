#!/usr/bin/python3
"""Builds the bundled fonts from their published sources.

    ./build.py                     fetch the sources, build into this folder
    ./build.py --sources DIR       keep the sources in DIR and use them again
    ./build.py --out DIR           build into another folder

Two builds from the same sources give the same bytes. Needs Debian 12 with
python3-fonttools 4.38, unicode-data, npm and apt-get; README.md says why each
font is here and under which licence. Nothing is installed: sources are
fetched as archives and unpacked in a temporary folder.
"""

import argparse
import bz2
import gzip
import hashlib
import pathlib
import subprocess
import tempfile

import fontTools
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

HERE = pathlib.Path(__file__).resolve().parent
UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"

# Where the characters of plane 2 stand in the paper fonts: the page writer
# knows no code point above U+FFFF, so they move into the private use area.
PRIVATE = 0xE000

NPM = ["@expo-google-fonts/noto-sans-sc@0.4.3", "@expo-google-fonts/noto-serif-sc@0.4.3"]
DEBS = ["fonts-lxgw-wenkai=1.250+repack-1", "texlive-lang-chinese=2022.20230122-1"]

# Each source by the end of its path in an archive, with the SHA-256 it must have.
SOURCES = {
    "NotoSansSC_400Regular.ttf": "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    "NotoSansSC_500Medium.ttf": "b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a",
    "NotoSansSC_700Bold.ttf": "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    "NotoSerifSC_200ExtraLight.ttf": "e51c26105c4698e8476dde88ce284ec8bbae9a79419115128f0a03cf284cbb4f",
    "NotoSerifSC_400Regular.ttf": "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    "NotoSerifSC_700Bold.ttf": "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
    "LXGWWenKai-Regular.ttf": "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
    "FandolFang-Regular.otf": "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
}

# Signs that stand beside Han characters: each block from its first to its last
# code point. A font gives what it has of them.
BLOCKS = [
    (0x0020, 0x007E, "ASCII"),
    (0x00A0, 0x00FF, "Latin-1"),
    (0x0100, 0x017F, "Latin, with most of pinyin"),
    (0x01CD, 0x01DC, "the third tone of pinyin"),
    (0x0261, 0x0261, "pinyin g"),
    (0x02C7, 0x02CB, "tone marks"),
    (0x0391, 0x03C9, "Greek"),
    (0x0401, 0x0451, "Russian"),
    (0x2010, 0x2044, "dashes, quotes, ellipsis, per mille"),
    (0x2070, 0x209C, "superscripts and subscripts"),
    (0x20A0, 0x20BF, "currencies"),
    (0x2100, 0x214F, "letterlike: ℃ № ™"),
    (0x2150, 0x2189, "number forms: ½ Ⅳ"),
    (0x2190, 0x21FF, "arrows"),
    (0x2200, 0x22FF, "mathematics: ≥ ≈ ×"),
    (0x2460, 0x24FF, "① ⑴ ⒈"),
    (0x2500, 0x25FF, "box drawing and shapes: □ ■ ▲"),
    (0x2600, 0x26FF, "☆ ★ ☑"),
    (0x2713, 0x2717, "✓ ✗"),
    (0x2776, 0x277F, "❶"),
    (0x2E3A, 0x2E3B, "long dashes"),
    (0x3000, 0x303F, "，。《》〇〓"),
    (0x3041, 0x30FF, "kana, which GB 2312 has"),
    (0x3105, 0x312F, "bopomofo, which GB 2312 has"),
    (0x3220, 0x324F, "㈠ ㉑"),
    (0x3251, 0x32BF, "㉑ ㊀ ㊟"),
    (0x3380, 0x33DF, "㎡ ㎞ ㎎"),
    (0xFE30, 0xFE4F, "﹏ and vertical punctuation"),
    (0xFE50, 0xFE6B, "small punctuation"),
    (0xFF01, 0xFF60, "full-width signs"),
    (0xFFE0, 0xFFE6, "￥"),
]


def standard():
    """The 8105 characters of the Table of General Standard Chinese Characters."""
    found = set()
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.split("\t")
            if len(cells) > 1 and cells[1] == "kTGH":
                found.add(int(cells[0][2:], 16))
    assert len(found) == 8105, len(found)
    return found


def gb2312():
    """Every character of GB 2312: 6763 Han characters and 682 signs."""
    found = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    assert len(found) == 6763 + 682, len(found)
    return found


def core():
    found = standard() | gb2312()
    for first, last, _ in BLOCKS:
        found.update(range(first, last + 1))
    return found


def fetch(folder):
    """Fetches every archive into folder, once, and returns the sources by name."""
    folder.mkdir(parents=True, exist_ok=True)
    unpacked = folder / "unpacked"
    if not unpacked.exists():
        subprocess.run(["npm", "pack", "--ignore-scripts", "--silent", *NPM], cwd=folder, check=True)
        subprocess.run(["apt-get", "download", "-qq", *DEBS], cwd=folder, check=True)
        parts = folder / "parts"
        for n, archive in enumerate(sorted(folder.glob("*.tgz")) + sorted(folder.glob("*.deb"))):
            into = parts / str(n)
            into.mkdir(parents=True)
            if archive.suffix == ".deb":
                subprocess.run(["dpkg-deb", "-x", archive, into], check=True)
            else:
                subprocess.run(["tar", "-xzf", archive, "-C", into], check=True)
        parts.rename(unpacked)
    found = {}
    for name, want in SOURCES.items():
        (path,) = unpacked.rglob(name)
        got = hashlib.sha256(path.read_bytes()).hexdigest()
        if got != want:
            raise SystemExit(f"build.py: {name}: SHA-256 {got}, want {want}")
        found[name] = path
    (found["LICENSE_FONT"],) = [p for p in unpacked.rglob("LICENSE_FONT") if (p.parent / "400Regular/NotoSansSC_400Regular.ttf").exists()]
    (found["COPYING"],) = unpacked.rglob("fonts/fandol/COPYING.gz")
    return found


def cut(font, points, features):
    """Leaves of font what points and features need, without hinting."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    options.layout_scripts = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_cmap = False
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "STAT", "DSIG"]
    if not features:
        options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    s = subset.Subsetter(options)
    s.populate(unicodes=points)
    s.subset(font)


def quadratic(font):
    """Turns cubic outlines (CFF) into quadratic ones (glyf), off by one unit at most."""
    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    del font["CFF "]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxComponentDepth",
                  "maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def charmap(font, mapping, wide):
    """Replaces the cmap: one table of format 4, and with wide one of format 12."""
    tables = []
    for encoding, form in ((1, 4), (10, 12)) if wide else ((1, 4),):
        t = CmapSubtable.newSubtable(form)
        t.platformID, t.platEncID, t.language = 3, encoding, 0
        t.cmap = {p: g for p, g in mapping.items() if form == 12 or p < 0x10000}
        tables.append(t)
    font["cmap"].tables = tables


def rename(font, name, weight):
    """Gives font the name it has here; copyright and licence stay."""
    table = font["name"]
    table.names = [n for n in table.names if n.platformID == 3 and n.langID == 0x409 and n.nameID in (0, 7, 13, 14)]
    compact = name.replace(" ", "")
    version = "Version 1.000; subset for Deputy Desk"
    for number, text in ((1, name), (2, weight), (3, f"DeputyDesk;{compact}-{weight}"), (4, f"{name} {weight}"),
                         (5, version), (6, f"{compact}-{weight}")):
        table.setName(text, number, 3, 1, 0x409)


def window(source, out, points, name, weight):
    """A font of the window: true code points, kerning and ligatures kept."""
    font = TTFont(source, recalcTimestamp=False)
    cut(font, points, ["kern", "liga", "ccmp", "locl"])
    charmap(font, font.getBestCmap(), wide=True)
    rename(font, name, weight)
    font.save(out)


def paper(source, out, points, plane2, name, weight):
    """A font of the page: outlines and one cmap, plane 2 in the private use area."""
    font = TTFont(source, recalcTimestamp=False)
    mapping = font.getBestCmap()
    keep = {p: g for p, g in mapping.items() if p in points and p < 0x10000}
    for n, p in enumerate(plane2):
        if p in points and p in mapping:
            keep[PRIVATE + n] = mapping[p]
    charmap(font, keep, wide=False)
    cut(font, keep, [])
    if "CFF " in font:
        quadratic(font)
    charmap(font, font.getBestCmap(), wide=False)
    rename(font, name, weight)
    font.save(out)
    return set(mapping)


def build(sources, out):
    points = core()
    plane2 = sorted(p for p in standard() if p > 0xFFFF)
    assert len(plane2) == 196, len(plane2)
    (out / "gpl").mkdir(parents=True, exist_ok=True)
    (out / "plane2.txt").write_text("".join(chr(p) + "\n" for p in plane2), encoding="utf-8")

    window(sources["NotoSansSC_400Regular.ttf"], out / "window-regular.ttf", points, "Desk Sans", "Regular")
    window(sources["NotoSansSC_700Bold.ttf"], out / "window-bold.ttf", points, "Desk Sans", "Bold")
    paper(sources["NotoSerifSC_700Bold.ttf"], out / "title.ttf", points, plane2, "Desk Title", "Bold")
    paper(sources["NotoSansSC_500Medium.ttf"], out / "hei.ttf", points, plane2, "Desk Hei", "Medium")
    paper(sources["LXGWWenKai-Regular.ttf"], out / "kai.ttf", points, plane2, "Desk Kai", "Regular")
    paper(sources["NotoSerifSC_400Regular.ttf"], out / "song-num.ttf", set(range(0x20, 0x7F)) | {0xB7, 0x2013, 0x2014, 0x2026, 0x7B2C, 0x9875, 0x5171}, plane2, "Desk Song", "Regular")
    fang = paper(sources["FandolFang-Regular.otf"], out / "gpl/fang.ttf", points, plane2, "Desk Fang", "Regular")
    paper(sources["NotoSerifSC_200ExtraLight.ttf"], out / "fang-fb.ttf", points - fang, plane2, "Desk Fang Filler", "ExtraLight")

    (out / "OFL.txt").write_bytes(sources["LICENSE_FONT"].read_bytes())
    (out / "gpl/COPYING").write_bytes(gzip.decompress(sources["COPYING"].read_bytes()))
    built = sorted([*out.glob("*.ttf"), *out.glob("gpl/*.ttf"), out / "plane2.txt"])
    (out / "SHA256SUMS").write_text("".join(
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(out).as_posix()}\n" for p in built))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=pathlib.Path, help="folder that keeps the fetched sources")
    parser.add_argument("--out", type=pathlib.Path, default=HERE, help="folder to build into")
    options = parser.parse_args()
    if fontTools.version != "4.38.0":
        raise SystemExit(f"build.py: fonttools {fontTools.version}: want 4.38.0, another version gives other bytes")
    with tempfile.TemporaryDirectory() as scratch:
        build(fetch((options.sources or pathlib.Path(scratch)).resolve()), options.out.resolve())


if __name__ == "__main__":
    main()
