package baton.allocation.casework;

import baton.allocation.agreement.Agreements;
import baton.allocation.casework.model.CaseCommand.AcceptDissemination;
import baton.allocation.casework.model.CaseCommand.DeclineDissemination;
import baton.allocation.casework.model.CaseCommand.Redirect;
import baton.allocation.casework.model.CaseCommand.Unit;
import baton.allocation.casework.model.OutsideCommand.ProposeOutsideAcceptance;
import baton.allocation.casework.model.Party;
import baton.allocation.casework.model.TieBreakers;
import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.platform.forms.Form;
import baton.platform.roster.Staff;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The bodies of hand-offs between organisations, and what they mean. What is wrong is a 422 that
 * names it all.
 */
final class HandOffRequests {
  static final String REASONS =
      "NOT_OURS, NO_CAPACITY, CONFLICT_OF_INTEREST, ABSENT, INSUFFICIENT_INFORMATION or OTHER;"
          + " other words are kept and count as OTHER";

  private HandOffRequests() {}

  @Schema(name = "Dissemination")
  record Dissemination(
      @Schema(
              description =
                  "a force's code, see GET /forces of intake-service, or any other organisation"
                      + " that has people in the roster",
              examples = "46",
              required = true)
          String force,
      @Schema(description = "for the force, kept sealed with the package") String note,
      @Schema(
              description =
                  "true for an organisation that is not on Baton: who offers it records its"
                      + " acceptance",
              defaultValue = "false")
          Boolean outside) {
    OrganisationCode organisation(Agreements agreements) {
      var form = new Form();
      OrganisationCode code = Organisations.read(form, "/force", force, outside, agreements);
      form.check();
      return code;
    }
  }

  @Schema(name = "DisseminationAcceptance")
  record Acceptance(
      @Schema(description = "the person's own where left out", examples = "kent-polit") String team,
      @Schema(description = "who has it from then on", examples = "p-1001", required = true)
          String person) {
    AcceptDissemination command(ReferralId referral, Party party, int number, Staff staff) {
      var form = new Form();
      PersonId taker = form.requiredId("/person", person, PersonId::of);
      TeamId named = form.id("/team", team, TeamId::of);
      form.check();
      return new AcceptDissemination(
          referral,
          party,
          number,
          named == null ? null : new Unit(named, staff.hasTeam(named)),
          staff.entry(taker));
    }
  }

  @Schema(name = "DisseminationDecline")
  record ForceDecline(
      @Schema(description = REASONS, examples = "NOT_OURS", required = true) String reason,
      @Schema(description = "whose it is; it is offered there at once") String redirectTo,
      @Schema(description = "anything further; with redirectTo the evidence, which is required")
          String text) {
    /** Whose it is said to be, or null. */
    OrganisationCode redirect(Agreements agreements) {
      var form = new Form();
      form.decline("/reason", reason);
      OrganisationCode whose =
          redirectTo == null
              ? null
              : Organisations.read(form, "/redirectTo", redirectTo, false, agreements);
      if (redirectTo != null && (text == null || text.isBlank()))
        form.wrong(
            "/text",
            "evidence-missing",
            "text is required with redirectTo: what shows that it is another's (R3)");
      form.check();
      return whose;
    }

    DeclineDissemination command(
        ReferralId referral, Party party, int number, Redirect redirect, TieBreakers tieBreakers) {
      var form = new Form();
      Form.Decline decline = form.decline("/reason", reason);
      form.check();
      return new DeclineDissemination(
          referral,
          party,
          number,
          decline.reason(),
          redirect,
          tieBreakers,
          FreeText.sealed(decline.words(), text));
    }
  }

  @Schema(name = "Withdrawal")
  record Withdrawal(String reason) {}

  @Schema(name = "RecordedAcceptance")
  record RecordedAcceptance(
      @Schema(description = "who accepted there; kept sealed", required = true) String name,
      @Schema(
              description = "RFC 3339; not in the future",
              examples = "2026-11-21T09:30:00Z",
              required = true)
          String acceptedAt,
      @Schema(description = "under which they have it", examples = "NCB-2026-77", required = true)
          String reference) {
    ProposeOutsideAcceptance command(
        ReferralId referral, Party party, PersonId by, int number, boolean onBaton, Instant now) {
      var form = new Form();
      String who = form.required("/name", name);
      Instant when = form.time("/acceptedAt", acceptedAt);
      String theirs = form.label("/reference", form.required("/reference", reference));
      form.check();
      return new ProposeOutsideAcceptance(
          referral, party, by, number, onBaton, when, now, theirs, FreeText.sealed(null, who));
    }
  }
}
