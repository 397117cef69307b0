"""Makes hashes.json: digests by Python's hashlib (and columns packed by struct), to hold both doors against.

Messages of SHA-256's length borders (FIPS 180-4 pads at 55, 56, 63, 64 bytes), NIST's examples among them.
"""
import hashlib
import json
import struct
from pathlib import Path

lengths = [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 1000, 100_000]


def message(n):
    """Byte i is (i * 131 + n) mod 256: any language makes it from n alone."""
    return bytes((i * 131 + n) % 256 for i in range(n))


texts = ["", "abc", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "a" * 1_000_000]


def columns_digest(tag, flags, columns):
    n = len(columns[0]) if columns else 0
    encoded = tag.encode("ascii") + b"\n" + struct.pack("<Q", n) + struct.pack("<B", flags)
    return hashlib.sha256(encoded + b"".join(struct.pack(f"<{n}d", *column) for column in columns)).hexdigest()


tables = [
    ("projecta-candles-1", 0, [[0.0, 60000.0], [1.5, 2.5], [2.0, 3.0], [1.0, 2.25], [1.75, 2.5]]),
    ("projecta-candles-1", 3, [[1704067200000.0], [0.1], [0.2], [0.05], [0.15], [1e6], [0.12]]),
    ("t", 255, [[-0.0, 5e-324, 1.7976931348623157e308, -1e-300]]),
    ("nothing", 0, [[], []]),
]

vectors = {
    "sha256_of_length": {str(n): hashlib.sha256(message(n)).hexdigest() for n in lengths},
    "sha256_of_text": [{"head": t[:60], "length": len(t), "sha256": hashlib.sha256(t.encode()).hexdigest()} for t in texts],
    "extra_of_abc": {"sha512": hashlib.sha512(b"abc").hexdigest(), "sha3-256": hashlib.sha3_256(b"abc").hexdigest()},
    "columns": [{"tag": t, "flags": f, "columns": c, "sha256": columns_digest(t, f, c)} for t, f, c in tables],
}
Path(__file__).with_name("hashes.json").write_text(json.dumps(vectors, indent=1) + "\n")
