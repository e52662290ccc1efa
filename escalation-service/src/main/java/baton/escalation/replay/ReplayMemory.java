package baton.escalation.replay;

import baton.escalation.platform.EscalationConfig;
import baton.replay.ReplayCancelled;
import baton.replay.model.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The one place that hands out memory to whoever reads the whole log: a sweep, a board as at a
 * moment, a sample. Where what they may take does not fit side by side the second waits for the
 * first, in the order in which they came. Boards that are kept have a share of their own beside it.
 */
@ApplicationScoped
public class ReplayMemory {
  /** A ledger of a small log may grow while it is read; below that nobody has to wait for it. */
  private static final long LEDGER_MIN = 64 << 20;

  /** What is reckoned beforehand of a ledger is an average. */
  private static final int MARGIN = 2;

  private static final int UNIT = 1 << 10;
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final int units;
  private final Semaphore free;

  @Inject
  ReplayMemory(EscalationConfig config) {
    // Making a board takes its ledger and, beside it, the board.
    this(Math.max(config.sweep().bytesMax(), 2 * config.asAt().bytesMax()));
  }

  ReplayMemory(long bytes) {
    this.units = units(bytes);
    this.free = new Semaphore(units, true);
  }

  /** What somebody has until it is given back. */
  public final class Share implements AutoCloseable {
    private final int taken;

    private Share(int taken) {
      this.taken = taken;
    }

    @Override
    public void close() {
      free.release(taken);
    }
  }

  /**
   * How much of what it may take a ledger is given: a small log needs no more, and others need not
   * wait.
   *
   * @param most with what it may take at most
   * @param records on the log
   */
  public static Ledger.Size ledger(Ledger.Size most, long records) {
    long wanted = Math.max(LEDGER_MIN, MARGIN * most.bytesNeeded(most.referrals(), records));
    return new Ledger.Size(most.shards(), most.referrals(), Math.min(most.bytesMax(), wanted));
  }

  /**
   * Waits until there is so much.
   *
   * @param cancelled asked again and again
   * @throws ReplayCancelled if nobody wants it any more, or the thread is interrupted
   */
  public Share take(long bytes, BooleanSupplier cancelled) {
    int wanted = Math.min(units, units(bytes));
    try {
      while (!free.tryAcquire(wanted, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS))
        if (cancelled.getAsBoolean()) throw new ReplayCancelled();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReplayCancelled();
    }
    return new Share(wanted);
  }

  private static int units(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, bytes / UNIT + 1);
  }
}
