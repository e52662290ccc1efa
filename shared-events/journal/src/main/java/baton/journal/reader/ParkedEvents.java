package baton.journal.reader;

import baton.contract.ReferralId;
import baton.contract.journal.ParkReason;
import baton.journal.reader.Held.Kind;
import baton.journal.reader.Known.Waiting;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What waits because it could not be applied: listed, and tried again by hand. */
public final class ParkedEvents {
  private static final String LIST =
      """
      select position, story, kind, referral, source, stream, sequence, event_id, type,
             topic, partition, log_offset, reason, error, parked_at
        from parked_event where position > ? order by position limit ?""";

  private final Transactions transactions;
  private final AxonJournal journal;
  private final ParkedRows rows;
  private final BatchWork work;
  private final ParkingStream parking;

  ParkedEvents(
      Transactions transactions,
      AxonJournal journal,
      ParkedRows rows,
      BatchWork work,
      ParkingStream parking) {
    this.transactions = transactions;
    this.journal = journal;
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
    return transactions.inTransaction(
        () -> {
          var connection = transactions.connection();
          try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            return list(statement);
          }
        });
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
      return journal.inBatch(() -> release(story));
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
    var connection = transactions.connection();
    if (rows.lock(connection, List.of(story)).isEmpty()) return new Retried.NothingParked();
    List<Waiting> queue = rows.records(connection, List.of(story), Kind.PARKED, Kind.BEHIND);
    var plan = work.planReleased(queue.stream().map(Waiting::record).toList(), story);
    if (!plan.newlyParked().isEmpty()) throw new StillFails(plan.newlyParked());
    work.apply(plan, true);
    rows.remove(connection, queue.stream().map(Waiting::row).toList());
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
    return transactions.inTransaction(() -> rows.count(transactions.connection(), kind));
  }

  private static List<ParkedEvent> list(PreparedStatement statement) throws SQLException {
    var page = new ArrayList<ParkedEvent>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) page.add(event(row));
    }
    return page;
  }

  private static ParkedEvent event(ResultSet row) throws SQLException {
    UUID referral = row.getObject("referral", UUID.class);
    String reason = row.getString("reason");
    return new ParkedEvent(
        row.getLong("position"),
        row.getString("story"),
        row.getString("kind"),
        referral == null ? null : new ReferralId(referral),
        row.getString("source"),
        row.getString("stream"),
        row.getObject("sequence", Long.class),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("topic"),
        row.getInt("partition"),
        row.getLong("log_offset"),
        reason == null ? null : ParkReason.valueOf(reason),
        row.getString("error"),
        row.getObject("parked_at", OffsetDateTime.class).toInstant());
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
