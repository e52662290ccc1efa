package baton.escalation.proof.model;

import baton.proof.TreeHash;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Walks a partition of the log and the leaves that were made of it side by side, and names the
 * first record that is not what it was.
 */
public final class LeafWalk {
  private final Iterator<Leaf> leaves;
  private final Predicate<byte[]> repeats;
  private Leaf next;

  /**
   * @param leaves in the order of their indexes
   * @param repeats whether a record is the same as one that is a leaf already
   */
  public LeafWalk(Iterator<Leaf> leaves, Predicate<byte[]> repeats) {
    this.leaves = leaves;
    this.repeats = repeats;
    advance();
  }

  /** Where a leaf stood on the log, and its hash. */
  public record Leaf(long index, long offset, byte[] hash) {}

  /**
   * @param leaf the one that is missing or changed; null where something was added
   * @param offset of the record that is wrong
   */
  public record Difference(Kind kind, Leaf leaf, long offset) {
    public enum Kind {
      MISSING,
      CHANGED,
      ADDED
    }
  }

  /** The next record of the log. */
  public Optional<Difference> record(long offset, byte[] value) {
    boolean leaf = next != null && offset >= next.offset();
    if (!leaf && repeats.test(value)) return Optional.empty();
    return hashed(offset, TreeHash.leaf(value));
  }

  /** The same of what is never told twice, by the hash that a leaf of it has. */
  public Optional<Difference> hashed(long offset, byte[] hash) {
    if (next == null || offset < next.offset())
      return Optional.of(new Difference(Difference.Kind.ADDED, null, offset));
    if (offset > next.offset())
      return Optional.of(new Difference(Difference.Kind.MISSING, next, next.offset()));
    if (!Arrays.equals(next.hash(), hash))
      return Optional.of(new Difference(Difference.Kind.CHANGED, next, offset));
    advance();
    return Optional.empty();
  }

  /** The log has no more records. */
  public Optional<Difference> end() {
    return next == null
        ? Optional.empty()
        : Optional.of(new Difference(Difference.Kind.MISSING, next, next.offset()));
  }

  private void advance() {
    next = leaves.hasNext() ? leaves.next() : null;
  }
}
