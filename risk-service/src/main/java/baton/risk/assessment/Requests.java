package baton.risk.assessment;

import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.platform.forms.Form;
import baton.platform.roster.Receiver;
import baton.risk.assessment.model.AssessmentCommand.AssessRisk;
import baton.risk.assessment.model.AssessmentCommand.DeclineAssessment;
import baton.risk.assessment.model.AssessmentCommand.DetermineForce;
import baton.risk.assessment.model.AssessmentCommand.RequestCommsData;
import baton.risk.assessment.model.AssessmentCommand.SetPriority;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies that commands take, and what they mean. What is wrong is a 422 that names it all. */
final class Requests {
  private Requests() {}

  @Schema(name = "AssessorOffer")
  record Offer(
      @Schema(examples = "p-1001") String person,
      @Schema(description = Receiver.TEAM, examples = "nca-desk") String team) {
    Receiver receiver() {
      return Receiver.read(person, team);
    }
  }

  @Schema(name = "Decline")
  record Decline(
      @Schema(
              description =
                  "NOT_OURS, NO_CAPACITY, CONFLICT_OF_INTEREST, ABSENT, INSUFFICIENT_INFORMATION or"
                      + " OTHER; other words are kept and count as OTHER",
              examples = "NO_CAPACITY",
              required = true)
          String reason,
      String text) {
    DeclineAssessment command(ReferralId referral, OrganisationCode organisation, PersonId by) {
      var form = new Form();
      Form.Decline decline = form.decline("/reason", reason);
      form.check();
      return new DeclineAssessment(
          referral, organisation, by, decline.reason(), FreeText.sealed(decline.words(), text));
    }
  }

  @Schema(name = "Priority")
  record Priority(
      @Schema(description = "LOW, MEDIUM, HIGH or VERY_HIGH", examples = "HIGH", required = true)
          String priority,
      String reason) {
    SetPriority command(ReferralId referral, OrganisationCode organisation) {
      var form = new Form();
      var judged = form.word("/priority", priority, baton.contract.Grade.class);
      form.check();
      return new SetPriority(referral, organisation, judged, FreeText.sealed(reason, null));
    }
  }

  @Schema(name = "ForceDetermination")
  record Force(
      @Schema(
              description = "the force's code, see GET /forces of intake-service",
              examples = "46",
              required = true)
          String force,
      @Schema(description = "how it came to be known") String basis) {
    DetermineForce command(
        ReferralId referral, OrganisationCode organisation, OrganisationCode namedBySender) {
      var form = new Form();
      OrganisationCode determined = form.force("/force", force);
      form.check();
      return new DetermineForce(
          referral, organisation, namedBySender, determined, FreeText.sealed(basis, null));
    }
  }

  @Schema(name = "RiskGrade")
  record Grade(
      @Schema(description = "LOW, MEDIUM, HIGH or VERY_HIGH", examples = "MEDIUM", required = true)
          String grade,
      @Schema(examples = "KIRAT") String tool,
      String toolVersion,
      @Schema(description = "which of the tool's steps had answers, counted from 1")
          List<Integer> steps,
      String reason) {
    AssessRisk command(ReferralId referral, OrganisationCode organisation, PersonId by) {
      var form = new Form();
      var given = form.word("/grade", grade, baton.contract.Grade.class);
      List<Integer> answered = steps == null ? List.of() : steps;
      for (int i = 0; i < answered.size(); i++)
        if (answered.get(i) == null || answered.get(i) < 1)
          form.wrong("/steps/" + i, "wrong-form", "a tool's steps are counted from 1");
      String toolName = form.label("/tool", tool);
      String version = form.label("/toolVersion", toolVersion);
      form.check();
      return new AssessRisk(
          referral,
          organisation,
          by,
          given,
          toolName,
          version,
          answered,
          FreeText.sealed(reason, null));
    }
  }

  @Schema(name = "CommsData")
  record CommsData(
      @Schema(
              description = "when the answer is expected; RFC 3339, at most 60 days ahead",
              examples = "2026-12-15T12:00:00Z",
              required = true)
          String until,
      @Schema(required = true) String reason) {
    RequestCommsData command(
        ReferralId referral, OrganisationCode organisation, PersonId by, Instant now) {
      var form = new Form();
      Instant expected = form.time("/until", until);
      String why = form.required("/reason", reason);
      form.check();
      return new RequestCommsData(
          referral, organisation, by, expected, now, FreeText.sealed(why, null));
    }
  }
}
