package baton.escalation.escalations.model;

import static java.util.Objects.requireNonNull;

import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.escalation.Rung;
import baton.custody.Finding;
import baton.decision.Command;
import baton.escalation.ladder.model.Told;
import java.time.Instant;

/** What can be asked of one escalation. Only a person acknowledges; all else the events decide. */
public sealed interface EscalationCommand extends Command {
  EscalationId escalation();

  @Override
  default String stream() {
    return escalation().toString();
  }

  /**
   * @param due when the limit passed, or null
   * @param custodian the organisation that holds the referral now, or null
   * @param person who holds it now, or null
   * @param confirmed false while a writer is silent
   */
  record RaiseEscalation(
      Finding.Cause cause,
      Instant due,
      OrganisationCode custodian,
      PersonId person,
      boolean confirmed)
      implements EscalationCommand {
    public RaiseEscalation {
      requireNonNull(cause);
    }

    @Override
    public EscalationId escalation() {
      return EscalationIds.of(cause);
    }
  }

  /** The silent writer is back and did not meet it. */
  record ConfirmEscalation(EscalationId escalation) implements EscalationCommand {}

  /** The silent writer is back and had met it in time. */
  record WithdrawEscalation(EscalationId escalation, EventId metBy) implements EscalationCommand {}

  /** A person has seen it and will act. */
  record AcknowledgeEscalation(EscalationId escalation, PersonId by) implements EscalationCommand {}

  /**
   * The limit of a rung has passed.
   *
   * @param from the rung whose limit it was: told twice it changes nothing
   */
  record ClimbEscalation(EscalationId escalation, Rung from, Rung to, Told told)
      implements EscalationCommand {}

  /**
   * Who said that he or she will act has not removed the cause in time.
   *
   * @param by whose word it was
   */
  record ExpireAcknowledgement(EscalationId escalation, PersonId by) implements EscalationCommand {}

  /** An event removed the cause. */
  record ResolveEscalation(EscalationId escalation, EventId resolvedBy, String resolvedByType)
      implements EscalationCommand {}
}
