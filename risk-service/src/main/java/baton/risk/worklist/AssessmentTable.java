package baton.risk.worklist;

import baton.contract.BatonEvent;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.allocation.OriginNoted;
import baton.contract.risk.AcceptanceNoted;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.AssessmentDeclined;
import baton.contract.risk.AssessmentEndProposed;
import baton.contract.risk.AssessmentOpened;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.AssessorGoneNoted;
import baton.contract.risk.CommsDataRequested;
import baton.contract.risk.ForceDetermined;
import baton.contract.risk.HoldEnded;
import baton.contract.risk.HoldReviewed;
import baton.contract.risk.ReferralHeld;
import baton.contract.risk.RiskAssessed;
import baton.contract.risk.RiskEvent;
import baton.contract.risk.TriagePrioritySet;
import baton.contract.risk.UrgencyAcknowledged;
import baton.decision.NumberedOffers.State;
import baton.journal.store.AppendListener;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the tables {@code assessment} and {@code assessor_offer} in the append's transaction. */
@ApplicationScoped
public class AssessmentTable implements AppendListener {
  private static final String OPENED = "insert into assessment (referral, opened_at) values (?, ?)";
  private static final String OFFERED =
      """
      insert into assessor_offer (referral, number, person, team, state, offered_at)
      values (?, ?, ?, ?, 'OPEN', ?)\
      """;

  private final Transactions transactions;

  public AssessmentTable(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The number of the newest offer. */
  public Optional<Integer> lastOffer(ReferralId referral) {
    return transactions.inTransaction(
        () ->
            sql(transactions.connection())
                .find(
                    "select number from assessor_offer where referral = ? order by number desc",
                    row -> row.getInt(1),
                    referral));
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    Sql sql = sql(transaction);
    openAll(events, sql);
    for (var recorded : events)
      if (recorded.event() instanceof RiskEvent event) change(recorded, event, sql);
  }

  /** Receipts come by the hundred: their rows are one batch. */
  private static void openAll(List<Recorded<? extends BatonEvent>> events, Sql sql) {
    var rows = new ArrayList<Object[]>();
    for (var recorded : events)
      if (recorded.event() instanceof AssessmentOpened)
        rows.add(new Object[] {recorded.referral(), recorded.recordedTime()});
    sql.updateAll(OPENED, rows);
  }

  private static void change(Recorded<?> recorded, RiskEvent event, Sql sql) {
    var referral = event.referral();
    var at = recorded.recordedTime();
    switch (event) {
      case AssessmentOpened _ -> {}
      case AssessorAssigned e -> {
        close(sql, "state = 'OPEN' and referral = ?", State.REPLACED, recorded, referral);
        sql.update(OFFERED, referral, e.number(), e.assessor(), e.team(), at);
      }
      case AssessmentAccepted e -> {
        close(sql, "referral = ? and number = ?", State.ACCEPTED, recorded, referral, e.number());
        sql.update(
            "update assessment set assessor = ?, held_since = ? where referral = ?",
            e.assessor(),
            at,
            referral);
        new EndRows(sql).proposalLapsed(referral);
      }
      case AssessmentDeclined e ->
          close(sql, "referral = ? and number = ?", State.DECLINED, recorded, referral, e.number());
      case AssessorGoneNoted e -> gone(recorded, e, sql);
      case TriagePrioritySet e -> set(sql, "priority", e.priority(), referral);
      case ForceDetermined e -> {
        set(sql, "force", e.force(), referral);
        new EndRows(sql).proposalLapsed(referral);
      }
      case RiskAssessed e ->
          sql.update(
              """
              update assessment
                 set grade = ?, graded_by = ?, graded_at = ?, tool = ?, tool_version = ?
               where referral = ?\
              """,
              e.grade(),
              e.assessor(),
              at,
              e.tool(),
              e.toolVersion(),
              referral);
      case UrgencyAcknowledged e ->
          sql.update(
              """
              update assessment set urgency_acknowledged_at = ?, urgency_acknowledged_by = ?
               where referral = ?\
              """,
              at,
              e.by(),
              referral);
      case CommsDataRequested e -> set(sql, "comms_data_until", e.until(), referral);
      case AssessmentEndProposed e -> new EndRows(sql).proposed(e);
      case ReferralHeld _ -> new EndRows(sql).held(referral, at);
      case HoldReviewed _ -> new EndRows(sql).holdReviewed(referral, at);
      case HoldEnded _ -> new EndRows(sql).goesOn(referral);
      case AssessmentConcluded e -> new EndRows(sql).concluded(e, at);
      case OriginNoted e -> originated(sql, e, at);
      case AcceptanceNoted e -> {
        set(sql, "accepted_by", e.force(), referral);
        new EndRows(sql).goesOn(referral);
      }
    }
  }

  private static void gone(Recorded<?> recorded, AssessorGoneNoted e, Sql sql) {
    boolean had =
        sql.find(
                "select 1 from assessment where referral = ? and assessor = ?",
                row -> true,
                e.referral(),
                e.assessor())
            .isPresent();
    if (had) new EndRows(sql).proposalLapsed(e.referral());
    close(
        sql,
        "state = 'OPEN' and referral = ? and person = ?",
        State.WITHDRAWN,
        recorded,
        e.referral(),
        e.assessor());
    sql.update(
        "update assessment set assessor = ?, held_since = ? where referral = ? and assessor = ?",
        e.successor(),
        e.successor() == null ? null : recorded.recordedTime(),
        e.referral(),
        e.assessor());
  }

  /** Who graded it before it was brought in is not known. */
  private static void originated(Sql sql, OriginNoted e, Instant at) {
    if (e.organisation().equals(OrganisationCode.NCA)) {
      set(sql, "assessor", e.person(), e.referral());
      set(sql, "held_since", at, e.referral());
    } else set(sql, "accepted_by", e.organisation(), e.referral());
    if (e.grade() != null)
      sql.update(
          "update assessment set grade = ?, graded_at = ? where referral = ? and grade is null",
          e.grade(),
          at,
          e.referral());
  }

  private static void set(Sql sql, String column, Object value, ReferralId referral) {
    sql.update("update assessment set " + column + " = ? where referral = ?", value, referral);
  }

  private static void close(
      Sql sql, String which, State state, Recorded<?> recorded, Object... keys) {
    var values = new ArrayList<Object>(List.of(state, recorded.recordedTime()));
    values.addAll(List.of(keys));
    sql.update(
        "update assessor_offer set state = ?, closed_at = ? where " + which, values.toArray());
  }

  private static Sql sql(Connection connection) {
    return Sql.on(connection, "the assessments");
  }
}
