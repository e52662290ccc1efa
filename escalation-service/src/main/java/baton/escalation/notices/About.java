package baton.escalation.notices;

import baton.contract.EscalationId;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.escalation.platform.Columns;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What an escalation is about, without anything sealed. */
final class About {
  private static final String OF =
      """
      select e.escalation, e.referral, e.kind, e.clock, e.due, e.raised_at, e.confirmed,
        e.cause_team, e.told_organisation, e.told_person, e.told_post, b.reference, b.force,
        b.priority, coalesce(b.urgent, false) as urgent
      from escalation e left join custody_board b on b.referral = e.referral
      where e.escalation = any (?::uuid[]) and e.alarm is null and not e.returned
        and e.resolved_at is null
      order by e.raised
      """;

  private final Sql sql;

  private About(Sql sql) {
    this.sql = sql;
  }

  static About on(Connection connection) {
    return new About(Sql.on(connection, "what there is to tell"));
  }

  /**
   * One escalation that somebody is to be told of.
   *
   * @param organisation who is told, with the person or the post
   * @param reference the sender's own, or null where nothing of the referral could be read
   * @param force whose it is, or null while that is not known
   */
  record Subject(
      EscalationId escalation,
      ReferralId referral,
      FindingKind kind,
      ClockName clock,
      Instant due,
      Instant raisedAt,
      boolean confirmed,
      TeamId team,
      OrganisationCode organisation,
      PersonId person,
      String post,
      String reference,
      OrganisationCode force,
      Grade priority,
      boolean urgent) {}

  /** Those that are open and that no alarm stands for. */
  List<Subject> of(Collection<EscalationId> escalations) {
    return sql.list(OF, About::subject, escalations);
  }

  private static Subject subject(ResultSet row) throws SQLException {
    String clock = row.getString("clock");
    String priority = row.getString("priority");
    return new Subject(
        new EscalationId(row.getObject("escalation", UUID.class)),
        new ReferralId(row.getObject("referral", UUID.class)),
        FindingKind.valueOf(row.getString("kind")),
        clock == null ? null : ClockName.valueOf(clock),
        Sql.instant(row, "due"),
        Sql.instant(row, "raised_at"),
        row.getBoolean("confirmed"),
        Columns.team(row, "cause_team"),
        Columns.organisation(row, "told_organisation"),
        Columns.person(row, "told_person"),
        row.getString("told_post"),
        row.getString("reference"),
        Columns.organisation(row, "force"),
        priority == null ? null : Grade.valueOf(priority),
        row.getBoolean("urgent"));
  }
}
