package baton.allocation.caseload;

import baton.allocation.casework.model.Case;
import baton.contract.DeclineReason;
import baton.contract.OrganisationCode;
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
import baton.roster.Cover;

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
        replace("allocation_offer");
        holds(Stage.WITH_FORCE, Cover.person(e.force(), e.team(), e.person()));
      }
      case DisseminationDeclined e -> declined(e.number(), e.reason(), e.redirectTo());
      case DisseminationRedirected e -> declined(e.number(), DeclineReason.NOT_OURS, e.to());
      case HandOffWithdrawn e -> withdrawn(e);
      case TieBreakerAppointed e -> {
        replace("dissemination");
        replace("allocation_offer");
        holds(Stage.WITH_TIE_BREAKER, new Cover(e.organisation(), null, e.person(), e.post()));
      }
      case OutsideAcceptanceProposed e ->
          sql.update(
              """
              update dissemination
                 set outside_reference = ?, outside_accepted_at = ?, outside_by = ?
               where referral = ? and number = ?\
              """,
              e.theirReference(),
              e.acceptedAt(),
              e.by(),
              e.referral(),
              e.number());
      case OutsideAcceptanceConfirmed e -> {
        close("dissemination", e.number(), State.ACCEPTED);
        replace("allocation_offer");
        holds(Stage.WITH_FORCE, Cover.post(e.organisation(), Case.AtForce.OUTSIDE));
        sql.update(
            """
            update case_file c set keeper = d.sender from dissemination d
             where c.referral = ? and d.referral = c.referral and d.number = ?\
            """,
            e.referral(),
            e.number());
      }
      case OriginNoted e ->
          holds(Stage.WITH_FORCE, Cover.person(e.organisation(), e.team(), e.person()));
      case CustodyReverted e -> new HolderChange(sql, recorded, referral).reverted(e);
      case CaseAllocated e -> {
        replace("allocation_offer");
        sql.update(
            """
            insert into allocation_offer (referral, number, officer, team, state, offered_at)
            values (?, ?, ?, ?, 'OPEN', ?)\
            """,
            e.referral(),
            e.number(),
            e.officer(),
            e.team(),
            recorded.recordedTime());
      }
      case AllocationAccepted e -> {
        close("allocation_offer", e.number(), State.ACCEPTED);
        holds(Stage.WITH_OFFICER, Cover.person(e.force(), e.team(), e.officer()));
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
              values (?, ?, ?, ?, ?, ?)\
              """,
              recorded.id(),
              e.referral(),
              e.kind(),
              e.happenedAt(),
              recorded.recordedTime(),
              e.by());
      case LocalReferenceRecorded e -> new OversightChange(sql, recorded).of(e);
      case ContentSecured e -> new OversightChange(sql, recorded).of(e);
      case SupervisorReviewed e -> new OversightChange(sql, recorded).of(e);
      case OpenListDiffered e -> new OversightChange(sql, recorded).of(e);
      case OpenListAgreed e -> new OversightChange(sql, recorded).of(e);
      case CaseReopened e ->
          new HolderChange(sql, recorded, referral)
              .reopened(new Cover(e.organisation(), e.team(), e.person(), e.post()));
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
        sql.update("update case_file set stage = 'CONCLUDED' where referral = ?", referral);
      }
    }
  }

  private void disseminated(CaseDisseminated e) {
    replace("dissemination");
    sql.update(
        """
        insert into dissemination
          (referral, number, sender, force, state, offered_at, sealed_by, sealed_key, sealed_box)
        values (?, ?, ?, ?, 'OPEN', ?, ?, ?, ?)\
        """,
        e.referral(),
        e.number(),
        e.from(),
        e.force(),
        recorded.recordedTime(),
        recorded.id(),
        e.sealed().key(),
        e.sealed().box());
    atNca(Stage.DISSEMINATED);
  }

  private void withdrawn(HandOffWithdrawn e) {
    switch (e.handOff()) {
      case ASSESSOR ->
          sql.update(
              "update nca_assessment set offer_number = null, offered_to = null"
                  + " where referral = ? and offer_number = ?",
              e.referral(),
              e.number());
      case FORCE -> {
        close("dissemination", e.number(), State.WITHDRAWN);
        atNca(Stage.RECEIVED);
      }
      case OFFICER -> close("allocation_offer", e.number(), State.WITHDRAWN);
    }
  }

  private void declined(int number, DeclineReason reason, OrganisationCode whose) {
    close("dissemination", number, State.DECLINED);
    sql.update(
        "update dissemination set reason = ?, redirect_to = ? where referral = ? and number = ?",
        reason,
        whose,
        referral,
        number);
    atNca(Stage.RECEIVED);
  }

  /** An offer and its answer show in the stage while the NCA has it, and nowhere later. */
  private void atNca(Stage stage) {
    sql.update(
        "update case_file set stage = ? where referral = ? and stage in ('RECEIVED',"
            + " 'DISSEMINATED')",
        stage,
        referral);
  }

  private void holds(Stage stage, Cover holder) {
    new HolderChange(sql, recorded, referral).holds(stage, holder);
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
