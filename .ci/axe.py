"""axe-core, which finds what shuts people out of a page: the script alone, out of a wheel of PyPI's that has it inside."""
import pathlib
import subprocess
import sys
import tempfile
import zipfile

WHEEL = "axe-playwright-python==0.1.8"
VERSION = "4.12.1"
CI = pathlib.Path(__file__).resolve().parent
KEPT = CI.parent / ".build" / f"axe-{VERSION}.min.js"

# What it says of a page, in sentences.
RUN = """axe.run(document, {resultTypes: ["violations"]}).then(({violations}) =>
  violations.map(({id, help, nodes}) => `axe: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`))"""


def source():
    """The script, downloaded the first time."""
    if not KEPT.exists():
        with tempfile.TemporaryDirectory() as folder:
            venv, wheels = pathlib.Path(folder, "venv"), pathlib.Path(folder, "wheels")
            subprocess.run([CI / "dependencies", "python3-venv"], check=True)
            subprocess.run(["/usr/bin/python3", "-m", "venv", venv], check=True)
            subprocess.run([venv / "bin" / "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                            "--only-binary", ":all:", "--dest", wheels, WHEEL], check=True)
            script = zipfile.ZipFile(next(wheels.glob("*.whl"))).read("axe_playwright_python/axe.min.js")
        if f"axe v{VERSION}".encode() not in script[:200]:
            sys.exit(f"axe: {WHEEL} does not hold axe {VERSION}")
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_bytes(script)
    return KEPT.read_text()


def violations(page, script):
    """What is wrong with the page that is open."""
    page.evaluate(f"{script};0")
    return page.evaluate(RUN)
