package baton.escalation.proof;

import baton.escalation.proof.model.LeafWalk.Leaf;
import baton.journal.store.Transactions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The leaves of a tree one after the other, a tile in each transaction. */
final class LeafPages implements Iterator<Leaf> {
  private final Transactions transactions;
  private final Tree tree;
  private Iterator<Leaf> page = List.<Leaf>of().iterator();
  private long next;

  LeafPages(Transactions transactions, Tree tree) {
    this.transactions = transactions;
    this.tree = tree;
  }

  @Override
  public boolean hasNext() {
    return page.hasNext() || next < tree.size();
  }

  @Override
  public Leaf next() {
    if (!hasNext()) throw new NoSuchElementException();
    if (!page.hasNext()) page = transactions.inTransaction(this::read).iterator();
    return page.next();
  }

  private List<Leaf> read() {
    var tiles = new Tiles(tree.id(), transactions.connection());
    long end = Math.min(tree.size(), next + Tiles.WIDTH);
    var leaves = new ArrayList<Leaf>();
    for (; next < end; next++) leaves.add(new Leaf(next, tiles.offset(next), tiles.hash(0, next)));
    return leaves;
  }
}
