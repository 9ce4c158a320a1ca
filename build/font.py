"""Make the Chinese font that GigDesk ships: a subset of Noto Sans SC, Regular and Bold.

Run it by `python3 build/dev.py font`, which installs fonttools first. It needs npm, because the source is an npm
package. The result is committed: nobody needs this step to run, test or freeze GigDesk.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
SOURCE = "@expo-google-fonts/noto-sans-sc@0.4.3"
SOURCE_SHA256 = "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59"
FILES = {
    "package/400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Regular.ttf",
    "package/700Bold/NotoSansSC_700Bold.ttf": "NotoSansSC-Bold.ttf",
    "package/LICENSE_FONT": "OFL.txt",
}
RANGES = (
    (0x0020, 0x0250),  # Latin with its accents; pinyin needs ǖ, ǹ
    (0x02C0, 0x0310),  # tone marks
    (0x2000, 0x2300),  # punctuation, currency, arrows, mathematics
    (0x2460, 0x2500),  # circled numbers
    (0x25A0, 0x27C0),  # shapes, ticks, signs
    (0x3000, 0x3040),  # Chinese punctuation
    (0xFF00, 0xFF61),  # full-width forms
    (0xFFE0, 0xFFE7),  # full-width signs, ￥ among them
)
# A radical shares its drawing with the hanzi of that shape; with both in the font a PDF may copy 工 as the radical.
RADICALS = range(0x2E80, 0x2FE0)


def main() -> int:
    """Fetch the source, cut it down and write the fonts and their licence."""
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(Path(folder))
        FONTS.mkdir(parents=True, exist_ok=True)
        for inside, name in FILES.items():
            source, target = package / inside, FONTS / name
            if source.suffix == ".ttf":
                cut(source, target)
            else:
                shutil.copyfile(source, target)
            print(f"{name}: {target.stat().st_size:,} bytes")
    return 0


def fetch(folder: Path) -> Path:
    """Download the source package by npm, check it and unpack what is needed of it."""
    if not (npm := shutil.which("npm")):
        sys.exit("font: npm is needed to fetch the source of the font; on Debian: apt install npm")
    print(f"fetching {SOURCE}")
    subprocess.run([npm, "pack", "--silent", SOURCE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    archive = next(folder.glob("*.tgz"))
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SOURCE_SHA256:
        sys.exit(f"font: {archive.name} is not the package this step was written for")
    with tarfile.open(archive) as package:
        for inside in FILES:
            package.extract(inside, folder, filter="data")
    return folder


def cut(source: Path, target: Path) -> None:
    """Write the part of `source` that GigDesk needs."""
    options = subset.Options()
    options.layout_features = ["kern"]  # with locl, Chinese text and ¥ cannot be copied from a PDF or searched in it
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["BASE", "STAT", "vhea", "vmtx"]  # nothing here is written from top to bottom
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    subset.save_font(font, target, options)


def wanted() -> set[int]:
    """The characters to keep: all of GBK, for names and places, and what the pages are written with."""
    return (gbk() | {code for first, end in RANGES for code in range(first, end)}) - set(RADICALS)


def gbk() -> set[int]:
    """The two-byte characters of GBK."""
    pairs = (bytes([lead, trail]) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    return {ord(char) for pair in pairs if len(char := pair.decode("gbk", errors="ignore")) == 1 and not char.isascii()}


if __name__ == "__main__":
    sys.exit(main())
