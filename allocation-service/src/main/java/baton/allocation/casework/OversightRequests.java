package baton.allocation.casework;

import baton.allocation.casework.model.OversightCommand.RecordLocalReference;
import baton.allocation.casework.model.OversightCommand.ReviewCase;
import baton.allocation.casework.model.OversightCommand.SecureContent;
import baton.allocation.casework.model.Party;
import baton.contract.FreeText;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.platform.forms.Form;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The bodies of what is done about a case beside the work. What is wrong is a 422 that names it.
 */
final class OversightRequests {
  private OversightRequests() {}

  @Schema(name = "Review")
  record Review(
      @Schema(description = "in force, as you found it; or left out", examples = "HIGH")
          String grade,
      @Schema(description = "kept sealed") String outstandingActions,
      @Schema(description = "who has it, as you found it", examples = "p-1002", required = true)
          String owner,
      @Schema(
              description = "RFC 3339; at most 28 days ahead",
              examples = "2026-12-12T09:00:00Z",
              required = true)
          String nextReview) {
    /**
     * @param custodian who has it at the NCA, or null
     */
    ReviewCase command(
        ReferralId referral, Party party, PersonId by, PersonId custodian, Instant now) {
      var form = new Form();
      Grade found = form.optionalWord("/grade", grade, Grade.class);
      PersonId has = form.requiredId("/owner", owner, PersonId::of);
      Instant next = form.time("/nextReview", nextReview);
      form.check();
      return new ReviewCase(
          referral,
          party,
          by,
          found,
          has,
          custodian,
          next,
          now,
          FreeText.sealed(null, outstandingActions));
    }
  }

  @Schema(name = "LocalReference")
  record LocalReference(
      @Schema(examples = "NICHE", required = true) String system,
      @Schema(examples = "46-2026-001234", required = true) String reference) {

    /** Asks which referral a force's own system knows under a reference. */
    @FunctionalInterface
    interface Known {
      Optional<ReferralId> as(Set<OrganisationCode> forces, String system, String reference);
    }

    RecordLocalReference command(ReferralId referral, Party party, Known known) {
      var form = new Form();
      String where = form.label("/system", form.required("/system", system));
      String what = form.label("/reference", form.required("/reference", reference));
      form.check();
      return new RecordLocalReference(
          referral, party, where, what, known.as(party.actsFor(), where, what).orElse(null));
    }
  }

  @Schema(name = "SecuredContentNote")
  record SecuredContent(
      @Schema(
              description = "how long the provider keeps it; left out where it was obtained",
              examples = "2027-06-01T00:00:00Z")
          String until,
      @Schema(description = "kept sealed") String note) {
    SecureContent command(ReferralId referral, Party party, PersonId by, Instant now) {
      var form = new Form();
      Instant kept = until == null ? null : form.time("/until", until);
      form.check();
      return new SecureContent(referral, party, by, kept, now, FreeText.sealed(null, note));
    }
  }

  @Schema(name = "Reopening")
  record Reopening(@Schema(description = "kept sealed", required = true) String reason) {
    String checkedReason() {
      var form = new Form();
      String why = form.required("/reason", reason);
      form.check();
      return why;
    }
  }
}
