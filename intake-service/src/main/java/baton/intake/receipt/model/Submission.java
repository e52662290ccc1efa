package baton.intake.receipt.model;

import baton.contract.OrganisationCode;
import baton.contract.intake.ReferralDetails;
import baton.contract.intake.ReferralType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A referral that can be taken, with what Baton draws from it.
 *
 * @param force the force that the sender named, or null
 * @param urgent the sender gave a reason for urgency
 * @param suspectNamed a suspect in it has a name, an address or an account
 * @param childLinked it names a child as a victim or at risk
 * @param providerReportedAt or null
 * @param details every field as it was sent
 * @param remarks on its quality
 * @param kept pointers of the fields that Baton does not know
 */
public record Submission(
    String reference,
    ReferralType type,
    OrganisationCode force,
    boolean actionable,
    boolean urgent,
    boolean suspectNamed,
    boolean childLinked,
    Instant providerReportedAt,
    ReferralDetails details,
    List<Remark> remarks,
    List<String> kept) {

  /** Taken, or every reason why it cannot be. */
  public sealed interface Reading {
    record Taken(Submission submission) implements Reading {}

    record Rejected(List<Violation> violations) implements Reading {}
  }

  /**
   * Checks every field, whatever is wrong with the others.
   *
   * @param fields a JSON object as maps, lists, text, numbers, booleans and nulls
   * @param now nothing in a referral may lie in the future
   */
  public static Reading read(Map<String, Object> fields, Instant now) {
    var findings = new Findings(now);
    for (String required : List.of("reference", "type"))
      if (fields.get(required) == null)
        findings.wrong("/" + required, "missing", "/" + required + " is missing");
    ReferralForm.REFERRAL.check(fields, "", findings);
    if (!findings.violations().isEmpty()) return new Reading.Rejected(findings.violations());
    return new Reading.Taken(of(fields, findings));
  }

  private static Submission of(Map<String, Object> fields, Findings findings) {
    var people = People.of(fields);
    return new Submission(
        (String) fields.get("reference"),
        ReferralType.valueOf((String) fields.get("type")),
        NamedForce.code(fields.get("force")).orElse(null),
        !Boolean.FALSE.equals(fields.get("actionable")),
        fields.get("urgentBecause") instanceof String reason && !reason.isBlank(),
        people.suspectNamed(),
        people.childLinked(),
        When.instant(fields.get("providerReportedAt")).orElse(null),
        ReferralDetails.of(fields),
        Quality.remarks(fields, people),
        findings.kept());
  }
}
