package baton.allocation.reversion;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.allocation.HandOff;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People who are not there and what they still have, over the tables of roster and cases. */
final class GoneTable {
  /** Whoever has left or is away, with the organisations that he or she works for. */
  private static final String MISSING =
      """
      with missing as (
        select organisation, person from roster_left
        union
        select organisation, person from roster_absence
         where from_at <= ? and (until_at is null or until_at > ?)),
      works as (
        select organisation, person, organisation as works_for from missing
        union all
        select m.organisation, m.person, j.force from missing m
          join roster_joint_unit j on j.unit = m.organisation)
      select distinct w.organisation, w.person from works w
       where exists (
           select 1 from case_file c where c.person = w.person and c.force = w.works_for
              and c.stage not in ('RECEIVED', 'DISSEMINATED', 'CONCLUDED'))
          or exists (
           select 1 from nca_assessment n join case_file c on c.referral = n.referral
            where n.person = w.person and n.organisation = w.works_for and n.ended is null
              and c.stage in ('RECEIVED', 'DISSEMINATED'))
          or exists (
           select 1 from nca_assessment n join case_file c on c.referral = n.referral
            where n.offered_to = w.person and w.works_for = 'nca' and n.ended is null
              and c.stage in ('RECEIVED', 'DISSEMINATED'))
          or exists (
           select 1 from allocation_offer a join case_file c on c.referral = a.referral
            where a.officer = w.person and a.state = 'OPEN' and c.force = w.works_for
              and c.stage <> 'CONCLUDED')
       order by w.organisation, w.person\
      """;

  private static final String OFFERED =
      """
      select * from (
        select a.referral, 'OFFICER' as hand_off, a.number from allocation_offer a
          join case_file c on c.referral = a.referral
         where a.officer = ? and a.state = 'OPEN' and c.force = any (?) and c.stage <> 'CONCLUDED'
        union all
        select n.referral, 'ASSESSOR', n.offer_number from nca_assessment n
          join case_file c on c.referral = n.referral
         where n.offered_to = ? and 'nca' = any (?) and n.ended is null
           and c.stage in ('RECEIVED', 'DISSEMINATED')) offered
       where ?::uuid is null or referral > ?::uuid
       order by referral limit ?\
      """;

  private final Sql sql;

  private GoneTable(Sql sql) {
    this.sql = sql;
  }

  static GoneTable on(Connection connection) {
    return new GoneTable(Sql.on(connection, "what people who are gone have"));
  }

  record Offered(ReferralId referral, HandOff handOff, int number) {
    private static Offered of(ResultSet row) throws SQLException {
      return new Offered(
          new ReferralId(row.getObject("referral", UUID.class)),
          HandOff.valueOf(row.getString("hand_off")),
          row.getInt("number"));
    }
  }

  /** Whoever has left or is away now, for however long, and has or is offered something. */
  List<Gone> missing(Instant now) {
    return sql.list(
        MISSING,
        row ->
            new Gone(
                new OrganisationCode(row.getString("organisation")),
                new PersonId(row.getString("person"))),
        now,
        now);
  }

  /**
   * When something may revert next though nothing happens: an absence begins, or has lasted as long
   * as it may.
   */
  Optional<Instant> nextDue(Instant now, Duration longest) {
    return sql.list(
            """
            select min(due) as due from roster_absence,
              lateral (values (from_at), (from_at + make_interval(secs => ?))) as each (due)
             where due > ?\
            """,
            row -> Optional.ofNullable(Sql.instant(row, "due")),
            longest.toSeconds(),
            now)
        .getFirst();
  }

  /**
   * Open offers to one person, one page by referral.
   *
   * @param organisations that he or she works for
   * @param after the last referral of the page before, or null
   */
  List<Offered> offeredTo(
      PersonId person, Collection<OrganisationCode> organisations, ReferralId after, int limit) {
    return sql.list(
        OFFERED, Offered::of, person, organisations, person, organisations, after, after, limit);
  }
}
