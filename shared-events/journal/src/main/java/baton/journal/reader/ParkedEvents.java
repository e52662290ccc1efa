package baton.journal.reader;

import baton.contract.ReferralId;
import baton.journal.reader.Held.Kind;
import baton.journal.reader.Known.Waiting;
import java.sql.SQLException;
import java.util.List;

/** What waits because it could not be applied: listed, and tried again by hand. */
public final class ParkedEvents {
  private final BatchScope transactions;
  private final ParkedRows rows;
  private final BatchWork work;
  private final ParkingStream parking;

  ParkedEvents(BatchScope transactions, ParkedRows rows, BatchWork work, ParkingStream parking) {
    this.transactions = transactions;
    this.rows = rows;
    this.work = work;
    this.parking = parking;
  }

  /**
   * One page, oldest first.
   *
   * @param after the {@link ParkedEvent#position} of the page before; 0 for the first
   */
  public List<ParkedEvent> list(int limit, long after) {
    return transactions.inTransaction(() -> rows.list(limit, after));
  }

  /** Tries everything of a referral that waits, see {@link #retry(String)}. */
  public Retried retry(ReferralId referral) {
    return retry(referral.toString());
  }

  /**
   * Applies all that waits of one story in one transaction, in order, as the reader would have. All
   * of it is released, or all of it stays. The reader waits meanwhile, so nothing overtakes.
   *
   * @param story a referral's id or, on the register, a stream's
   */
  public Retried retry(String story) {
    try {
      return transactions.inBatch(() -> release(story));
    } catch (StillFails failure) {
      return new Retried.StillParked(failure.lines());
    } catch (RecordFailed failure) {
      return new Retried.StillParked(
          List.of(named(failure.record()) + ": " + Failure.line(failure.getCause())));
    } catch (RuntimeException failure) {
      return new Retried.StillParked(List.of(Failure.line(failure)));
    }
  }

  private Retried release(String story) throws SQLException {
    if (rows.lock(List.of(story)).isEmpty()) return new Retried.NothingParked();
    List<Waiting> queue = rows.records(List.of(story), Kind.PARKED, Kind.BEHIND);
    var plan = work.planReleased(queue.stream().map(Waiting::record).toList(), story);
    if (!plan.newlyParked().isEmpty()) throw new StillFails(plan.newlyParked());
    work.apply(plan, true);
    rows.remove(queue.stream().map(Waiting::row).toList());
    work.keep(plan);
    parking.released(queue.getFirst().record());
    return new Retried.Released(plan.apply().size());
  }

  /** How many stories are parked. */
  long parked() {
    return count(Kind.PARKED);
  }

  /** How many events wait for a predecessor. */
  long waiting() {
    return count(Kind.WAITING);
  }

  private long count(Kind kind) {
    return transactions.inTransaction(() -> rows.count(kind));
  }

  private static String named(LogRecord record) {
    var envelope = record.envelope();
    return envelope == null
        ? "offset %d of %s-%d".formatted(record.offset(), record.topic(), record.partition())
        : "%s %s".formatted(envelope.type(), envelope.id());
  }

  /** Undoes a retry in which an event still cannot even be tried. */
  private static final class StillFails extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Held> events;

    StillFails(List<Held> events) {
      super("still cannot be applied");
      this.events = events;
    }

    List<String> lines() {
      return events.stream().map(one -> named(one.record()) + ": " + one.error()).toList();
    }
  }
}
