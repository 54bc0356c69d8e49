"""What the link of the release takes in besides its own: which Swift packages, and whose C code they and Foundation have copies of.

One table for the notices and the bill; `check` holds both to what was linked.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).parent.parent.parent.resolve()
CHECKOUTS = ROOT / ".build-release/checkouts"
LINKED = ROOT / ".build-release/release/meridian.product/Objects.LinkFileList"
OWN = pathlib.Path(__file__).parent / "licences"

# Packages that others ask for on other systems, or for parts that are not ours: resolved, and not linked.
ABSENT = {"swift-asn1", "swift-certificates", "swift-http-structured-headers", "swift-nio-transport-services"}

# C code that packages wrote themselves: theirs is its licence.
WRITTEN_THERE = {
    "CAsyncHTTPClient", "CCryptoBoringSSLShims", "CNIOAtomics", "CNIOBoringSSLShims", "CNIODarwin", "CNIOFreeBSD", "CNIOLinux",
    "CNIOOpenBSD", "CNIOPosix", "CNIOWASI", "CNIOWindows", "CSystem", "CXKCPShims", "_AtomicsShims", "_NumericsShims",
    "_SubprocessCShims"}

# A copy of other people's code: its folder under CHECKOUTS, None for Foundation's; which file of it says its version, and where in it;
# and which file has its licence: of code it is the first comment.
Copy = collections.namedtuple("Copy", "name folder version expression licence")
COPIES = [
    Copy("libyaml", "Yams/Sources/CYaml", None, "MIT", OWN / "libyaml"),
    Copy("BoringSSL", "swift-crypto/Sources/CCryptoBoringSSL", ("hash.txt", r"revision (\w+)"), "Apache-2.0", "crypto/crypto.cc"),
    Copy("BoringSSL", "swift-nio-ssl/Sources/CNIOBoringSSL", ("hash.txt", r"revision (\w+)"), "Apache-2.0", "crypto/crypto.cc"),
    Copy("XKCP", "swift-crypto/Sources/CXKCP", None, "CC0-1.0", "FIPS202-opt64/KeccakHash.c"),
    Copy("llhttp", "swift-nio/Sources/CNIOLLHTTP",
         ("include/c_nio_llhttp.h", r"_MAJOR (\d+)\s.*?_MINOR (\d+)\s.*?_PATCH (\d+)"), "MIT", "LICENSE"),
    Copy("zlib", "swift-nio-extras/Sources/CNIOExtrasZlib", ("vendored-zlib.version", r"([0-9.]+)"), "Zlib", "include/nioextras-zlib.h"),
    Copy("ICU", None, ("lib_FoundationICU.a", r"icudt(\d+)l"), "Unicode-3.0", OWN / "icu"),
]


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()


def place(copy):
    """Foundation's is beside the compiler's libraries, which it says itself: what is called swiftc may be swiftly's, and lie elsewhere."""
    if copy.folder:
        return CHECKOUTS / copy.folder
    paths = json.loads(said("swiftc", "-print-target-info"))["paths"]
    return pathlib.Path(paths["runtimeResourcePath"]).parent / "swift_static/linux"


def holder(copy):
    """The package that it lies in."""
    return copy.folder.split("/")[0] if copy.folder else "Foundation"


def version(copy):
    """As its folder says it; None where it does not."""
    if copy.version is None:
        return None
    file, pattern = copy.version
    found = re.search(pattern, (place(copy) / file).read_text(encoding="latin-1"), re.S)
    return ".".join(found.groups()) if found else sys.exit(f"inside: {place(copy) / file} does not say its version any more")


def licence(copy):
    file = place(copy) / copy.licence
    text = file.read_text()
    if file.suffix not in (".c", ".cc", ".h"):
        return text.strip()
    comment = re.match(r"/\*.*?\*/|(?://[^\n]*\n)+", text, re.S)
    return comment[0].strip() if comment else sys.exit(f"inside: {file} does not begin with its licence any more")


def folders(modules):
    """The folder of each module that is a package's."""
    found = {}
    for sources in [*CHECKOUTS.glob("*/Sources"), *CHECKOUTS.glob("*")]:
        found.update({folder.name: folder for folder in sources.iterdir() if folder.is_dir() and folder.name in modules})
    return found


def check(binary, packages):
    """Ends with what is wrong: a path of this machine in the program, a package or a copy that is told of and is not in it, or the other way."""
    wrong = []
    # Not the clone's folder alone: one at /src is named by the path of every package that has its sources in src.
    program = pathlib.Path(binary).read_bytes()
    if any(f"{ROOT}/{folder}/".encode() in program for folder in (".build-release", ".build-packages", "Sources", "Resources", "timezones")):
        wrong.append(f"{binary} names the folder that it was built in, {ROOT}: a compiler is not told --file-prefix-map (Makefile)")
    found = folders(set(re.findall(r"/([^/\s]+)\.build/", LINKED.read_text())))
    linked = {folder.relative_to(CHECKOUTS).parts[0] for folder in found.values()}
    wrong += [f"{name} is linked, and not told of; see ABSENT" for name in sorted(linked - packages)]
    wrong += [f"{name} is told of, and not linked; see ABSENT" for name in sorted(packages - linked)]
    known = {place(copy) for copy in COPIES if copy.folder}
    for folder in sorted(found.values()):
        if folder not in known and folder.name not in WRITTEN_THERE and any(folder.rglob("*.c*")):
            wrong.append(f"{folder} has C code; say whose it is in COPIES or WRITTEN_THERE")
    wrong += [f"{folder} is told of, and not linked; see COPIES" for folder in sorted(known - set(found.values()))]
    if wrong:
        sys.exit("\n".join(f"inside: {line}" for line in wrong))
