package baton.platform.roster;

import baton.contract.OrganisationCode;
import baton.platform.sql.Sql;
import java.sql.Connection;

/**
 * Holds an organisation's roster still until the transaction ends. Who accepts, or is handed a
 * referral, takes it shared; who changes the roster takes it alone. So nobody becomes custodian
 * while he or she leaves: one of the two is committed before the other looks (R4). It is taken
 * before anything is written, and takes no transaction id: whoever waits for it holds no relay up.
 */
public final class RosterLock {
  private RosterLock() {}

  public static void shared(OrganisationCode organisation, Connection transaction) {
    take("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))", organisation, transaction);
  }

  public static void alone(OrganisationCode organisation, Connection transaction) {
    take("select pg_advisory_xact_lock(hashtextextended(?, 0))", organisation, transaction);
  }

  private static void take(String lock, OrganisationCode organisation, Connection transaction) {
    Sql.on(transaction, "the roster's lock").list(lock, row -> true, "roster-" + organisation);
  }
}
