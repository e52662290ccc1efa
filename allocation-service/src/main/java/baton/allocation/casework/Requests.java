package baton.allocation.casework;

import baton.allocation.casework.model.CaseCommand.DeclineAllocation;
import baton.allocation.casework.model.CaseCommand.ProposeOutcome;
import baton.allocation.casework.model.CaseCommand.RecordAction;
import baton.allocation.casework.model.Party;
import baton.contract.FreeText;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.Outcome;
import baton.platform.forms.Form;
import baton.platform.forms.Words;
import baton.platform.roster.Receiver;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of work at a force, and what they mean. What is wrong is a 422 that names it all. */
final class Requests {

  private Requests() {}

  @Schema(name = "Allocation")
  record Allocation(
      @Schema(examples = "p-1001") String person,
      @Schema(description = Receiver.TEAM, examples = "kent-polit") String team) {
    Receiver receiver() {
      return Receiver.read(person, team);
    }
  }

  @Schema(name = "AllocationDecline")
  record OfficerDecline(
      @Schema(description = HandOffRequests.REASONS, examples = "NO_CAPACITY", required = true)
          String reason,
      String text) {
    DeclineAllocation command(ReferralId referral, Party party, int number, PersonId by) {
      var form = new Form();
      Form.Decline decline = form.decline("/reason", reason);
      form.check();
      return new DeclineAllocation(
          referral, party, number, by, decline.reason(), FreeText.sealed(decline.words(), text));
    }
  }

  @Schema(name = "Action")
  record Action(
      @Schema(
              description =
                  "WARRANT_EXECUTED, ARREST or VOLUNTARY_ATTENDANCE stop the enforcement clock;"
                      + " SAFEGUARDING_VISIT or CHILD_PROTECTED the safeguarding clock; ENQUIRY,"
                      + " WARRANT_SOUGHT or DEVICES_SEIZED neither",
              examples = "WARRANT_EXECUTED",
              required = true)
          String kind,
      @Schema(
              description = "RFC 3339; not in the future",
              examples = "2026-11-21T09:30:00Z",
              required = true)
          String happenedAt,
      String note) {
    RecordAction command(ReferralId referral, Party party, PersonId by, Instant now) {
      var form = new Form();
      ActionKind done = form.word("/kind", kind, ActionKind.class);
      Instant when = form.time("/happenedAt", happenedAt);
      form.check();
      return new RecordAction(referral, party, by, done, when, now, FreeText.sealed(null, note));
    }
  }

  @Schema(name = "OutcomeProposal")
  record OutcomeProposal(
      @Schema(
              description =
                  "ARRESTED, CHARGED, ALREADY_IN_HAND, DUPLICATE, NO_FURTHER_ACTION,"
                      + " SUSPECT_DECEASED or NOT_IN_THE_PUBLIC_INTEREST",
              examples = "ARRESTED",
              required = true)
          String outcome,
      String reason) {
    private enum NoOutcome {
      PASSED_TO_ANOTHER_FORCE
    }

    ProposeOutcome command(ReferralId referral, Party party, PersonId by) {
      var form = new Form();
      boolean passedOn = outcome != null && Words.read(NoOutcome.class, outcome).isPresent();
      if (passedOn)
        form.wrong(
            "/outcome",
            "passing-on-is-no-outcome",
            "passing on is not closure until the other force has accepted (R37): until then the"
                + " case stays with who has it; an outcome is one of "
                + Words.allowed(Outcome.class));
      Outcome ends = passedOn ? null : form.word("/outcome", outcome, Outcome.class);
      form.check();
      return new ProposeOutcome(referral, party, by, ends, FreeText.sealed(reason, null));
    }
  }
}
