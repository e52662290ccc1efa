package baton.proof;

/** Where the hashes of complete subtrees come from. */
@FunctionalInterface
public interface Nodes {
  /**
   * @param level 0 for leaves; a node of level {@code k} has {@code 2^k} leaves below it
   * @param number counts the nodes of a level from the left, from 0
   * @return the hash of the leaves from {@code number << level} on, all of which are there
   */
  byte[] hash(int level, long number);
}
