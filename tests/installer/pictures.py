# SPDX-License-Identifier: Apache-2.0
"""What is in a picture file, read by other means than those that wrote it."""

import re
import struct
import subprocess
import xml.etree.ElementTree as ElementTree
import zlib

SVG = "{http://www.w3.org/2000/svg}"


def read_svg(path):
    """Width and height in pixels and the set of texts. Raises where the file is no XML or no SVG."""
    root = ElementTree.parse(path).getroot()
    if root.tag != SVG + "svg":
        raise ValueError(f"{path}: the root is {root.tag}")
    texts = {"".join(text.itertext()) for text in root.iter(SVG + "text")}
    return float(root.get("width")), float(root.get("height")), texts


def read_png(path):
    """Width, height and the bytes of the pixels. Raises where a chunk is missing, cut off or altered."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError(f"{path}: no PNG")
    chunks, at = [], 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0] != zlib.crc32(kind + body):
            raise ValueError(f"{path}: the chunk {kind} is damaged")
        chunks.append((kind, body))
        at += 12 + length
    if chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise ValueError(f"{path}: not whole")
    width, height, depth, colours = struct.unpack(">IIBB", chunks[0][1][:10])
    pixels = zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"))
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colours]
    if len(pixels) != height * (1 + (width * channels * depth + 7) // 8):
        raise ValueError(f"{path}: {len(pixels)} bytes of pixels are not {width} x {height}")
    return width, height, pixels


def read_pdf(path):
    """Number of pages, width and height in points, and the text, by poppler. Raises where it cannot read the file."""
    def poppler(*command):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0 or done.stderr:
            raise ValueError(f"{' '.join(command)}: {done.stderr}")
        return done.stdout

    told = poppler("pdfinfo", path)
    pages = int(re.search(r"^Pages: +(\d+)$", told, re.MULTILINE)[1])
    width, height = re.search(r"^Page size: +([\d.]+) x ([\d.]+) pts", told, re.MULTILINE).groups()
    return pages, float(width), float(height), poppler("pdftotext", path, "-")
