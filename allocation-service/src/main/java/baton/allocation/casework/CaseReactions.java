package baton.allocation.casework;

import baton.allocation.casework.model.CaseCommand.DisseminateUrgent;
import baton.allocation.casework.model.CaseCommand.NoteForce;
import baton.allocation.casework.model.CaseCommand.OpenCase;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralReceived;
import baton.contract.risk.ForceDetermined;
import baton.journal.seal.KeyGone;
import baton.platform.Commands;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralCopy;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receipt opens a case; a force that is determined is noted; what is urgent and can be acted on
 * goes to its force at once (contracts, "Meanings").
 */
@ApplicationScoped
public class CaseReactions {
  private static final Logger LOG = LoggerFactory.getLogger(CaseReactions.class);

  private final Commands commands;
  private final Dossiers dossiers;

  public CaseReactions(Commands commands, Dossiers dossiers) {
    this.commands = commands;
    this.dossiers = dossiers;
  }

  /**
   * @param copies with this event taken in
   */
  public void to(Recorded<?> cause, ReferralCopies copies) {
    switch (cause.event()) {
      case ReferralReceived e -> commands.react(cause, new OpenCase(e.referral()));
      case ReferralAmended e -> sendUrgent(cause, e.referral(), copies);
      case ForceDetermined e -> {
        commands.react(cause, new NoteForce(e.referral(), e.force()));
        sendUrgent(cause, e.referral(), copies);
      }
      default -> {}
    }
  }

  private void sendUrgent(Recorded<?> cause, ReferralId referral, ReferralCopies copies) {
    copies
        .find(referral)
        .filter(copy -> copy.urgent() && copy.actionable())
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
