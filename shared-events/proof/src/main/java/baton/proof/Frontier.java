package baton.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: one hash for each complete subtree, so at most 63. Leaves are
 * appended, the root can be had at every size. Not for several threads.
 */
public final class Frontier {
  private final List<byte[]> peaks = new ArrayList<>();
  private long size;

  public void append(byte[] leaf) {
    byte[] hash = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1)
      hash = TreeHash.node(peaks.removeLast(), hash);
    peaks.add(hash);
    size = Math.addExact(size, 1);
  }

  public long size() {
    return size;
  }

  public byte[] root() {
    if (size == 0) return TreeHash.empty();
    byte[] root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) root = TreeHash.node(peaks.get(i), root);
    return root;
  }
}
