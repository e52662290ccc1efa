package baton.custody;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.TeamId;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseReopened;
import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.OutsideAcceptanceConfirmed;
import baton.contract.allocation.TieBreakerAppointed;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.AssessmentEnd;
import java.time.Instant;

/**
 * The custody table of design section 5, written down a second time and apart from the fold: who
 * has a referral after an event, given who had it before.
 */
public final class CustodyTable {
  private CustodyTable() {}

  public static Custodian afterwards(Custody before, Recorded<?> recorded) {
    Custodian had = before.custodian();
    Instant at = recorded.recordedTime();
    boolean concluded = before.stage() == Stage.CONCLUDED;
    if (concluded) return opened(before, recorded);
    boolean atForce = before.stage() == Stage.WITH_FORCE || before.stage() == Stage.WITH_OFFICER;
    return switch (recorded.event()) {
      case ReferralReceived _ when had == null && before.particulars().receivedAt() == null ->
          whom(OrganisationCode.NCA, null, null, "referrals-desk", at);
      case ReferralOriginated e when !atForce ->
          whom(e.organisation(), e.team(), e.person(), null, at);
      case AssessmentAccepted e when !atForce ->
          whom(e.organisation(), e.team(), e.assessor(), null, at);
      case AssessmentConcluded e when !atForce && e.end() != AssessmentEnd.HELD -> null;
      case DisseminationAccepted e -> whom(e.force(), e.team(), e.person(), null, at);
      case OutsideAcceptanceConfirmed e ->
          whom(e.organisation(), null, null, "outside-contact", at);
      case AllocationAccepted e -> whom(e.force(), e.team(), e.officer(), null, at);
      case CustodyReverted e when !hasAnother(had, e) ->
          whom(e.organisation(), e.team(), e.person(), e.post(), at);
      case TieBreakerAppointed e -> whom(e.organisation(), null, e.person(), e.post(), at);
      case CaseConcluded _ -> null;
      default -> had;
    };
  }

  /** Who has it and is not the one that is gone keeps it. */
  private static boolean hasAnother(Custodian had, CustodyReverted e) {
    return had != null && had.person() != null && !had.person().equals(e.fromPerson());
  }

  /** Reopened, or taken by a force whose acceptance crossed with the end at the NCA. */
  private static Custodian opened(Custody before, Recorded<?> recorded) {
    Instant at = recorded.recordedTime();
    boolean endedAtTheNca = before.holding().movedBy().is(AssessmentConcluded.class);
    return switch (recorded.event()) {
      case CaseReopened e -> whom(e.organisation(), e.team(), e.person(), e.post(), at);
      case DisseminationAccepted e when endedAtTheNca ->
          whom(e.force(), e.team(), e.person(), null, at);
      case OutsideAcceptanceConfirmed e when endedAtTheNca ->
          whom(e.organisation(), null, null, "outside-contact", at);
      default -> before.custodian();
    };
  }

  private static Custodian whom(
      OrganisationCode organisation, TeamId team, PersonId person, String post, Instant at) {
    String named =
        post != null
            ? post
            : organisation.value().equals("nca") ? "referrals-desk" : "duty-inspector";
    return new Custodian(organisation, team, person, person == null ? named : null, at);
  }
}
