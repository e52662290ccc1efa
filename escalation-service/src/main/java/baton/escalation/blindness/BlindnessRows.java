package baton.escalation.blindness;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.escalation.BlindnessDeclared;
import baton.contract.escalation.BlindnessEnded;
import baton.journal.store.AppendListener;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** The table {@code blindness}: which writers are silent, and since when. */
@ApplicationScoped
public class BlindnessRows implements AppendListener {
  private static final String DECLARED =
      "insert into blindness (writer, declared_at, watermark) values (?, ?, ?)";

  private static final String ENDED =
      "update blindness set ended_at = ? where writer = ? and ended_at is null";

  private static final String OPEN =
      """
      select writer, declared_at, watermark from blindness where ended_at is null order by writer
      """;

  private static final String ALL =
      "select writer, declared_at, watermark, ended_at from blindness order by declared_at, writer";

  /**
   * A writer that was silent, or is.
   *
   * @param endedAt null while it is
   */
  public record Silence(String writer, Instant since, Instant watermark, Instant endedAt) {}

  /**
   * A writer that is silent now.
   *
   * @param since business time at which it was declared
   * @param watermark up to which business time its events are known, or null if it was never heard
   */
  public record Blind(String writer, Instant since, Instant watermark) {}

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    for (var recorded : events)
      switch (recorded.event()) {
        case BlindnessDeclared e ->
            on(transaction).update(DECLARED, e.writer(), recorded.recordedTime(), e.watermark());
        case BlindnessEnded e -> on(transaction).update(ENDED, recorded.recordedTime(), e.writer());
        default -> {}
      }
  }

  /** Who is silent now. */
  public static List<Blind> open(Connection connection) {
    return on(connection)
        .list(
            OPEN,
            row ->
                new Blind(
                    row.getString("writer"),
                    Sql.instant(row, "declared_at"),
                    Sql.instant(row, "watermark")));
  }

  /** Every silence, the oldest first. */
  public static List<Silence> all(Connection connection) {
    return on(connection)
        .list(
            ALL,
            row ->
                new Silence(
                    row.getString("writer"),
                    Sql.instant(row, "declared_at"),
                    Sql.instant(row, "watermark"),
                    Sql.instant(row, "ended_at")));
  }

  private static Sql on(Connection connection) {
    return Sql.on(connection, "the silent writers");
  }
}
