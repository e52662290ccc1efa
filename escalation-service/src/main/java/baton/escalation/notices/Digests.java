package baton.escalation.notices;

import baton.contract.OrganisationCode;
import baton.contract.TeamId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import baton.escalation.notices.model.DigestTime;
import baton.escalation.notices.model.Notice;
import baton.escalation.notices.model.Notice.Cause;
import baton.escalation.platform.Columns;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One message a day for each team and rung of inspectors and above: the causes that have come to
 * them and stand, with counts and links. Composed once for each morning, however many instances
 * look; mornings that nobody lived through are left out.
 */
@ApplicationScoped
public class Digests {
  private static final UUID NAMESPACE = UUID.fromString("4a6f1d7e-92c4-5f0b-8f2e-0e3b7c5d1a88");

  private static final String LINES =
      """
      select cause_organisation as organisation, cause_team as team, rung, kind, clock,
        null::uuid as alarm, count(*) as open, count(*) filter (where told_at > ?) as since_last
      from escalation
      where placed and confirmed and alarm is null and resolved_at is null
        and rung in ('INSPECTOR', 'HEAD_OF_UNIT', 'CHIEF_OFFICER')
      group by cause_organisation, cause_team, rung, kind, clock
      union all
      select organisation, team, rung, kind, clock, alarm, referrals,
        case when told_at > ? then referrals else 0 end
      from alarm
      where resolved_at is null and rung in ('INSPECTOR', 'HEAD_OF_UNIT', 'CHIEF_OFFICER')
      order by 1, 2, 3, 4, 5
      """;

  private final NoticesConfig config;
  private final Addresses addresses;
  private final Transactions transactions;
  private volatile Instant done = Instant.EPOCH;

  public Digests(NoticesConfig config, Addresses addresses, Transactions transactions) {
    this.transactions = transactions;
    this.config = config;
    this.addresses = addresses;
  }

  /** Whether a morning has come that this instance has not seen to. */
  public boolean due(Instant known) {
    return addresses.any()
        && known.isAfter(Instant.EPOCH)
        && DigestTime.last(config.digestAt(), known).isAfter(done);
  }

  /**
   * Composes what is due, within a transaction.
   *
   * @param known up to when every partition is known, exclusive
   */
  public void compose(Instant known, Connection tx) {
    Instant slot = DigestTime.last(config.digestAt(), known);
    Sql sql = Sql.on(tx, "the digests");
    Instant before = before(sql);
    boolean mine =
        sql.find(
                "insert into digest (slot) values (?) on conflict do nothing returning slot",
                row -> true,
                slot)
            .orElse(false);
    if (mine) compose(slot, before, sql, tx);
    transactions.afterCommit(() -> done = slot);
  }

  /** When the last one was composed; before everything where none was. */
  private static Instant before(Sql sql) {
    Instant last =
        sql.list("select max(slot) as slot from digest", row -> Sql.instant(row, "slot"))
            .getFirst();
    return last == null ? Instant.EPOCH : last;
  }

  /** Whose digest a line belongs to. */
  private record Reader(OrganisationCode organisation, TeamId team, Rung rung) {}

  private record Line(Reader reader, Cause cause) {}

  private void compose(Instant slot, Instant before, Sql sql, Connection tx) {
    Map<Reader, List<Line>> digests =
        sql.list(LINES, this::line, before, before).stream()
            .collect(Collectors.groupingBy(Line::reader, LinkedHashMap::new, Collectors.toList()));
    digests.forEach(
        (reader, lines) -> {
          Notice notice = notice(reader, lines.stream().map(Line::cause).toList(), slot);
          Outbox.on(tx).add(notice, addresses.of(notice));
        });
  }

  private Line line(ResultSet row) throws SQLException {
    String clock = row.getString("clock");
    FindingKind kind = FindingKind.valueOf(row.getString("kind"));
    var reader =
        new Reader(
            Columns.organisation(row, "organisation"),
            Columns.team(row, "team"),
            Rung.valueOf(row.getString("rung")));
    UUID alarm = row.getObject("alarm", UUID.class);
    String path = alarm == null ? "/escalations?state=open&kind=" + kind : "/alarms/" + alarm;
    return new Line(
        reader,
        new Cause(
            kind,
            clock == null ? null : ClockName.valueOf(clock),
            row.getInt("open"),
            row.getInt("since_last"),
            config.link() + path));
  }

  private Notice notice(Reader reader, List<Cause> causes, Instant slot) {
    String name =
        String.join(
            "/",
            reader.organisation().value(),
            reader.team() == null ? "" : reader.team().value(),
            reader.rung().name(),
            slot.toString());
    return new Notice(
        UuidCreator.getNameBasedSha1(NAMESPACE, name),
        "baton.digest",
        slot,
        reader.rung(),
        reader.organisation(),
        reader.team(),
        null,
        null,
        null,
        null,
        null,
        null,
        causes.stream().mapToInt(Cause::open).sum(),
        true,
        config.link() + "/escalations?state=open",
        causes);
  }
}
