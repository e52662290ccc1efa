package baton.allocation.caseload;

import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.AllocationDeclined;
import baton.contract.allocation.AllocationEvent;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.CaseReopened;
import baton.contract.allocation.ContentSecured;
import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.DisseminationRedirected;
import baton.contract.allocation.ForceNoted;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.OpenListAgreed;
import baton.contract.allocation.OpenListDiffered;
import baton.contract.allocation.OriginNoted;
import baton.contract.allocation.OutcomeProposed;
import baton.contract.allocation.OutsideAcceptanceConfirmed;
import baton.contract.allocation.OutsideAcceptanceProposed;
import baton.contract.allocation.SupervisorReviewed;
import baton.contract.allocation.TieBreakerAppointed;
import baton.decision.NumberedOffers.State;
import baton.platform.sql.Sql;

/** What one event changes in the tables. */
record CaseChange(Sql sql, Recorded<?> recorded, ReferralId referral) {
  void of(AllocationEvent event) {
    switch (event) {
      case CaseOpened _ -> {}
      case ForceNoted e ->
          sql.update("update case_file set noted = ? where referral = ?", e.force(), e.referral());
      case CaseDisseminated e -> disseminated(e);
      case DisseminationAccepted e -> {
        close("dissemination", e.number(), State.ACCEPTED);
        holds(Stage.WITH_FORCE, e.force(), e.team(), e.person());
      }
      case DisseminationDeclined e -> {
        close("dissemination", e.number(), State.DECLINED);
        sql.update(
            "update dissemination set reason = ?, redirect_to = ?"
                + " where referral = ? and number = ?",
            e.reason(),
            e.redirectTo(),
            e.referral(),
            e.number());
        stage(Stage.RECEIVED);
      }
      case HandOffWithdrawn e -> {
        close("dissemination", e.number(), State.WITHDRAWN);
        stage(Stage.RECEIVED);
      }
      case CaseAllocated e -> {
        replace("allocation_offer");
        sql.update(
            """
            insert into allocation_offer (referral, number, officer, team, state, offered_at)
            values (?, ?, ?, ?, 'OPEN', ?)""",
            e.referral(),
            e.number(),
            e.officer(),
            e.team(),
            recorded.recordedTime());
      }
      case AllocationAccepted e -> {
        close("allocation_offer", e.number(), State.ACCEPTED);
        holds(Stage.WITH_OFFICER, e.force(), e.team(), e.officer());
      }
      case AllocationDeclined e -> {
        close("allocation_offer", e.number(), State.DECLINED);
        sql.update(
            "update allocation_offer set reason = ? where referral = ? and number = ?",
            e.reason(),
            e.referral(),
            e.number());
      }
      case ActionRecorded e ->
          sql.update(
              """
              insert into case_action (event, referral, kind, happened_at, recorded_at, by_person)
              values (?, ?, ?, ?, ?, ?)""",
              recorded.id(),
              e.referral(),
              e.kind(),
              e.happenedAt(),
              recorded.recordedTime(),
              e.by());
      case DisseminationRedirected _,
          TieBreakerAppointed _,
          OutsideAcceptanceProposed _,
          OutsideAcceptanceConfirmed _,
          CustodyReverted _,
          LocalReferenceRecorded _,
          ContentSecured _,
          SupervisorReviewed _,
          CaseReopened _,
          OpenListDiffered _,
          OpenListAgreed _,
          OriginNoted _ -> {}
      case OutcomeProposed e ->
          sql.update(
              "update case_file set outcome = ?, proposed_by = ? where referral = ?",
              e.outcome(),
              e.by(),
              e.referral());
      case CaseConcluded e -> {
        sql.update(
            "update case_file set outcome = ?, proposed_by = ?, confirmed_by = ?,"
                + " concluded_at = ? where referral = ?",
            e.outcome(),
            e.proposedBy(),
            e.confirmedBy(),
            recorded.recordedTime(),
            e.referral());
        stage(Stage.CONCLUDED);
      }
    }
  }

  private void disseminated(CaseDisseminated e) {
    replace("dissemination");
    sql.update(
        """
        insert into dissemination
          (referral, number, force, state, offered_at, sealed_by, sealed_key, sealed_box)
        values (?, ?, ?, 'OPEN', ?, ?, ?, ?)""",
        e.referral(),
        e.number(),
        e.force(),
        recorded.recordedTime(),
        recorded.id(),
        e.sealed().key(),
        e.sealed().box());
    stage(Stage.DISSEMINATED);
  }

  private void stage(Stage stage) {
    sql.update("update case_file set stage = ? where referral = ?", stage, referral);
  }

  /** What the last holder proposed goes with him or her. */
  private void holds(Stage stage, Object force, Object team, Object person) {
    sql.update(
        """
        update case_file
           set stage = ?, force = ?, team = ?, person = ?, held_since = ?,
               outcome = null, proposed_by = null
         where referral = ?""",
        stage,
        force,
        team,
        person,
        recorded.recordedTime(),
        referral);
  }

  private void close(String table, int number, State state) {
    sql.update(
        "update " + table + " set state = ?, closed_at = ? where referral = ? and number = ?",
        state,
        recorded.recordedTime(),
        referral,
        number);
  }

  private void replace(String table) {
    sql.update(
        "update "
            + table
            + " set state = 'REPLACED', closed_at = ? where referral = ? and state = 'OPEN'",
        recorded.recordedTime(),
        referral);
  }
}
