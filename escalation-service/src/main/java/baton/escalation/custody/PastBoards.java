package baton.escalation.custody;

import baton.escalation.clockkeeper.Age;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.platform.EscalationConfig;
import baton.escalation.replay.ArchiveReplay;
import baton.escalation.replay.LogAsAt;
import baton.escalation.replay.model.Reckoning;
import baton.platform.Problems;
import baton.replay.ReplayCancelled;
import baton.replay.model.LedgerFull;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Boards as at moments that somebody asked about. One is made at a time, in memory that is bounded,
 * and kept while its pages are turned; whoever asks for another meanwhile is told to come again.
 */
@ApplicationScoped
class PastBoards {
  private static final Logger LOG = LoggerFactory.getLogger(PastBoards.class);
  private final LogAsAt log;
  private final ArchiveReplay archive;
  private final Ages ages;
  private final EscalationConfig.AsAt config;
  private final Semaphore waiting;
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("as-at").daemon().factory());

  /** Least recently asked for first. */
  private final Map<AsAt, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  private Making making;

  @Inject
  PastBoards(LogAsAt log, ArchiveReplay archive, Ages ages, EscalationConfig config) {
    this(log, archive, ages, config.asAt());
  }

  PastBoards(LogAsAt log, ArchiveReplay archive, Ages ages, EscalationConfig.AsAt config) {
    this.log = log;
    this.archive = archive;
    this.ages = ages;
    this.config = config;
    this.waiting = new Semaphore(config.waitingMax());
  }

  private record Making(AsAt moment, CompletableFuture<PastBoard> board) {}

  private static final class Kept {
    private final PastBoard board;
    private boolean given;
    private long askedNanos = System.nanoTime();

    private Kept(PastBoard board) {
      this.board = board;
    }
  }

  void stop(@Observes ShutdownEvent event) {
    maker.shutdownNow();
  }

  /**
   * @param goesOn with what was given before: else one that may have changed since is made anew
   */
  PastBoard at(AsAt moment, boolean goesOn) {
    CompletableFuture<PastBoard> board;
    synchronized (this) {
      forget();
      PastBoard there = kept(moment, goesOn);
      if (there != null) return there;
      board = begin(moment);
    }
    if (!waiting.tryAcquire()) throw new BoardNotMade("too many wait for it already");
    try {
      return await(board);
    } finally {
      waiting.release();
    }
  }

  private PastBoard kept(AsAt moment, boolean goesOn) {
    Kept there = kept.get(moment);
    if (there == null) return null;
    // Whoever was told to come again gets what was made meanwhile.
    if (there.given && !goesOn && !there.board.isFinal()) return null;
    there.given = true;
    there.askedNanos = System.nanoTime();
    return there.board;
  }

  private CompletableFuture<PastBoard> begin(AsAt moment) {
    if (making != null) {
      if (!making.moment.equals(moment))
        throw new BoardNotMade("the board as at another moment is being made");
      return making.board;
    }
    var board = new CompletableFuture<PastBoard>();
    making = new Making(moment, board);
    maker.execute(() -> make(moment, board));
    return board;
  }

  private void make(AsAt moment, CompletableFuture<PastBoard> board) {
    try {
      PastBoard made = make(moment);
      synchronized (this) {
        making = null;
        keep(made);
      }
      board.complete(made);
    } catch (RuntimeException | Error failure) {
      synchronized (this) {
        making = null;
      }
      board.completeExceptionally(failure);
    }
  }

  private PastBoard make(AsAt moment) {
    // How far everything is known is asked first: what is read afterwards holds at least that.
    Age age = moment.age(ages.now());
    var pool = new BoardEntry.Pool();
    Queue<BoardEntry> entries = new ConcurrentLinkedQueue<>();
    var bytes = new AtomicLong();
    switch (moment.by()) {
      case RECORDED ->
          log.each(
              moment.at(),
              (referral, custody) -> {
                require(bytes.addAndGet(BoardEntry.BYTES));
                entries.add(
                    custody == null
                        ? BoardEntry.concluded(referral)
                        : pool.share(BoardEntry.of(custody, age.known())));
              });
      case HAPPENED -> {
        archive.each(
            moment.at(),
            Reckoning.HAPPENED,
            null,
            custody -> {
              require(bytes.addAndGet(BoardEntry.BYTES));
              entries.add(pool.share(BoardEntry.of(custody, age.known())));
              return !Thread.currentThread().isInterrupted();
            });
        if (Thread.currentThread().isInterrupted()) throw new ReplayCancelled();
      }
    }
    return new PastBoard(moment, age, entries);
  }

  private void require(long bytes) {
    if (bytes > config.bytesMax()) throw tooLarge();
  }

  private void keep(PastBoard board) {
    kept.remove(board.moment());
    long bytes = board.bytes() + kept.values().stream().mapToLong(k -> k.board.bytes()).sum();
    var eldest = kept.values().iterator();
    while (bytes > config.bytesMax() && eldest.hasNext()) {
      bytes -= eldest.next().board.bytes();
      eldest.remove();
    }
    kept.put(board.moment(), new Kept(board));
  }

  private void forget() {
    long now = System.nanoTime();
    kept.values().removeIf(each -> now - each.askedNanos > config.keptFor().toNanos());
  }

  private PastBoard await(CompletableFuture<PastBoard> board) {
    try {
      PastBoard made = board.get(config.waitMax().toMillis(), TimeUnit.MILLISECONDS);
      synchronized (this) {
        Kept there = kept.get(made.moment());
        if (there != null && there.board == made) there.given = true;
      }
      return made;
    } catch (TimeoutException notYet) {
      throw new BoardNotMade("it is being made from the log");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BoardNotMade("the service is being stopped");
    } catch (ExecutionException failed) {
      throw told(failed.getCause());
    }
  }

  private RuntimeException told(Throwable failure) {
    return switch (failure) {
      case LedgerFull _ -> tooLarge();
      case ReplayCancelled _ -> new BoardNotMade("the service is being stopped");
      case KafkaException _ -> {
        LOG.warn("The log could not be read for a board as at a moment", failure);
        yield new BoardNotMade("the log cannot be read just now");
      }
      case RuntimeException known -> known;
      default -> new IllegalStateException(failure);
    };
  }

  private RuntimeException tooLarge() {
    return Problems.of(
        409,
        "as-at-memory",
        "Refused as things stand",
        "The board as at a moment takes more than the %d MiB that it may; give it more by"
                .formatted(config.bytesMax() >> 20)
            + " baton.escalation.as-at.memory-max and, if need be, the service a larger heap");
  }
}
