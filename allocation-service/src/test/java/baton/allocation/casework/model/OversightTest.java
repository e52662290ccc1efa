package baton.allocation.casework.model;

import static baton.allocation.casework.model.CaseFixture.ESSEX;
import static baton.allocation.casework.model.CaseFixture.KENT;
import static baton.allocation.casework.model.CaseFixture.NCA_DESK;
import static baton.allocation.casework.model.CaseFixture.NOW;
import static baton.allocation.casework.model.CaseFixture.OLA;
import static baton.allocation.casework.model.CaseFixture.OMAR;
import static baton.allocation.casework.model.CaseFixture.POLIT;
import static baton.allocation.casework.model.CaseFixture.REFERRAL;
import static baton.allocation.casework.model.CaseFixture.SUE;
import static baton.allocation.casework.model.CaseFixture.act;
import static baton.allocation.casework.model.CaseFixture.concluded;
import static baton.allocation.casework.model.CaseFixture.disseminate;
import static baton.allocation.casework.model.CaseFixture.disseminated;
import static baton.allocation.casework.model.CaseFixture.opened;
import static baton.allocation.casework.model.CaseFixture.propose;
import static baton.allocation.casework.model.CaseFixture.proposed;
import static baton.allocation.casework.model.CaseFixture.withOla;
import static baton.allocation.casework.model.Told.after;
import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.casework.model.CaseCommand.NoteOpenList;
import baton.allocation.casework.model.CaseCommand.NoteOrigin;
import baton.allocation.casework.model.OutsideCommand.ConfirmOutsideAcceptance;
import baton.allocation.casework.model.OutsideCommand.ProposeOutsideAcceptance;
import baton.allocation.casework.model.OversightCommand.RecordLocalReference;
import baton.allocation.casework.model.OversightCommand.ReopenCase;
import baton.allocation.casework.model.OversightCommand.ReviewCase;
import baton.allocation.casework.model.OversightCommand.SecureContent;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.allocation.CaseReopened;
import baton.contract.allocation.ContentSecured;
import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.OpenListAgreed;
import baton.contract.allocation.OpenListDiffered;
import baton.contract.allocation.OpenListDifference;
import baton.contract.allocation.OriginNoted;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.OutsideAcceptanceConfirmed;
import baton.contract.allocation.OutsideAcceptanceProposed;
import baton.contract.allocation.SupervisorReviewed;
import baton.decision.Decision.Accepted;
import baton.decision.RosterEntry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Review, references, content, reopening; acceptances outside Baton; own finds. */
class OversightTest {
  private static final OrganisationCode ABROAD = OrganisationCode.of("ncb-den-haag");
  private static final PersonId DESK = NCA_DESK.person();
  private static final PersonId HEAD = PersonId.of("p-head");
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

  @Test
  void a_supervisor_reviews_what_somebody_else_has_within_28_days() {
    var next = NOW.plus(Duration.ofDays(28));
    var reviewed = new SupervisorReviewed(REFERRAL, KENT, SUE, Grade.LOW, OLA, next, null);
    assertThat(after(withOla()).decide(review(SUE, OLA, next))).isEqualTo(accept(reviewed));
    assertThat(after(withOla()).and(reviewed).decide(review(SUE, OLA, next)))
        .isEqualTo(nothingToDo());
    assertThat(after(withOla()).refusal(review(OLA, OLA, next)).code())
        .isEqualTo("second-person-needed");
    assertThat(after(withOla()).refusal(review(SUE, OMAR, next)).code())
        .isEqualTo("another-person-has-it");
    assertThat(after(withOla()).refusal(review(SUE, OLA, next.plusSeconds(1))).code())
        .isEqualTo("next-review-out-of-range");
    assertThat(after(withOla()).refusal(review(SUE, OLA, NOW)).code())
        .isEqualTo("next-review-out-of-range");
  }

  @Test
  void at_the_nca_its_own_supervisors_review() {
    var review =
        new ReviewCase(
            REFERRAL, NCA_DESK.party(), HEAD, null, OMAR, OMAR, NOW.plusSeconds(60), NOW, null);
    assertThat(after(opened()).decide(review)).isInstanceOf(Accepted.class);
    assertThat(after(withOla()).refusal(review).code()).isEqualTo("another-organisation-has-it");
  }

  @Test
  void a_local_reference_is_of_the_force_that_has_it_and_of_one_referral() {
    var reference = new LocalReferenceRecorded(REFERRAL, KENT, "NICHE", "46-1");
    assertThat(after(withOla()).decide(reference(null))).isEqualTo(accept(reference));
    assertThat(after(withOla()).and(reference).decide(reference(REFERRAL)))
        .isEqualTo(nothingToDo());
    var other = ReferralId.of("01890000-0000-7000-8000-000000000002");
    assertThat(after(withOla()).refusal(reference(other)).detail()).contains(other.toString());
    assertThat(after(opened(), disseminated(1, KENT)).refusal(reference(null)).code())
        .isEqualTo("force-has-not-accepted");
  }

  @Test
  void content_is_secured_once_and_not_until_yesterday() {
    var secured = new ContentSecured(REFERRAL, KENT, null, OLA, null);
    var secure = new SecureContent(REFERRAL, Party.of(KENT), OLA, null, NOW, null);
    assertThat(after(withOla()).decide(secure)).isEqualTo(accept(secured));
    assertThat(after(withOla()).and(secured).decide(secure)).isEqualTo(nothingToDo());
    var past = new SecureContent(REFERRAL, Party.of(KENT), OLA, YESTERDAY, NOW, null);
    assertThat(after(withOla()).refusal(past).code()).isEqualTo("date-in-the-past");
  }

  @Test
  void a_concluded_case_opens_again_with_who_had_it_or_the_supervisor() {
    var closed = after(withOla()).and(proposed(Outcome.ARRESTED, OLA), concluded(OLA, SUE));
    var toOla = new CaseReopened(REFERRAL, KENT, POLIT, OLA, null, SUE, null);
    assertThat(closed.decide(reopen(new RosterEntry(KENT, OLA, true, POLIT))))
        .isEqualTo(accept(toOla));
    assertThat(closed.decide(reopen(new RosterEntry(KENT, OLA, false, null))))
        .isEqualTo(accept(new CaseReopened(REFERRAL, KENT, POLIT, SUE, null, SUE, null)));
    assertThat(closed.and(toOla).decide(act(OLA))).isInstanceOf(Accepted.class);
    assertThat(closed.and(toOla).decide(reopen(null))).isEqualTo(nothingToDo());
    assertThat(closed.refusal(disseminate(ESSEX)).code()).isEqualTo("case-concluded");
  }

  @Test
  void a_force_does_not_end_what_ends_at_the_nca() {
    for (Outcome outcome : new Outcome[] {Outcome.NOT_UNITED_KINGDOM, Outcome.PASSED_ABROAD})
      assertThat(after(withOla()).refusal(propose(outcome, OLA)).code())
          .isEqualTo("ends-at-the-nca");
  }

  @Test
  void an_acceptance_outside_takes_two_persons_and_the_sender_works_on_for_it() {
    var offered = after(opened(), disseminated(1, ABROAD));
    var proposed =
        new OutsideAcceptanceProposed(REFERRAL, 1, ABROAD, YESTERDAY, "NCB-7", DESK, null);
    assertThat(offered.refusal(confirmOutside(0, HEAD)).code())
        .isEqualTo("dissemination-not-found");
    assertThat(offered.refusal(confirmOutside(HEAD)).code()).isEqualTo("no-acceptance-recorded");
    assertThat(offered.decide(proposeOutside(false, YESTERDAY))).isEqualTo(accept(proposed));
    var recorded = offered.and(proposed);
    assertThat(recorded.decide(proposeOutside(false, YESTERDAY))).isEqualTo(nothingToDo());
    assertThat(recorded.refusal(confirmOutside(DESK)).code()).isEqualTo("second-person-needed");
    var confirmed =
        new OutsideAcceptanceConfirmed(REFERRAL, 1, ABROAD, YESTERDAY, "NCB-7", DESK, HEAD);
    assertThat(recorded.decide(confirmOutside(HEAD))).isEqualTo(accept(confirmed));
    var outside = recorded.and(confirmed);
    assertThat(outside.decide(confirmOutside(HEAD))).isEqualTo(nothingToDo());
    assertThat(outside.decide(disseminate(ESSEX)))
        .as("who sent it there may offer it elsewhere")
        .isInstanceOf(Accepted.class);
  }

  @Test
  void who_is_on_baton_accepts_for_itself_and_nobody_in_the_future() {
    var offered = after(opened(), disseminated(1, ABROAD));
    assertThat(offered.refusal(proposeOutside(true, YESTERDAY)).code())
        .isEqualTo("organisation-is-on-baton");
    assertThat(offered.refusal(proposeOutside(false, NOW.plusSeconds(1))).code())
        .isEqualTo("date-in-the-future");
  }

  @Test
  void what_a_force_brought_in_stands_there() {
    var origin = new NoteOrigin(REFERRAL, KENT, POLIT, OLA, "NICHE", "46-1");
    var noted = new OriginNoted(REFERRAL, KENT, POLIT, OLA);
    var reference = new LocalReferenceRecorded(REFERRAL, KENT, "NICHE", "46-1");
    assertThat(after(opened()).decide(origin)).isEqualTo(accept(noted, reference));
    var there = after(opened(), noted, reference);
    assertThat(there.decide(origin)).isEqualTo(nothingToDo());
    assertThat(there.decide(act(OLA))).isInstanceOf(Accepted.class);
  }

  @Test
  void a_difference_of_the_open_list_is_told_when_it_changes() {
    var missing = OpenListDifference.NOT_IN_FORCE_LIST;
    var differed = new OpenListDiffered(REFERRAL, KENT, "NICHE", missing);
    assertThat(after(withOla()).decide(openList(null))).isEqualTo(nothingToDo());
    assertThat(after(withOla()).decide(openList(missing))).isEqualTo(accept(differed));
    assertThat(after(withOla()).and(differed).decide(openList(missing))).isEqualTo(nothingToDo());
    assertThat(after(withOla()).and(differed).decide(openList(null)))
        .isEqualTo(accept(new OpenListAgreed(REFERRAL, KENT, "NICHE")));
  }

  private static CaseCommand review(PersonId by, PersonId owner, Instant next) {
    return new ReviewCase(REFERRAL, Party.of(KENT), by, Grade.LOW, owner, null, next, NOW, null);
  }

  private static CaseCommand reference(ReferralId taken) {
    return new RecordLocalReference(REFERRAL, Party.of(KENT), "NICHE", "46-1", taken);
  }

  private static CaseCommand reopen(RosterEntry last) {
    return new ReopenCase(
        REFERRAL, Party.of(KENT), new RosterEntry(KENT, SUE, true, POLIT), last, null);
  }

  private static CaseCommand proposeOutside(boolean onBaton, Instant acceptedAt) {
    return new ProposeOutsideAcceptance(
        REFERRAL, NCA_DESK.party(), DESK, 1, onBaton, acceptedAt, NOW, "NCB-7", null);
  }

  private static CaseCommand confirmOutside(PersonId by) {
    return confirmOutside(1, by);
  }

  private static CaseCommand confirmOutside(int number, PersonId by) {
    return new ConfirmOutsideAcceptance(REFERRAL, NCA_DESK.party(), by, number, false);
  }

  private static CaseCommand openList(OpenListDifference difference) {
    return new NoteOpenList(REFERRAL, KENT, "NICHE", difference);
  }
}
