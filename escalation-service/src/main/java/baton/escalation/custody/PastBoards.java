package baton.escalation.custody;

import static java.util.Comparator.comparingLong;

import baton.escalation.clockkeeper.Age;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.platform.EscalationConfig;
import baton.escalation.replay.ArchiveReplay;
import baton.escalation.replay.LogAsAt;
import baton.escalation.replay.ReplayMemory;
import baton.escalation.replay.Workshop;
import baton.escalation.replay.model.Reckoning;
import baton.platform.Problems;
import baton.replay.ReplayCancelled;
import baton.replay.model.LedgerFull;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Boards as at moments that somebody asked about. One is made at a time, in memory that is bounded,
 * and kept while its pages are turned; whoever asks for another meanwhile is told to come again.
 */
@ApplicationScoped
class PastBoards {
  private final LogAsAt log;
  private final ArchiveReplay archive;
  private final Ages ages;
  private final ReplayMemory memory;
  private final EscalationConfig.AsAt config;
  private final Workshop<AsAt, Kept> workshop;

  /** Least recently asked for first. */
  private final Map<UUID, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  private long made;

  @Inject
  PastBoards(
      LogAsAt log, ArchiveReplay archive, Ages ages, ReplayMemory memory, EscalationConfig config) {
    this(log, archive, ages, memory, config.asAt());
  }

  PastBoards(
      LogAsAt log,
      ArchiveReplay archive,
      Ages ages,
      ReplayMemory memory,
      EscalationConfig.AsAt config) {
    this.log = log;
    this.archive = archive;
    this.ages = ages;
    this.memory = memory;
    this.config = config;
    this.workshop =
        new Workshop<>("as-at-not-ready", "The board as at this moment", "as-at", config);
  }

  /** Nobody had it before it was given: who was told to come again gets what was made meanwhile. */
  private static final class Kept {
    private final PastBoard board;
    private long number;
    private volatile boolean given;
    private volatile long askedNanos = System.nanoTime();

    private Kept(PastBoard board) {
      this.board = board;
    }

    private PastBoard give() {
      given = true;
      askedNanos = System.nanoTime();
      return board;
    }
  }

  void stop(@Observes ShutdownEvent event) {
    workshop.stop();
  }

  /**
   * For a page of it, or for the whole.
   *
   * @param page where it begins; behind the first it goes on with the same board, while another
   *     that may have changed since is made anew
   */
  PastBoard at(AsAt moment, PageMark page) {
    if (page.board() != null) return turned(moment, page.board());
    boolean goesOn = page.after() != null;
    return workshop
        .get(moment, () -> kept(moment, goesOn), () -> new Kept(make(moment)), this::keep)
        .give();
  }

  private PastBoard turned(AsAt moment, UUID board) {
    synchronized (kept) {
      forget();
      Kept there = kept.get(board);
      if (there != null && there.board.moment().equals(moment)) return there.give();
    }
    throw Problems.of(
        410,
        "board-gone",
        "No longer there",
        "the board that these pages are of may have changed since and is kept no longer; begin"
            + " again, without after");
  }

  private Optional<Kept> kept(AsAt moment, boolean goesOn) {
    synchronized (kept) {
      forget();
      return kept.values().stream()
          .filter(each -> each.board.moment().equals(moment))
          .max(comparingLong(each -> each.number))
          .filter(there -> !there.given || goesOn || there.board.isFinal())
          .map(there -> kept.get(there.board.id()));
    }
  }

  private PastBoard make(AsAt moment) {
    try {
      return switch (moment.by()) {
        case RECORDED -> fromTheLog(moment);
        case HAPPENED -> fromTheArchive(moment);
      };
    } catch (LedgerFull tooMuchOpen) {
      throw tooLarge();
    }
  }

  private PastBoard fromTheLog(AsAt moment) {
    Age age = moment.age(ages.now());
    var entries = new Entries(age);
    log.each(
        moment.at(),
        config.bytesMax(),
        (referral, custody) ->
            entries.add(
                custody == null
                    ? BoardEntry.concluded(referral)
                    : BoardEntry.of(custody, age.known())));
    return entries.board(moment);
  }

  private PastBoard fromTheArchive(AsAt moment) {
    try (var share = memory.take(config.bytesMax(), () -> false)) {
      Age age = moment.age(ages.now());
      var entries = new Entries(age);
      archive.each(
          moment.at(),
          Reckoning.HAPPENED,
          null,
          custody -> {
            entries.add(BoardEntry.of(custody, age.known()));
            return !Thread.currentThread().isInterrupted();
          });
      if (Thread.currentThread().isInterrupted()) throw new ReplayCancelled();
      return entries.board(moment);
    }
  }

  /** What a board is made of, taken from several threads. */
  private final class Entries {
    private final Age age;
    private final BoardEntry.Pool pool = new BoardEntry.Pool();
    private final Queue<BoardEntry> all = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * @param age asked for before anything is read: what is read afterwards holds at least that
     */
    private Entries(Age age) {
      this.age = age;
    }

    private void add(BoardEntry entry) {
      if (bytes.addAndGet(BoardEntry.BYTES) > config.bytesMax()) throw tooLarge();
      all.add(entry.lookedAt() ? pool.share(entry) : entry);
    }

    private PastBoard board(AsAt moment) {
      return new PastBoard(UuidCreator.getTimeOrderedEpoch(), moment, age, all);
    }
  }

  private void keep(Kept newest) {
    synchronized (kept) {
      newest.number = ++made;
      PastBoard board = newest.board;
      // The pages of one that was given may still be turned.
      kept.values()
          .removeIf(
              each ->
                  each.board.moment().equals(board.moment())
                      && (!each.given || each.board.isFinal()));
      long bytes = board.bytes() + kept.values().stream().mapToLong(k -> k.board.bytes()).sum();
      var eldest = kept.values().iterator();
      while (bytes > config.bytesMax() && eldest.hasNext()) {
        bytes -= eldest.next().board.bytes();
        eldest.remove();
      }
      kept.put(board.id(), newest);
    }
  }

  private void forget() {
    long now = System.nanoTime();
    kept.values().removeIf(each -> now - each.askedNanos > config.keptFor().toNanos());
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
