package baton.allocation.caseload;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.access.OpenedPart;
import baton.contract.allocation.SealedPackage;
import baton.contract.intake.ReferralDetails;
import baton.journal.store.Transactions;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralReading;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Cases as lists and one by one. */
@ApplicationScoped
public class Caseload {
  private static final String SELECT =
      """
      select c.*, case when c.stage in ('RECEIVED', 'DISSEMINATED') then n.ended end as ended,
             n.confirmed_by as ended_by, r.agency, r.reference, r.urgent,
             (select d.force from dissemination d
               where d.referral = c.referral and d.state = 'OPEN') as offered_force,
             (select a.officer from allocation_offer a
               where a.referral = c.referral and a.state = 'OPEN') as offered_officer
        from case_file c join referral_copy r on r.referral = c.referral
        left join nca_assessment n on n.referral = c.referral
      """;

  private static final String OF_FORCE =
      "(c.force = any (?) or c.keeper = any (?) or exists (select 1 from dissemination d"
          + " where d.referral = c.referral and d.state = 'OPEN' and d.force = any (?)))";

  /** It had it, and another accepted it from there. */
  private static final String HANDED_ON =
      "exists (select 1 from dissemination d where d.referral = c.referral"
          + " and d.state = 'ACCEPTED' and d.sender = any (?))";

  private static final String KNOWN_AS =
      "exists (select 1 from local_reference l where l.referral = c.referral and l.reference = ?)";

  private static final String KNOWN_IN =
      "exists (select 1 from local_reference l where l.referral = c.referral and l.system = ?)";

  /** Received where a receipt names the place of the entry that told it, or a later one. */
  private static final String DISSEMINATIONS =
      """
      select d.*, (select min(r.received_at) from feed_entry e join feed_receipt r
                       on r.force = e.force and r.up_to >= e.position
                    where e.referral = d.referral and e.force = d.force
                      and e.cause = d.sealed_by) as received_by_system_at
        from dissemination d where referral = ?\
      """;

  private final Transactions transactions;
  private final ReferralReading reading;

  public Caseload(Transactions transactions, ReferralReading reading) {
    this.transactions = transactions;
    this.reading = reading;
  }

  /**
   * What is asked for; null where it does not matter.
   *
   * @param own the organisations whose cases alone may be shown
   * @param force that has it or is offered it
   * @param officer who has it or is offered it
   * @param reference under which a force's own system knows it
   * @param system of a force that knows it
   * @param after the last referral of the page before
   */
  public record Query(
      Set<OrganisationCode> own,
      OrganisationCode force,
      TeamId team,
      PersonId officer,
      Stage stage,
      String reference,
      String system,
      ReferralId after,
      int limit) {}

  /** Oldest first; one more than the limit where there are more. */
  public List<CaseRow> list(Query query) {
    var conditions = new ArrayList<String>();
    var values = new ArrayList<Object>();
    where(conditions, values, OF_FORCE, query.own());
    where(conditions, values, OF_FORCE, query.force() == null ? null : Set.of(query.force()));
    where(conditions, values, "c.team = ?", query.team());
    where(
        conditions,
        values,
        "(c.person = ? or exists (select 1 from allocation_offer a where a.referral = c.referral"
            + " and a.state = 'OPEN' and a.officer = ?))",
        query.officer());
    where(
        conditions,
        values,
        "case when n.ended is not null and c.stage in ('RECEIVED', 'DISSEMINATED')"
            + " then 'CONCLUDED' else c.stage end = any (?)",
        query.stage() == null ? null : query.stage().stages());
    where(conditions, values, KNOWN_AS, query.reference());
    where(conditions, values, KNOWN_IN, query.system());
    where(conditions, values, "c.referral > ?", query.after());
    String condition = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    values.add(query.limit() + 1);
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    SELECT + condition + " order by c.referral limit ?",
                    CaseRow::of,
                    values.toArray()));
  }

  /**
   * One case without its content.
   *
   * @param own the organisations by which it must be held or offered, or null
   */
  public Optional<Found> find(ReferralId referral, Set<OrganisationCode> own) {
    return find(referral, OF_FORCE, own);
  }

  /** Of these, the ones that the force has or is offered. */
  public Set<ReferralId> seenBy(OrganisationCode force, Set<ReferralId> referrals) {
    if (referrals.isEmpty()) return Set.of();
    Set<OrganisationCode> own = Set.of(force);
    return new HashSet<>(
        transactions.inTransaction(
            () ->
                sql()
                    .list(
                        "select c.referral from case_file c where c.referral = any (?) and "
                            + OF_FORCE,
                        row -> new ReferralId(row.getObject(1, UUID.class)),
                        referrals,
                        own,
                        own,
                        own)));
  }

  /**
   * One case that one of these organisations had and that was accepted from it.
   *
   * @param own or null: then there is none
   */
  public Optional<Found> handedOn(ReferralId referral, Set<OrganisationCode> own) {
    return own == null ? Optional.empty() : find(referral, HANDED_ON, own);
  }

  public record Found(CaseRow facts, CaseDetail.Closing closing) {}

  private Optional<Found> find(ReferralId referral, String condition, Set<OrganisationCode> own) {
    var conditions = new ArrayList<String>(List.of("c.referral = ?"));
    var values = new ArrayList<Object>(List.of(referral));
    where(conditions, values, condition, own);
    return transactions.inTransaction(
        () ->
            sql()
                .find(
                    SELECT + " where " + String.join(" and ", conditions),
                    row -> new Found(CaseRow.of(row), CaseDetail.Closing.of(row)),
                    values.toArray()));
  }

  /**
   * @param own the organisations whose offers alone are shown, made or received; or null
   */
  public List<CaseDetail.Dissemination> disseminations(
      ReferralId referral, Set<OrganisationCode> own) {
    var values = new ArrayList<Object>(List.of(referral));
    if (own != null) values.addAll(List.of(own, own));
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    DISSEMINATIONS
                        + (own == null ? "" : " and (force = any (?) or sender = any (?))")
                        + " order by number",
                    CaseDetail.Dissemination::of,
                    values.toArray()));
  }

  public CaseOversight oversight(ReferralId referral) {
    return transactions.inTransaction(() -> CaseOversight.of(referral, sql()));
  }

  public List<CaseDetail.Allocation> allocations(ReferralId referral) {
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    "select * from allocation_offer where referral = ? order by number",
                    CaseDetail.Allocation::of,
                    referral));
  }

  public List<CaseDetail.Action> actions(ReferralId referral) {
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    "select * from case_action where referral = ? order by happened_at, event",
                    CaseDetail.Action::of,
                    referral));
  }

  /** For the caller: the package of a dissemination; empty where its key is gone. */
  public Optional<SealedPackage> open(ReferralId referral, CaseDetail.Dissemination offered) {
    return reading.open(
        referral, OpenedPart.PACKAGE, offered.sealed(), offered.sealedBy(), SealedPackage.class);
  }

  /** What was noted in a package, to be given on; null where nothing was, or its key is gone. */
  public String note(CaseDetail.Dissemination offered) {
    return reading
        .unseen(offered.sealed(), offered.sealedBy(), SealedPackage.class)
        .map(SealedPackage::note)
        .orElse(null);
  }

  /**
   * For the caller: the referral as it stands, as a package without a note; empty where its key is
   * gone.
   */
  public Optional<SealedPackage> undisseminated(ReferralId referral) {
    return transactions
        .inTransaction(() -> ReferralCopies.find(referral, transactions.connection()))
        .flatMap(
            copy ->
                reading.open(
                    referral,
                    OpenedPart.REFERRAL,
                    copy.sealed(),
                    copy.sealedBy(),
                    ReferralDetails.class))
        .map(details -> new SealedPackage(details, null));
  }

  /** A condition on one value, as often as it has places for it. */
  private static void where(
      List<String> conditions, List<Object> values, String condition, Object value) {
    if (value == null) return;
    conditions.add(condition);
    long places = condition.chars().filter(c -> c == '?').count();
    values.addAll(Collections.nCopies((int) places, value));
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "the cases");
  }
}
