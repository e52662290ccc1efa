package baton.allocation.caseload;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.intake.ReferralOriginated;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.AssessmentDeclined;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.HoldEnded;
import baton.contract.risk.ReferralHeld;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What other services said last of referrals at the NCA: who has each, and whether it ended there.
 */
@ApplicationScoped
public class NcaAssessments {
  private final Transactions transactions;

  public NcaAssessments(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Takes an event of risk-service in; any other changes nothing. */
  public void apply(Recorded<?> recorded) {
    switch (recorded.event()) {
      case AssessorAssigned e -> offered(e);
      case AssessmentDeclined e -> answered(e.referral(), e.number());
      case AssessmentAccepted e -> {
        answered(e.referral(), e.number());
        has(e.referral(), e.organisation(), e.team(), e.assessor());
      }
      case ReferralOriginated e when e.organisation().equals(OrganisationCode.NCA) ->
          has(e.referral(), e.organisation(), e.team(), e.person());
      case AssessmentConcluded e ->
          sql()
              .update(
                  """
                  insert into nca_assessment (referral, ended, confirmed_by) values (?, ?, ?)
                  on conflict (referral) do update
                    set ended = excluded.ended, confirmed_by = excluded.confirmed_by\
                  """,
                  e.referral(),
                  e.end(),
                  e.confirmedBy());
      case ReferralHeld e -> held(e.referral(), true);
      case HoldEnded e -> held(e.referral(), false);
      default -> {}
    }
  }

  private void held(ReferralId referral, boolean held) {
    sql()
        .update(
            """
            insert into nca_assessment (referral, held) values (?, ?)
            on conflict (referral) do update set held = excluded.held\
            """,
            referral,
            held);
  }

  private void offered(AssessorAssigned e) {
    sql()
        .update(
            """
            insert into nca_assessment (referral, offer_number, offered_to) values (?, ?, ?)
            on conflict (referral) do update
              set offer_number = excluded.offer_number, offered_to = excluded.offered_to\
            """,
            e.referral(),
            e.number(),
            e.assessor());
  }

  private void answered(ReferralId referral, int number) {
    sql()
        .update(
            "update nca_assessment set offer_number = null, offered_to = null"
                + " where referral = ? and offer_number = ?",
            referral,
            number);
  }

  private void has(
      ReferralId referral, OrganisationCode organisation, TeamId team, PersonId person) {
    sql()
        .update(
            """
            insert into nca_assessment (referral, organisation, team, person) values (?, ?, ?, ?)
            on conflict (referral) do update
              set organisation = excluded.organisation, team = excluded.team,
                  person = excluded.person, post = null\
            """,
            referral,
            organisation,
            team,
            person);
  }

  /** How it ended at the NCA; empty while it has not. */
  public Optional<String> ended(ReferralId referral) {
    return one("ended", referral);
  }

  /** Whether two persons hold it at the NCA. */
  public boolean held(ReferralId referral) {
    return sql()
        .find(
            "select held from nca_assessment where referral = ?",
            row -> row.getBoolean(1),
            referral)
        .orElse(false);
  }

  /** Who has it at the NCA; empty where that is a post. */
  public Optional<PersonId> custodian(ReferralId referral) {
    return one("person", referral).map(PersonId::new);
  }

  /**
   * Whether this person has the case, at whatever stage, as far as that is known here. Nothing is
   * locked: the case decides for a force, and at the NCA the row changes only from this person.
   */
  public boolean isHeldBy(ReferralId referral, OrganisationCode organisation, PersonId person) {
    boolean atForce =
        sql()
            .find(
                """
                select force = ? and person = ? from case_file
                 where referral = ? and stage not in ('RECEIVED', 'DISSEMINATED', 'CONCLUDED')\
                """,
                row -> row.getBoolean(1),
                organisation,
                person,
                referral)
            .orElse(false);
    return atForce
        || sql()
            .find(
                """
                select 1 from nca_assessment n join case_file c using (referral)
                 where n.referral = ? and n.organisation = ? and n.person = ? and n.ended is null
                   and c.stage in ('RECEIVED', 'DISSEMINATED')\
                """,
                row -> true,
                referral,
                organisation,
                person)
            .isPresent();
  }

  /**
   * What somebody has.
   *
   * @param organisation for which it is held: for somebody of a joint unit one of its forces
   * @param team null where none was named
   */
  public record Held(ReferralId referral, OrganisationCode organisation, TeamId team) {
    static Held of(ResultSet row) throws SQLException {
      String team = row.getString("team");
      return new Held(
          new ReferralId(row.getObject("referral", UUID.class)),
          new OrganisationCode(row.getString("organisation")),
          team == null ? null : new TeamId(team));
    }
  }

  /**
   * Open cases that this person has, at the NCA or at a force, by id.
   *
   * @param organisations where he or she works, and the forces for which that one acts
   * @param after the last one of the page before, or null
   */
  public List<Held> heldBy(
      Set<OrganisationCode> organisations, PersonId person, ReferralId after, int limit) {
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    """
                    select referral, organisation, team from (
                      select referral, force as organisation, team from case_file
                       where person = ? and force = any (?)
                         and stage not in ('RECEIVED', 'DISSEMINATED', 'CONCLUDED')
                      union all
                      select n.referral, n.organisation, n.team
                        from nca_assessment n join case_file c using (referral)
                       where n.person = ? and n.organisation = any (?) and n.ended is null
                         and c.stage in ('RECEIVED', 'DISSEMINATED')) held
                     where ?::uuid is null or referral > ?::uuid
                     order by referral limit ?\
                    """,
                    Held::of,
                    person,
                    organisations,
                    person,
                    organisations,
                    after,
                    after,
                    limit));
  }

  private Optional<String> one(String column, ReferralId referral) {
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    "select " + column + " from nca_assessment where referral = ?",
                    row -> Optional.ofNullable(row.getString(1)),
                    referral)
                .stream()
                .flatMap(Optional::stream)
                .findFirst());
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "who has referrals at the NCA");
  }
}
