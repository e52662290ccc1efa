package baton.escalation.system;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.Recorded;
import baton.contract.allocation.DutyMailDelivered;
import baton.contract.allocation.DutyMailGivenUp;
import baton.contract.allocation.WebhookDisabled;
import baton.contract.allocation.WebhookEnabled;
import baton.contract.allocation.WebhookEvent;
import baton.contract.allocation.WebhookRemoved;
import baton.contract.journal.StoreAudited;
import baton.contract.journal.StoreDiffers;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code system_finding}, on one transaction. What the log repeats is found once. */
public final class SystemFindings {
  private static final String FOUND =
      """
      insert into system_finding (kind, about, found_by, found_at, detail) values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String FOUND_AGAIN =
      """
      insert into system_finding (kind, about, found_by, found_at, detail) values (?, ?, ?, ?, ?)
      on conflict (kind, about, found_by) do update
        set found_at = excluded.found_at, detail = excluded.detail, ended_at = null, ended_by = null
        where system_finding.ended_at is not null
      """;

  private static final String ENDED =
      """
      update system_finding set ended_at = ?, ended_by = ?
      where kind = ? and about = ? and ended_at is null and found_at <= ?
      """;

  private static final String LIST =
      """
      select kind, about, found_by, found_at, detail, ended_at, ended_by from system_finding
      where kind = ? order by found_at, about
      """;

  private final Sql sql;

  private SystemFindings(Sql sql) {
    this.sql = sql;
  }

  public static SystemFindings on(Connection connection) {
    return new SystemFindings(Sql.on(connection, "the findings about the system"));
  }

  /**
   * One finding.
   *
   * @param about a service, or a stream of the register
   * @param foundBy the event that says so, or that it is about
   * @param endedAt null while its cause stands
   */
  public record Row(
      SystemKind kind,
      String about,
      EventId foundBy,
      Instant foundAt,
      String detail,
      Instant endedAt,
      EventId endedBy) {}

  public void found(SystemKind kind, String about, EventId by, Instant at, String detail) {
    sql.update(FOUND, kind, about, by, at, detail);
  }

  /** What was over may be found again by the same event. */
  public void foundAgain(SystemKind kind, String about, EventId by, Instant at, String detail) {
    sql.update(FOUND_AGAIN, kind, about, by, at, detail);
  }

  public void ended(SystemKind kind, String about, EventId by, Instant at) {
    sql.update(ENDED, at, by, kind, about, at);
  }

  /** All that were ever found, the oldest first. */
  public List<Row> list(SystemKind kind) {
    return sql.list(LIST, SystemFindings::row, kind);
  }

  /** Learns from an event of the register. An audit without a difference ends what others found. */
  public void read(Recorded<? extends BatonEvent> recorded) {
    switch (recorded.event()) {
      case StoreDiffers e ->
          found(
              SystemKind.STORE_DIFFERS,
              e.service(),
              recorded.id(),
              recorded.recordedTime(),
              sentence(e));
      case StoreAudited e when e.differences() == 0 ->
          ended(SystemKind.STORE_DIFFERS, e.service(), recorded.id(), recorded.recordedTime());
      case WebhookDisabled e ->
          found(
              SystemKind.WEBHOOK_DISABLED,
              about(e),
              recorded.id(),
              recorded.recordedTime(),
              sentence(e));
      case WebhookEnabled e ->
          ended(SystemKind.WEBHOOK_DISABLED, about(e), recorded.id(), recorded.recordedTime());
      case WebhookRemoved e ->
          ended(SystemKind.WEBHOOK_DISABLED, about(e), recorded.id(), recorded.recordedTime());
      case DutyMailGivenUp e ->
          found(
              SystemKind.DUTY_MAIL_GIVEN_UP,
              e.force().value(),
              recorded.id(),
              recorded.recordedTime(),
              sentence(e));
      case DutyMailDelivered e ->
          ended(
              SystemKind.DUTY_MAIL_GIVEN_UP,
              e.force().value(),
              recorded.id(),
              recorded.recordedTime());
      default -> {}
    }
  }

  private static String sentence(DutyMailGivenUp e) {
    return "%d mails to the duty mailbox of %s, the oldest of %s, were taken by no mail server (%s)"
            .formatted(e.mails(), e.force(), e.oldestMadeAt(), e.failure())
        + " and are not tried again: what they told of stands on the force's lists";
  }

  private static String about(WebhookEvent e) {
    return e.force() + "/" + e.webhook();
  }

  private static String sentence(WebhookDisabled e) {
    return switch (e.because()) {
      case FAILING ->
          "the webhook of %s at %s has taken nothing since %s (%s) and is sent nothing more"
              .formatted(e.force(), e.host(), e.failingSince(), e.failure());
      case GONE ->
          "the webhook of %s at %s said that it is gone for good (410) and is sent nothing more"
              .formatted(e.force(), e.host());
      case NOT_ALLOWED ->
          "the webhook of %s at %s is sent nothing more: %s"
              .formatted(e.force(), e.host(), e.failure());
    };
  }

  private static String sentence(StoreDiffers e) {
    String event = "event %s, place %d of stream %s".formatted(e.event(), e.sequence(), e.stream());
    String place =
        e.topic() == null ? "" : ", at %s-%d@%d".formatted(e.topic(), e.partition(), e.offset());
    return switch (e.difference()) {
      case NOT_IN_STORE -> "the log holds %s%s, and the store lacks it".formatted(event, place);
      case NOT_ON_LOG -> "the store has published %s, and the log lacks it".formatted(event);
      case OTHER_BYTES -> "the log has %s%s in other bytes than the store".formatted(event, place);
    };
  }

  private static Row row(ResultSet row) throws SQLException {
    UUID endedBy = row.getObject("ended_by", UUID.class);
    return new Row(
        SystemKind.valueOf(row.getString("kind")),
        row.getString("about"),
        new EventId(row.getObject("found_by", UUID.class)),
        Sql.instant(row, "found_at"),
        row.getString("detail"),
        Sql.instant(row, "ended_at"),
        endedBy == null ? null : new EventId(endedBy));
  }
}
