package baton.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a tree at any size that it had, from the hashes of its complete subtrees. A
 * proof asks for about {@code 2 log2(size)} of them. Source: RFC 6962, section 2.1.
 */
public final class MerkleTree {
  private final Nodes nodes;
  private final long size;

  /**
   * @param size how many of the leaves count
   */
  public MerkleTree(Nodes nodes, long size) {
    if (size < 0) throw new IllegalArgumentException("a tree has no " + size + " leaves");
    this.nodes = nodes;
    this.size = size;
  }

  public byte[] root() {
    return size == 0 ? TreeHash.empty() : hash(0, size);
  }

  /** The audit path of a leaf, from the leaf upwards. */
  public List<byte[]> inclusion(long index) {
    return inclusion(index, -1);
  }

  /**
   * What the audit path of a leaf has below the first node that stands above another leaf, too:
   * what lies above that node is in the other's path already.
   *
   * @param after the other leaf, to the left of it; or -1 for the whole path
   */
  public List<byte[]> inclusion(long index, long after) {
    if (index < 0 || index >= size)
      throw new IllegalArgumentException(index + " is no leaf of a tree of " + size);
    var path = new ArrayList<byte[]>();
    int levels = after < 0 ? Paths.levels(size) : Paths.meeting(after, index);
    for (int level = 0; level < levels; level++)
      if (Paths.hasSibling(level, index, size)) path.add(node(level, (index >> level) ^ 1));
    return path;
  }

  /**
   * That the tree is the one that it was at an earlier size, with more leaves behind.
   *
   * @param from from 0 up to the size; both ends give an empty proof
   */
  public List<byte[]> consistency(long from) {
    if (from < 0 || from > size)
      throw new IllegalArgumentException("a tree of " + size + " had no size " + from);
    var proof = new ArrayList<byte[]>();
    if (from > 0 && from < size) subproof(from, 0, size, true, proof);
    return proof;
  }

  /** SUBPROOF of RFC 6962, section 2.1.2, over the leaves from start to end. */
  private void subproof(long from, long start, long end, boolean whole, List<byte[]> proof) {
    if (from == end) {
      if (!whole) proof.add(hash(start, end));
      return;
    }
    long split = start + Long.highestOneBit(end - start - 1);
    if (from <= split) {
      subproof(from, start, split, whole, proof);
      proof.add(hash(split, end));
    } else {
      subproof(from, split, end, false, proof);
      proof.add(hash(start, split));
    }
  }

  /** A node of this size's tree, which at the right edge may have fewer leaves than its level. */
  private byte[] node(int level, long number) {
    long start = number << level;
    // Written so that it cannot overflow: the node is complete.
    return size - start >= 1L << level ? nodes.hash(level, number) : hash(start, size);
  }

  private byte[] hash(long start, long end) {
    long leaves = end - start;
    if (Long.bitCount(leaves) == 1) {
      int level = Long.numberOfTrailingZeros(leaves);
      return nodes.hash(level, start >> level);
    }
    long split = start + Long.highestOneBit(leaves - 1);
    return TreeHash.node(hash(start, split), hash(split, end));
  }
}
