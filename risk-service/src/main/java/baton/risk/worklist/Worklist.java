package baton.risk.worklist;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.access.OpenedPart;
import baton.contract.intake.ReferralDetails;
import baton.journal.store.Transactions;
import baton.platform.referral.Conditions;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralCopy;
import baton.platform.referral.ReferralReading;
import baton.platform.referral.Sanitised;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Assessments as lists and one by one. */
@ApplicationScoped
public class Worklist {
  private static final String FROM =
      """
      select a.referral, a.opened_at, a.priority, a.assessor, a.grade, a.graded_by, a.graded_at,
             a.tool, a.tool_version, a.accepted_by, coalesce(a.force, r.force) as force,
             r.agency, r.reference, r.urgent, r.actionable,
             a.proposed_end, a.proposed_duplicate_of, a.proposed_by, a.held_at, a.hold_reviewed_at,
             a.ended, a.ended_at, a.end_confirmed_by, a.duplicate_of, a.recipient,
             a.their_reference, a.comms_data_until, a.urgency_acknowledged_at,
             a.urgency_acknowledged_by,
             (select o.person from assessor_offer o
               where o.referral = a.referral and o.state = 'OPEN') as offered_to
        from assessment a join referral_copy r on r.referral = a.referral
      """;

  private final Transactions transactions;
  private final ReferralReading reading;

  public Worklist(Transactions transactions, ReferralReading reading) {
    this.transactions = transactions;
    this.reading = reading;
  }

  /** How an assessment stands: each in exactly one of them. */
  @Schema(name = "AssessmentState")
  public enum State {
    /** No grade counts yet. */
    OPEN("a.ended is null and a.held_at is null and a.grade is null"),
    /** Nobody can act on it yet. */
    HELD("a.ended is null and a.held_at is not null"),
    /** A grade counts. */
    GRADED("a.ended is null and a.held_at is null and a.grade is not null"),
    /** It ended at the NCA. */
    ENDED("a.ended is not null");

    private final String condition;

    State(String condition) {
      this.condition = condition;
    }

    static State of(ResultSet row) throws SQLException {
      if (row.getString("ended") != null) return ENDED;
      if (row.getObject("held_at") != null) return HELD;
      return row.getString("grade") == null ? OPEN : GRADED;
    }
  }

  /**
   * What is asked for; null where it does not matter.
   *
   * @param acceptedBy only those that this force accepted
   * @param assessor who has it or is offered it
   * @param after the last referral of the page before
   */
  public record Query(
      OrganisationCode acceptedBy, State state, PersonId assessor, ReferralId after, int limit) {}

  /** Oldest first; one more than the limit where there are more. */
  public List<AssessmentRow> list(Query query) {
    var conditions = new ArrayList<String>();
    var values = new ArrayList<Object>();
    if (query.acceptedBy() != null) {
      conditions.add("a.accepted_by = ?");
      values.add(query.acceptedBy());
    }
    if (query.state() != null) conditions.add(query.state().condition);
    if (query.assessor() != null) {
      conditions.add(
          "(a.assessor = ? or exists (select 1 from assessor_offer o where o.referral = a.referral"
              + " and o.state = 'OPEN' and o.person = ?))");
      values.addAll(List.of(query.assessor(), query.assessor()));
    }
    if (query.after() != null) {
      conditions.add("a.referral > ?");
      values.add(query.after());
    }
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    values.add(query.limit() + 1);
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    FROM + where + " order by a.referral limit ?",
                    AssessmentRow::of,
                    values.toArray()));
  }

  public Optional<AssessmentDetail.Facts> find(ReferralId referral) {
    return transactions.inTransaction(
        () -> sql().find(FROM + " where a.referral = ?", AssessmentDetail.Facts::of, referral));
  }

  public List<AssessmentDetail.Offer> offers(ReferralId referral) {
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    "select * from assessor_offer where referral = ? order by number",
                    AssessmentDetail.Offer::of,
                    referral));
  }

  /** For the caller: the referral as its sender wrote it last; empty where its key is gone. */
  public Optional<ReferralDetails> content(ReferralId referral) {
    return open(copy(referral), OpenedPart.REFERRAL);
  }

  /**
   * For a force: of one and the same version either the conditions under which it may be used, or,
   * where there are none, what is in it without what could tell who the source is.
   */
  public AssessmentDetail.Personal underConditions(ReferralId referral) {
    Optional<ReferralCopy> copy = copy(referral);
    Optional<String> conditions =
        copy.flatMap(it -> reading.unseen(it.sealed(), it.sealedBy(), ReferralDetails.class))
            .flatMap(Conditions::of)
            .filter(_ -> open(copy, OpenedPart.CONDITIONS).isPresent());
    return conditions
        .map(AssessmentDetail.Personal::under)
        .orElseGet(
            () -> AssessmentDetail.Personal.of(open(copy, OpenedPart.REFERRAL).map(Sanitised::of)));
  }

  private Optional<ReferralDetails> open(Optional<ReferralCopy> copy, OpenedPart part) {
    return copy.flatMap(
        it -> reading.open(it.referral(), part, it.sealed(), it.sealedBy(), ReferralDetails.class));
  }

  private Optional<ReferralCopy> copy(ReferralId referral) {
    return transactions.inTransaction(
        () -> ReferralCopies.find(referral, transactions.connection()));
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "the assessments");
  }
}
