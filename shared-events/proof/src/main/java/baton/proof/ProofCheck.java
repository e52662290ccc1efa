package baton.proof;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Whether a proof holds. Whatever is handed in, the answer is yes or no: a proof of a wrong length,
 * of negative or of huge numbers is one that does not hold. Source: RFC 9162, sections 2.1.3.2 and
 * 2.1.4.2.
 */
public final class ProofCheck {
  private ProofCheck() {}

  /** Whether the leaf is at this index of the tree with this size and root. */
  public static boolean included(
      byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size || !hashes(path) || leaf.length != TreeHash.BYTES) return false;
    byte[] hash = leaf;
    Iterator<byte[]> next = path.iterator();
    for (int level = 0; level < Paths.levels(size); level++) {
      if (!Paths.hasSibling(level, index, size)) continue;
      if (!next.hasNext()) return false;
      byte[] sibling = next.next();
      hash =
          Paths.isRight(level, index) ? TreeHash.node(sibling, hash) : TreeHash.node(hash, sibling);
    }
    return !next.hasNext() && Arrays.equals(hash, root);
  }

  /** Whether the larger tree begins with the leaves of the smaller one. */
  public static boolean consistent(
      long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
    if (from < 0 || to < from || !hashes(proof)) return false;
    if (from == to) return proof.isEmpty() && Arrays.equals(fromRoot, toRoot);
    if (from == 0) return proof.isEmpty() && Arrays.equals(fromRoot, TreeHash.empty());
    Iterator<byte[]> next = proof.iterator();
    // A smaller tree that is one complete subtree is where the proof begins.
    boolean begins = Long.bitCount(from) == 1;
    if (!begins && !next.hasNext()) return false;
    byte[] smaller = begins ? fromRoot : next.next();
    byte[] larger = smaller;
    int low = Long.numberOfTrailingZeros(from);
    long node = (from - 1) >> low;
    long last = (to - 1) >> low;
    while (last > 0) {
      boolean right = (node & 1) == 1;
      if (right || node < last) {
        if (!next.hasNext()) return false;
        byte[] hash = next.next();
        larger = right ? TreeHash.node(hash, larger) : TreeHash.node(larger, hash);
        if (right) smaller = TreeHash.node(hash, smaller);
      }
      node >>= 1;
      last >>= 1;
    }
    return !next.hasNext() && Arrays.equals(smaller, fromRoot) && Arrays.equals(larger, toRoot);
  }

  private static boolean hashes(List<byte[]> proof) {
    return proof.size() <= 2 * Long.SIZE
        && proof.stream().allMatch(hash -> hash.length == TreeHash.BYTES);
  }
}
