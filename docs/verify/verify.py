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


def consistent(first, first_root, second, second_root, path):
    """Whether the tree of the second size goes on from the one of the first (RFC 9162, section 2.1.4.2)."""
    if first == 0 or first == second:
        return not path and first_root == (second_root if first else hashlib.sha256().digest())
    path = ([first_root] if first & (first - 1) == 0 else []) + path
    if not path:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    one = two = path[0]
    for node in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            one, two = node_hash(node, one), node_hash(node, two)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            two = node_hash(two, node)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and one == first_root and two == second_root


class Roots:
    """The roots of a whole log's first leaves, as long as there are checkpoints of that size."""

    def __init__(self):
        self.wanted, self.peaks, self.size = {}, [], 0

    def grow(self, leaf):
        self.peaks.append((1, leaf))
        while len(self.peaks) > 1 and self.peaks[-1][0] == self.peaks[-2][0]:
            (_, right), (width, left) = self.peaks.pop(), self.peaks.pop()
            self.peaks.append((2 * width, node_hash(left, right)))
        self.size += 1
        if self.size in self.wanted:
            root = self.peaks[-1][1]
            for _, left in reversed(self.peaks[:-1]):
                root = node_hash(left, root)
            if root != self.wanted[self.size]:
                raise Fault("the first %d leaves are not those of the trusted checkpoint: a fork" % self.size)


# --- A slice: what belongs into it, and that no number is missing in a stream -----------------------------------------


def instant(text):
    """To be compared; all times are UTC and end with Z."""
    seconds, _, fraction = text.rstrip("Z").partition(".")
    return seconds, fraction.ljust(9, "0")


class Members:
    def __init__(self, slice):
        self.slice, self.next, self.holes = slice, {}, set()

    def read(self, value):
        try:
            event = json.loads(value)
        except ValueError:
            event = {}
        at, given = instant(event.get("recordedtime", "")), self.slice
        if given.get("referral") not in (None, event.get("referral")):
            raise Fault("event %s is one of the log, but not of the referral" % event.get("id"))
        if "from" in given and at < instant(given["from"]) or "to" in given and at >= instant(given["to"]):
            raise Fault("event %s is one of the log, but not of the span of time" % event.get("id"))
        if not {"source", "subject", "streamsequence"} <= event.keys():
            return
        stream, number = (event["source"], event["subject"]), int(event["streamsequence"])
        expected = self.next.get(stream, number if "from" in given else 0)
        self.holes.discard(stream + (number,))
        self.holes.update(stream + (each,) for each in range(expected, number))
        self.next[stream] = max(expected, number + 1)


# --- The two files --------------------------------------------------------------------------------------------------


def verify(export, proof, key, trusted):
    manifest = json.loads(proof.readline())
    if manifest["format"] != "baton-proof/1":
        raise Fault("another format")
    whole = manifest["slice"] == {}
    trees, roots, members = {}, {}, Members(manifest["slice"])
    for each in manifest["trees"]:
        origin, size, root = checkpoint(each["checkpoint"], key)
        if origin != "baton/%s/%d" % (each["topicId"], each["partition"]):
            raise Fault("a checkpoint of another tree")
        trees[origin], roots[origin] = Tree(size, root), Roots()
    proofs = {
        ("baton/%s/%d" % (each["topicId"], each["partition"]), each["from"]): [base64.b64decode(h) for h in each["path"]]
        for each in manifest["consistency"]
    }
    for origin, size, root in trusted:
        if whole and size and origin not in trees:
            raise Fault("nothing of " + origin)
        if origin in trees:
            if size > trees[origin].size:
                raise Fault("%s ends before the trusted checkpoint, at leaf %d" % (origin, trees[origin].size))
            if size == trees[origin].size and root != trees[origin].root:
                raise Fault(origin + " is a fork")
            if size < trees[origin].size and whole:
                if size == 0 and root != hashlib.sha256().digest() or roots[origin].wanted.setdefault(size, root) != root:
                    raise Fault(origin + " is a fork")
            elif size < trees[origin].size:
                path = proofs.get((origin, size))
                if path is None or not consistent(size, root, trees[origin].size, trees[origin].root, path):
                    raise Fault("%s is not proved to go on from the trusted checkpoint of %d events" % (origin, size))
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
        if whole:
            roots[origin].grow(leaf_hash(value))
        else:
            members.read(value)
        events += 1
    else:
        raise Fault("the proof file was cut off")
    if export.readline():
        raise Fault("the export goes on where the proof file ends")
    for origin, tree in trees.items():
        if whole and tree.last + 1 != tree.size:
            raise Fault("leaf %d of %s is missing" % (tree.last + 1, origin))
    for source, subject, number in sorted(members.holes)[:1]:
        raise Fault("number %d of stream %s of %s is missing" % (number, subject, source))
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
