"""Copies the page's files into a folder to be served, each but two named by its contents' hash.

assemble_page.py SITE FOLDER...: SITE becomes what the files of all FOLDERs are. A file is renamed once those
that it names are, so that a name stands for everything behind it. index.html is the page's address; the
service worker's name must stay too, and it gets the list of all others.
"""
import hashlib
import pathlib
import re
import shutil
import sys

FIXED = ("index.html", "service-worker.js")
TEXT = (".html", ".js", ".mjs", ".css", ".webmanifest")


def mention(name):
    """Where a text names the file: in quotes, with or without ./ before it."""
    return re.compile(r"""(["'](?:\./)?)""" + re.escape(name) + r"""(?=["'])""")


def main():
    site = pathlib.Path(sys.argv[1])
    files = {file.name: file for folder in sys.argv[2:] for file in sorted(pathlib.Path(folder).iterdir())
             if file.is_file() and not file.name.startswith(".")}
    contents = {name: file.read_bytes() for name, file in files.items()}
    texts = {name: data.decode() for name, data in contents.items() if name.endswith(TEXT)}
    needs = {name: {other for other in files if other not in (name, *FIXED) and mention(other).search(texts.get(name, ""))}
             for name in files}

    names = {}
    while len(names) < len(files):
        ready = [name for name in files if name not in names and needs[name] <= names.keys()
                 and (name != "service-worker.js" or len(names) == len(files) - 1)]
        if not ready:
            sys.exit(f"assemble_page: files name one another in a circle: {sorted(files.keys() - names.keys())}")
        name = ready[0]
        if name in texts:
            for other in needs[name]:
                texts[name] = mention(other).sub(lambda found: found[1] + names[other], texts[name])
            if name == "service-worker.js":
                listed = sorted(hashed for other, hashed in names.items() if other not in FIXED)
                texts[name] = texts[name].replace("/* FILES */", ", ".join(f'"{file}"' for file in listed))
            contents[name] = texts[name].encode()
        stem, dot, ending = name.partition(".")
        digest = hashlib.sha256(contents[name]).hexdigest()[:12]
        names[name] = name if name in FIXED else f"{stem}.{digest}{dot}{ending}"

    # Beside the old one, then in its place, which is missing for no more than a moment.
    new = site.with_name(site.name + ".new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for name, hashed in names.items():
        (new / hashed).write_bytes(contents[name])
    shutil.rmtree(site, ignore_errors=True)
    new.rename(site)


main()
