package baton.escalation.custody;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.Outcome;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.custody.Clock;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.Grading;
import baton.custody.Offer;
import baton.custody.Particulars.LocalReference;
import baton.custody.Stage;
import baton.escalation.clockkeeper.Age;
import baton.roster.Cover;
import baton.roster.Roster;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Who has a referral, until when what is due, and what nobody has dealt with. Nothing in it was
 * ever sealed. Source: contracts, {@code GET /custody/{id}}.
 *
 * @param supervisor of the custodian, or who answers for the post; past those who are absent; null
 *     where the roster names no person
 * @param supervisorPost where it names none, the post that it ends at
 * @param priority the one in force: the risk grade where there is one, else the triage priority
 * @param offers those that nobody has answered
 * @param localReferences under which the forces' own systems know it
 * @param asOf the business time that the answer is about
 * @param completeTo everything that was recorded before it has been read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustodyView(
    ReferralId referralId,
    OrganisationCode agency,
    String reference,
    Stage stage,
    HolderView custodian,
    PersonId supervisor,
    String supervisorPost,
    OrganisationCode force,
    List<OfferView> offers,
    Grade priority,
    boolean urgent,
    GradeView grade,
    List<ClockView> clocks,
    Instant actedAt,
    Outcome outcome,
    List<LocalReference> localReferences,
    List<FindingView> findings,
    Instant asOf,
    Instant completeTo,
    double lagSeconds) {

  /**
   * @param absent whether the person is away, suspended or gone; left out for a post
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record HolderView(
      OrganisationCode organisation,
      TeamId team,
      PersonId person,
      String post,
      Instant since,
      Boolean absent) {
    static HolderView of(Custodian custodian, Roster roster, Instant at) {
      return custodian == null
          ? null
          : new HolderView(
              custodian.organisation(),
              custodian.team(),
              custodian.person(),
              custodian.post(),
              custodian.since(),
              custodian.person() == null
                  ? null
                  : roster.missing(custodian.organisation(), custodian.person(), at));
    }
  }

  /**
   * @param to the person, or the organisation where nobody is named
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OfferView(
      HandOff kind,
      int number,
      String to,
      OrganisationCode organisation,
      PersonId person,
      Instant offeredAt,
      Instant due,
      boolean overdue) {
    static OfferView of(Offer offer, Instant now) {
      return new OfferView(
          offer.kind(),
          offer.number(),
          (offer.person() == null ? offer.organisation() : offer.person()).toString(),
          offer.organisation(),
          offer.person(),
          offer.offeredAt(),
          offer.due(),
          offer.overdue(now));
    }
  }

  public record GradeView(Grade value, PersonId by, Instant at) {
    static GradeView of(Grading.Graded grade) {
      return grade == null ? null : new GradeView(grade.value(), grade.by(), grade.at());
    }
  }

  /**
   * @param state running, met or expired
   * @param late it was met after its due, or entered after it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ClockView(
      ClockName clock,
      Instant started,
      Instant due,
      String state,
      String policyVersion,
      Instant metAt,
      Boolean late) {
    static ClockView of(Clock clock, Instant now) {
      boolean met = clock.metAt() != null;
      return new ClockView(
          clock.name(),
          clock.started(),
          clock.due(),
          clock.at(now).name().toLowerCase(Locale.ROOT),
          clock.policyVersion(),
          clock.metAt(),
          met ? clock.metLate() || clock.recordedLate() : null);
    }
  }

  /**
   * @param since when the limit passed, or when it arose
   * @param confirmed false while a silent writer may still prove it wrong
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FindingView(
      FindingKind kind, ClockName clock, String sentence, Instant since, boolean confirmed) {}

  /**
   * @param roster as it stood at the time that the answer is about
   */
  static CustodyView of(Custody custody, Roster roster, List<FindingView> findings, Age age) {
    Instant now = age.known();
    Custodian custodian = custody.custodian();
    Cover supervisor =
        custodian == null ? null : roster.supervisorOf(Cover.of(custodian), age.asOf());
    return new CustodyView(
        custody.referral(),
        custody.particulars().agency(),
        custody.particulars().reference(),
        custody.stage(),
        HolderView.of(custodian, roster, age.asOf()),
        supervisor == null ? null : supervisor.person(),
        supervisor == null ? null : supervisor.post(),
        custody.force(),
        custody.offers().waiting().stream().map(each -> OfferView.of(each, now)).toList(),
        custody.priority(),
        custody.grading().urgent(),
        GradeView.of(custody.grade()),
        custody.clocks().all().stream()
            .filter(each -> each.at(now) != Clock.State.STOPPED)
            .map(each -> ClockView.of(each, now))
            .toList(),
        custody.actedAt(),
        custody.outcome(),
        custody.particulars().localReferences(),
        findings,
        age.asOf(),
        age.completeTo(),
        age.lagSeconds());
  }
}
