#!/usr/bin/env python3
"""Verifies an export of Baton's log. Written from docs/verifying.md alone; needs Python 3 and nothing else.

    verify.py EXPORT PROOF KEY [CHECKPOINTS]

KEY is a file with a verifier key, CHECKPOINTS one of signed notes from elsewhere. Exit code 0: it holds; 1: it does not;
2: it cannot be run.
"""
import base64, hashlib, json, sys


class Fault(Exception):
    pass


# --- Ed25519 (RFC 8032), verification only -----------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    A = (a[1] - a[0]) * (b[1] - b[0]) % P
    B = (a[1] + a[0]) * (b[1] + b[0]) % P
    C = 2 * a[3] * b[3] * D % P
    E = 2 * a[2] * b[2] % P
    e, f, g, h = B - A, E - C, E + C, B + A
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, point):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = add(result, point)
        point = add(point, point)
        n >>= 1
    return result


def point(text):
    y = int.from_bytes(text, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        raise Fault("no point of the curve")
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P:
        raise Fault("no point of the curve")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, message, signature):
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little")
    a, b = times(s, BASE), add(point(r), times(h, point(key)))
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


# --- Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint) -----------------------------------------------

DASH = "\u2014 "


def key_of(vkey):
    return base64.b64decode(vkey.strip().split("+", 2)[2])[1:]


def checkpoint(note, key):
    """Origin, size and root of a note that the key signed under the name of its origin."""
    text, signatures = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2 :]
    origin, size, root = text.split("\n")[:3]
    wanted = hashlib.sha256(origin.encode() + b"\n\x01" + key).digest()[:4]
    good = False
    for line in signatures.splitlines():
        name, both = line[len(DASH) :].split(" ")
        both = base64.b64decode(both)
        if name == origin and both[:4] == wanted:
            if not signed(key, text.encode(), both[4:]):
                raise Fault("a bad signature under " + origin)
            good = True
    if not good:
        raise Fault(origin + " is not signed by the key")
    return origin, int(size), base64.b64decode(root)


def notes(text):
    note = ""
    for line in text.splitlines():
        if note and DASH in note and not line.startswith(DASH):
            yield note
            note = ""
        if note or line:
            note += line + "\n"
    if note:
        yield note


# --- Trees (RFC 6962) ----------------------------------------------------------------------------------------------


def leaf_hash(value):
    return hashlib.sha256(b"\x00" + value).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    def __init__(self, size, root):
        self.size, self.root, self.last, self.path = size, root, -1, {}

    def check(self, index, leaf, given):
        """Completes the path with what the preceding one has, and walks it up to the root."""
        if not self.last < index < self.size:
            raise Fault("leaf %d cannot come behind leaf %d" % (index, self.last))
        shared = 64 if self.last < 0 else (self.last ^ index).bit_length()
        given, path, level = list(given), {}, 0
        while (self.size - 1) >> level:
            sibling = (index >> level) ^ 1
            if sibling <= (self.size - 1) >> level:
                if level < shared:
                    if not given:
                        raise Fault("the path of leaf %d is too short" % index)
                    path[level] = base64.b64decode(given.pop(0))
                else:
                    path[level] = self.path[level]
            level += 1
        if given:
            raise Fault("the path of leaf %d is too long" % index)
        top = leaf
        for level in sorted(path):
            top = node_hash(path[level], top) if index >> level & 1 else node_hash(top, path[level])
        if top != self.root:
            raise Fault("leaf %d is not in the tree" % index)
        self.last, self.path = index, path


# --- The two files --------------------------------------------------------------------------------------------------


def verify(export, proof, key, trusted):
    manifest = json.loads(proof.readline())
    if manifest["format"] != "baton-proof/1":
        raise Fault("another format")
    whole = manifest["slice"] == {}
    trees = {}
    for each in manifest["trees"]:
        origin, size, root = checkpoint(each["checkpoint"], key)
        if origin != "baton/%s/%d" % (each["topicId"], each["partition"]):
            raise Fault("a checkpoint of another tree")
        trees[origin] = Tree(size, root)
    for origin, size, root in trusted:
        if whole and size and origin not in trees:
            raise Fault("nothing of " + origin)
        if origin in trees:
            if size > trees[origin].size:
                raise Fault("%s ends before the trusted checkpoint, at leaf %d" % (origin, trees[origin].size))
            if size == trees[origin].size and root != trees[origin].root:
                raise Fault(origin + " is a fork")
            if size < trees[origin].size:
                raise Fault(origin + " goes further than the trusted checkpoint: this verifier compares equal ones only")
    events = 0
    for line in proof:
        entry = json.loads(line)
        if "end" in entry:
            break
        origin = "baton/%s/%d" % (entry["topicId"], entry["partition"])
        tree = trees[origin]
        if whole and entry["index"] != tree.last + 1:
            raise Fault("leaf %d of %s is missing" % (tree.last + 1, origin))
        read = [export.readline() for _ in range(entry.get("lines", 1))]
        value = b"".join(read)
        value = value[:-1] if value.endswith(b"\n") else value
        if leaf_hash(value) != base64.b64decode(entry["leaf"]):
            raise Fault("event %s, leaf %d of %s, is missing or changed" % (entry.get("event"), entry["index"], origin))
        tree.check(entry["index"], leaf_hash(value), entry["path"])
        events += 1
    else:
        raise Fault("the proof file was cut off")
    if export.readline():
        raise Fault("the export goes on where the proof file ends")
    for origin, tree in trees.items():
        if whole and tree.last + 1 != tree.size:
            raise Fault("leaf %d of %s is missing" % (tree.last + 1, origin))
    return events


def main(arguments):
    if len(arguments) not in (3, 4):
        print(__doc__, file=sys.stderr)
        return 2
    key = key_of(open(arguments[2]).read())
    try:
        others = open(arguments[3], encoding="utf-8").read() if len(arguments) == 4 else ""
        trusted = [checkpoint(note, key) for note in notes(others)]
        with open(arguments[0], "rb") as export, open(arguments[1], encoding="utf-8") as proof:
            events = verify(export, proof, key, trusted)
    except (Fault, KeyError, ValueError, IndexError) as e:
        print("does not hold: %s" % e)
        return 1
    print("holds: %d events" % events)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
