package baton.escalation.proof;

import baton.contract.OrganisationCode;
import baton.platform.sql.Sql;
import java.sql.Connection;

/**
 * Which referrals concerned a force when an export was first asked for; remembered for two days.
 * What is forgotten is not made again: an export that goes on would mix two answers.
 */
final class ForceSlices {
  private static final String MAKE =
      """
      with made as (
        insert into export_slice (round, force) values (?, ?)
        on conflict do nothing returning round, force)
      insert into export_slice_referral (round, force, referral)
      select made.round, made.force, board.referral from made, custody_board board
      where made.force in (board.force, board.custodian_organisation)
      """;

  private final Sql sql;

  private ForceSlices(Sql sql) {
    this.sql = sql;
  }

  static ForceSlices on(Connection connection) {
    return new ForceSlices(Sql.on(connection, "the referrals of an export"));
  }

  boolean known(long round, OrganisationCode force) {
    return sql.find(
            "select from export_slice where round = ? and force = ?", row -> true, round, force)
        .isPresent();
  }

  /** Once for a round and a force. */
  void make(long round, OrganisationCode force) {
    sql.update("delete from export_slice where made_at < now() - interval '2 days'");
    sql.update(MAKE, round, force);
  }
}
