package baton.risk.assessment;

import static baton.contract.risk.AssessmentEnd.DUPLICATE;
import static baton.contract.risk.AssessmentEnd.PASSED_ABROAD;

import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.risk.AssessmentEnd;
import baton.platform.forms.Form;
import baton.risk.assessment.model.EndingCommand.EndHold;
import baton.risk.assessment.model.EndingCommand.Original;
import baton.risk.assessment.model.EndingCommand.ProposeEnd;
import baton.risk.assessment.model.EndingCommand.ReviewHold;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of ends and holds. Each needs a reason: nothing ends or waits silently. */
final class EndRequests {
  private EndRequests() {}

  @Schema(name = "AssessmentEnd")
  record End(
      @Schema(
              description = "HELD, NOT_UNITED_KINGDOM, PASSED_ABROAD or DUPLICATE",
              examples = "PASSED_ABROAD",
              required = true)
          String end,
      @Schema(description = "the referral that it repeats; for DUPLICATE only, and required there")
          String duplicateOf,
      @Schema(
              description =
                  "the agency abroad that has it; for PASSED_ABROAD only, and required there",
              examples = "synthetic-agency-abroad")
          String recipient,
      @Schema(description = "under which that agency has it; required with it")
          String theirReference,
      @Schema(required = true) String reason) {

    Read read() {
      var form = new Form();
      AssessmentEnd wanted = form.word("/end", end, AssessmentEnd.class);
      ReferralId original = form.id("/duplicateOf", duplicateOf, ReferralId::of);
      String agency = form.label("/recipient", recipient);
      String reference = form.label("/theirReference", theirReference);
      belongs(form, "/duplicateOf", wanted, DUPLICATE, duplicateOf);
      belongs(form, "/recipient", wanted, PASSED_ABROAD, recipient);
      belongs(form, "/theirReference", wanted, PASSED_ABROAD, theirReference);
      String why = form.required("/reason", reason);
      form.check();
      return new Read(wanted, original, agency, reference, FreeText.sealed(why, null));
    }

    /** Each end has fields of its own; on another one they would be lost without a word. */
    private static void belongs(
        Form form, String pointer, AssessmentEnd wanted, AssessmentEnd to, String given) {
      if (wanted == to) form.required(pointer, given);
      else if (wanted != null && given != null)
        form.wrong(pointer, "not-of-this-end", pointer + " belongs to " + to + " only");
    }
  }

  /** A proposal whose body is sound; {@code duplicateOf} still has to be looked up. */
  record Read(
      AssessmentEnd end,
      ReferralId duplicateOf,
      String recipient,
      String theirReference,
      Sealed<FreeText> text) {
    ProposeEnd command(
        ReferralId referral, OrganisationCode organisation, PersonId by, Original original) {
      return new ProposeEnd(
          referral, organisation, by, end, original, recipient, theirReference, text);
    }
  }

  @Schema(name = "HoldReason")
  record Reason(@Schema(required = true) String reason) {
    ReviewHold review(ReferralId referral, OrganisationCode organisation, PersonId by) {
      return new ReviewHold(referral, organisation, by, text());
    }

    EndHold end(ReferralId referral, OrganisationCode organisation, PersonId by) {
      return new EndHold(referral, organisation, by, text());
    }

    private Sealed<FreeText> text() {
      var form = new Form();
      String why = form.required("/reason", reason);
      form.check();
      return FreeText.sealed(why, null);
    }
  }
}
