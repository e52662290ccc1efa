package baton.proof;

import baton.proof.Fault.Kind;
import baton.proof.ProofLine.Entry;
import baton.proof.ProofLine.Tree;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * One tree while its events are read: what is proved of it so far. Each event costs two hashes on
 * average where all events are there, {@code 2 log2(size)} at most.
 */
final class CheckedTree {
  private final Tree tree;
  private final Checkpoint checkpoint;
  private final List<Checkpoint> earlier;
  private final Frontier frontier = new Frontier();
  private final byte[][] siblings;
  private final byte[][] above;
  private long last = -1;

  /**
   * @param earlier smaller ones that are trusted, too, and can be compared where no leaf is left
   *     out
   */
  CheckedTree(Tree tree, Checkpoint checkpoint, List<Checkpoint> earlier) {
    this.tree = tree;
    this.checkpoint = checkpoint;
    this.earlier = List.copyOf(earlier);
    int levels = Paths.levels(checkpoint.size());
    this.siblings = new byte[levels][];
    this.above = new byte[levels + 1][];
  }

  Tree tree() {
    return tree;
  }

  Checkpoint checkpoint() {
    return checkpoint;
  }

  /** The index behind the last one that was read. */
  long next() {
    return last + 1;
  }

  /** Before its bytes are looked at: whether such an entry can come now. */
  void expect(Entry entry, boolean whole) throws FaultFound {
    if (entry.index() < 0 || entry.index() >= checkpoint.size())
      throw FaultFound.at(
          Kind.PROOF_FALSE,
          entry,
          "the proof file speaks of leaf %d of a tree that has %d"
              .formatted(entry.index(), checkpoint.size()));
    if (entry.index() <= last)
      throw FaultFound.at(
          Kind.MOVED,
          entry,
          "leaf %d comes behind leaf %d of the same tree".formatted(entry.index(), last));
    if (whole && entry.index() > next()) throw missing(entry.index());
  }

  /** Where it ends: whether all of its events were there. */
  void requireComplete() throws FaultFound {
    if (next() < checkpoint.size()) throw missing(checkpoint.size());
  }

  private FaultFound missing(long before) {
    String which =
        before - next() == 1
            ? "leaf %d is".formatted(next())
            : "leaves %d to %d are".formatted(next(), before - 1);
    return FaultFound.in(
        Kind.MISSING,
        tree.topicId(),
        tree.partition(),
        next(),
        "%s of partition %d of %s missing".formatted(which, tree.partition(), tree.topic()));
  }

  /**
   * Whether a leaf's hash leads to the root. If so, it is what the log had there, and the next one
   * may lean on it.
   *
   * @throws FaultFound if the path has not the hashes that it must have, whatever the leaf
   */
  boolean proves(Entry entry, byte[] leaf) throws FaultFound {
    int own = last < 0 ? siblings.length : Paths.meeting(last, entry.index());
    byte[][] path = siblings.clone();
    Iterator<byte[]> given = entry.path().iterator();
    for (int level = 0; level < own; level++) {
      path[level] = null;
      if (!Paths.hasSibling(level, entry.index(), checkpoint.size())) continue;
      if (!given.hasNext()) throw pathOfWrongLength(entry);
      path[level] = given.next();
    }
    if (given.hasNext()) throw pathOfWrongLength(entry);
    byte[][] nodes = above.clone();
    byte[] hash = leaf;
    for (int level = 0; level < own; level++) {
      nodes[level] = hash;
      byte[] sibling = path[level];
      if (sibling == null) continue;
      hash =
          Paths.isRight(level, entry.index())
              ? TreeHash.node(sibling, hash)
              : TreeHash.node(hash, sibling);
    }
    byte[] expected = last < 0 ? checkpoint.root() : above[own];
    if (!Arrays.equals(hash, expected)) return false;
    nodes[own] = hash;
    System.arraycopy(path, 0, siblings, 0, siblings.length);
    System.arraycopy(nodes, 0, above, 0, above.length);
    return true;
  }

  /** The event was looked at and is good. */
  void passed(Entry entry, boolean whole) throws FaultFound {
    last = entry.index();
    if (!whole || earlier.isEmpty()) return;
    frontier.append(entry.leaf());
    for (Checkpoint known : earlier)
      if (known.size() == frontier.size() && !known.sameRoot(frontier.root()))
        throw FaultFound.in(
            Kind.FORK,
            tree.topicId(),
            tree.partition(),
            null,
            "the first %d events of partition %d of %s are not those of the trusted checkpoint"
                .formatted(known.size(), tree.partition(), tree.topic()));
  }

  private static FaultFound pathOfWrongLength(Entry entry) {
    return FaultFound.at(
        Kind.PROOF_FALSE,
        entry,
        "the audit path of leaf %d has a wrong length".formatted(entry.index()));
  }
}
