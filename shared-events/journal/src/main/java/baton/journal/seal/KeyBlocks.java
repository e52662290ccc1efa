package baton.journal.seal;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unused keys, ready to be taken. A new block is made in the background before the last one runs
 * out; only who finds none left waits for it.
 */
final class KeyBlocks {
  static final int BLOCK = 500;
  private static final Logger LOG = LoggerFactory.getLogger(KeyBlocks.class);

  private final Source source;
  private final LinkedBlockingQueue<DataKey> ready = new LinkedBlockingQueue<>();
  private final AtomicBoolean refilling = new AtomicBoolean();
  private volatile boolean failing;

  /** Makes keys and keeps them durably. */
  @FunctionalInterface
  interface Source {
    List<DataKey> make(int size) throws Exception;
  }

  KeyBlocks(Source source) {
    this.source = source;
  }

  DataKey take() {
    DataKey key = ready.poll();
    while (key == null) {
      fillIfEmpty();
      key = ready.poll();
    }
    refillInTime();
    return key;
  }

  int size() {
    return ready.size();
  }

  private synchronized void fillIfEmpty() {
    if (!ready.isEmpty()) return;
    try {
      ready.addAll(source.make(BLOCK));
    } catch (Exception failure) {
      throw new KeyringUnavailable("no new data key can be made", failure);
    }
  }

  /** Kept at a whole block or more, because a batch of that size takes them all at once. */
  void refillInTime() {
    if (ready.size() >= BLOCK || !refilling.compareAndSet(false, true)) return;
    Thread.ofVirtual().name("keyring-refill").start(this::refill);
  }

  private void refill() {
    try {
      ready.addAll(source.make(BLOCK));
      failing = false;
    } catch (Exception failure) {
      // Each taken key tries again: one line says it, not one per key.
      if (!failing)
        LOG.warn("No data keys can be made ahead of need; {} are left", ready.size(), failure);
      failing = true;
    } finally {
      refilling.set(false);
    }
  }
}
