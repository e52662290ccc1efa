package baton.escalation.escalations;

import static java.util.stream.Collectors.groupingBy;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.custody.Finding;
import baton.escalation.escalations.model.Standing;
import baton.escalation.escalations.model.Standing.State;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What has been raised about referrals so far, as the table has it. */
public final class Raised {
  private static final String OF_REFERRALS =
      """
      select referral, kind, clock, started_by, due, confirmed, resolved_at, withdrawn
      from escalation where referral = any (?::uuid[])
      """;

  private Raised() {}

  /** Referrals of which nothing was ever raised are absent. */
  public static Map<ReferralId, List<Standing>> of(
      Collection<ReferralId> referrals, Connection connection) {
    return Sql.on(connection, "the escalations")
        .list(OF_REFERRALS, Raised::standing, referrals)
        .stream()
        .collect(groupingBy(each -> each.cause().referral()));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        cause(row), Sql.instant(row, "due"), row.getBoolean("confirmed"), state(row));
  }

  static Finding.Cause cause(ResultSet row) throws SQLException {
    String clock = row.getString("clock");
    return new Finding.Cause(
        new ReferralId(row.getObject("referral", UUID.class)),
        FindingKind.valueOf(row.getString("kind")),
        clock == null ? null : ClockName.valueOf(clock),
        new EventId(row.getObject("started_by", UUID.class)));
  }

  private static State state(ResultSet row) throws SQLException {
    if (row.getBoolean("withdrawn")) return State.WITHDRAWN;
    return Sql.instant(row, "resolved_at") == null ? State.OPEN : State.RESOLVED;
  }
}
