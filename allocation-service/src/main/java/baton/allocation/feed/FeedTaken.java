package baton.allocation.feed;

import baton.contract.OrganisationCode;
import baton.platform.sql.Sql;
import java.sql.Connection;

/**
 * What of each force's feed somebody of the force took, as stretches of places: who begins at a
 * place took nothing of what stands before it.
 */
public final class FeedTaken {
  private static final String TAKE_TOUCHED =
      """
      delete from feed_taken where force = ? and "after" <= ? and up_to >= ?
      returning "after", up_to\
      """;

  private final Sql sql;

  private FeedTaken(Sql sql) {
    this.sql = sql;
  }

  public static FeedTaken on(Connection connection) {
    return new FeedTaken(Sql.on(connection, "what was taken of feeds"));
  }

  /**
   * Places behind {@code after} and up to {@code upTo}.
   *
   * @param upTo later than {@code after}
   */
  public record Stretch(long after, long upTo) {
    public Stretch {
      if (after >= upTo) throw new IllegalArgumentException("nothing is taken up to " + upTo);
    }

    boolean holds(Stretch other) {
      return after <= other.after && upTo >= other.upTo;
    }

    private Stretch with(Stretch other) {
      return new Stretch(Math.min(after, other.after), Math.max(upTo, other.upTo));
    }
  }

  /**
   * @return the whole of what it is a part of
   */
  public Stretch add(OrganisationCode force, Stretch taken) {
    // Two that add to one feed would each miss what the other makes of a stretch.
    sql.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> null, "taken-" + force);
    Stretch whole = taken;
    for (Stretch touched :
        sql.list(
            TAKE_TOUCHED,
            row -> new Stretch(row.getLong(1), row.getLong(2)),
            force,
            taken.upTo(),
            taken.after())) whole = whole.with(touched);
    sql.update(
        "insert into feed_taken (force, \"after\", up_to) values (?, ?, ?)",
        force,
        whole.after(),
        whole.upTo());
    return whole;
  }
}
