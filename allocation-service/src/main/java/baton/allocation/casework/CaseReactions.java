package baton.allocation.casework;

import baton.allocation.agreement.Agreements;
import baton.allocation.caseload.CaseTable;
import baton.allocation.caseload.NcaAssessments;
import baton.allocation.casework.model.CaseCommand.DisseminateUrgent;
import baton.allocation.casework.model.CaseCommand.EndDispute;
import baton.allocation.casework.model.CaseCommand.EndOffers;
import baton.allocation.casework.model.CaseCommand.NoteForce;
import baton.allocation.casework.model.CaseCommand.NoteOrigin;
import baton.allocation.casework.model.CaseCommand.OpenCase;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.EscalationConfirmed;
import baton.contract.escalation.EscalationRaised;
import baton.contract.escalation.FindingKind;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.ForceDetermined;
import baton.journal.seal.KeyGone;
import baton.platform.Commands;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralCopy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receipt opens a case; a force that is determined is noted; what an organisation brought in
 * itself stands there; what is urgent and can be acted on goes to its force at once (contracts,
 * "Meanings"); a dispute that lasts too long goes to the tie-breaker (R3).
 */
@ApplicationScoped
public class CaseReactions {
  private static final Logger LOG = LoggerFactory.getLogger(CaseReactions.class);

  private final Commands commands;
  private final Dossiers dossiers;
  private final Agreements agreements;
  private final CaseTable table;
  private final NcaAssessments assessments;
  private final UnconfirmedDisputes unconfirmed;

  public CaseReactions(
      Commands commands,
      Dossiers dossiers,
      Agreements agreements,
      CaseTable table,
      NcaAssessments assessments,
      UnconfirmedDisputes unconfirmed) {
    this.commands = commands;
    this.dossiers = dossiers;
    this.agreements = agreements;
    this.table = table;
    this.assessments = assessments;
    this.unconfirmed = unconfirmed;
  }

  /**
   * @param copies with this event taken in
   */
  public void to(Recorded<?> cause, ReferralCopies copies) {
    switch (cause.event()) {
      case ReferralReceived e -> commands.react(cause, new OpenCase(e.referral()));
      // What the NCA brings in itself stands where a receipt does.
      case ReferralOriginated e when !e.organisation().equals(OrganisationCode.NCA) ->
          commands.react(cause, noting(e));
      case ReferralAmended e -> sendUrgent(cause, e.referral(), copies);
      case ForceDetermined e -> {
        commands.react(cause, new NoteForce(e.referral(), e.force()));
        sendUrgent(cause, e.referral(), copies);
      }
      case AssessmentConcluded e -> commands.react(cause, new EndOffers(e.referral()));
      case EscalationRaised e when isDispute(e) -> {
        if (e.confirmed()) endDispute(cause, e.referral());
        else unconfirmed.keep(e);
      }
      case EscalationConfirmed e when unconfirmed.take(e.escalation()) ->
          endDispute(cause, e.referral());
      default -> {}
    }
  }

  /** A reference that the force's system uses for another referral already is not taken twice. */
  private NoteOrigin noting(ReferralOriginated e) {
    boolean usable =
        e.system() != null
            && e.localReference() != null
            && table.knownAs(Set.of(e.organisation()), e.system(), e.localReference()).isEmpty();
    if (e.localReference() != null && !usable)
      LOG.warn("Referral {} came with a local reference that another one has", e.referral());
    return new NoteOrigin(
        e.referral(),
        e.organisation(),
        e.team(),
        e.person(),
        usable ? e.system() : null,
        usable ? e.localReference() : null);
  }

  private static boolean isDispute(EscalationRaised e) {
    return e.kind() == FindingKind.CLOCK_EXPIRED && e.clock() == ClockName.OWNERSHIP_DISPUTE;
  }

  private void endDispute(Recorded<?> cause, ReferralId referral) {
    commands.react(cause, new EndDispute(referral, agreements.tieBreakers()));
  }

  private void sendUrgent(Recorded<?> cause, ReferralId referral, ReferralCopies copies) {
    copies
        .find(referral)
        .filter(copy -> copy.urgent() && copy.actionable())
        .filter(copy -> assessments.ended(copy.referral()).isEmpty())
        .ifPresent(copy -> send(cause, copy));
  }

  private void send(Recorded<?> cause, ReferralCopy copy) {
    try {
      commands.react(
          cause, new DisseminateUrgent(copy.referral(), copy.reference(), dossiers.of(copy, null)));
    } catch (KeyGone gone) {
      LOG.warn("The key of urgent referral {} is gone: not sent", copy.referral());
    }
  }
}
