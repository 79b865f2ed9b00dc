"""Prints random TCP segments that Scapy built, one JSON object a line: the octets, and every field as Scapy knows it.

segments.py COUNT SEED
"""

import json
import random
import sys

from scapy.layers.inet import IP, TCP
from scapy.packet import Raw

count, seed = int(sys.argv[1]), int(sys.argv[2])
rng = random.Random(seed)


def word(bits):
    # Half of them from the corners.
    corner = [0, 1, (1 << bits) - 1, 1 << (bits - 1)]
    return rng.choice(corner) if rng.random() < 0.3 else rng.getrandbits(bits)


def option():
    kind = rng.randrange(8)
    if kind == 0:
        return ("NOP", None), {"type": "nop"}
    if kind == 1:
        mss = word(16)
        return ("MSS", mss), {"type": "mss", "mss": mss}
    if kind == 2:
        shift = word(8)
        return ("WScale", shift), {"type": "windowScale", "shift": shift}
    if kind == 3:
        return ("SAckOK", b""), {"type": "sackPermitted"}
    if kind == 4:
        edges = [word(32) for _ in range(2 * rng.randint(1, 4))]
        blocks = [{"left": a, "right": b} for a, b in zip(edges[::2], edges[1::2])]
        return ("SAck", tuple(edges)), {"type": "sack", "blocks": blocks}
    if kind == 5:
        val, ecr = word(32), word(32)
        return ("Timestamp", (val, ecr)), {"type": "timestamps", "val": val, "ecr": ecr}
    if kind == 6:
        cookie = rng.randbytes(rng.choice([0, 4, 8, 16]))
        return (34, cookie), {"type": "fastOpen", "cookie": cookie.hex()}
    body = rng.randbytes(rng.randint(0, 10))
    number = rng.choice([6, 7, 14, 19, 28, 30, 69, 253, 254])
    return (number, body), {"type": "unknown", "kind": number, "body": body.hex()}


def size(known):
    lengths = {"nop": 1, "mss": 4, "windowScale": 3, "sackPermitted": 2, "timestamps": 10}
    kind = known["type"]
    if kind == "sack":
        return 2 + 8 * len(known["blocks"])
    return lengths.get(kind) or 2 + len(known.get("cookie", known.get("body", ""))) // 2


def options():
    ours, theirs, used = [], [], 0
    for _ in range(rng.randint(0, 6)):
        scapy, known = option()
        if used + size(known) > 40:
            break
        used += size(known)
        theirs.append(scapy)
        ours.append(known)
    # Scapy fills the last word with EOL and zeros, and so do we.
    if used % 4:
        ours.append({"type": "eol"})
    return theirs, ours


for _ in range(count):
    theirs, ours = options()
    fields = {
        "srcPort": word(16),
        "dstPort": word(16),
        "seq": word(32),
        "ack": word(32),
        "reserved": rng.choice([0, 0, rng.randrange(8)]),
        "ctl": word(8),
        "wnd": word(16),
        "up": word(16),
    }
    data = rng.randbytes(rng.choice([0, 0, 1, 2, 5, 20, rng.randint(0, 60)]))
    ip = {"src": "10.%d.%d.%d" % tuple(rng.randbytes(3)), "dst": "192.168.%d.%d" % tuple(rng.randbytes(2))}
    ip |= {"ttl": word(8), "id": word(16), "tos": word(8)}
    tcp = TCP(
        sport=fields["srcPort"],
        dport=fields["dstPort"],
        seq=fields["seq"],
        ack=fields["ack"],
        reserved=fields["reserved"],
        flags=fields["ctl"],
        window=fields["wnd"],
        urgptr=fields["up"],
        options=theirs,
    )
    packet = IP(flags="DF", **ip) / tcp / Raw(data)
    print(json.dumps({"octets": bytes(packet).hex(), "ip": ip, "options": ours, "data": data.hex(), **fields}))
