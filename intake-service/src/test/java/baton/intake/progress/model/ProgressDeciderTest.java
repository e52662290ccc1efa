package baton.intake.progress.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.ProgressReported;
import baton.contract.intake.ProgressRequested;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.intake.progress.model.ProgressCommand.ReportProgress;
import baton.intake.progress.model.ProgressCommand.RequestProgress;
import baton.intake.receipt.model.Referral;
import org.junit.jupiter.api.Test;

class ProgressDeciderTest {
  private static final ReferralId ID = ReferralId.of("01936000-0000-7000-8000-000000000001");
  private static final OrganisationCode TORONTO = OrganisationCode.of("toronto-police");
  private static final OrganisationCode OSLO = OrganisationCode.of("oslo-police");
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final PersonId KIM = PersonId.of("p-kim");
  private static final Sealed<FreeText> TEXT = FreeText.sealed(null, "words");

  @Test
  void each_question_counts() {
    assertThat(decide(asks(TORONTO, false), received(0)))
        .isEqualTo(Decision.accept(new ProgressRequested(ID, 1, TORONTO, TEXT)));
    assertThat(decide(asks(TORONTO, false), received(1)))
        .isEqualTo(Decision.accept(new ProgressRequested(ID, 2, TORONTO, TEXT)));
  }

  @Test
  void only_its_sender_asks() {
    assertThat(refusal(asks(OSLO, false), received(0)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
  }

  @Test
  void nobody_owes_an_answer_about_what_is_concluded() {
    assertThat(refusal(asks(TORONTO, true), received(0)).code()).isEqualTo("referral-concluded");
  }

  @Test
  void the_organisation_that_has_it_tells_asked_or_unasked() {
    assertThat(decide(tells(KENT, KENT, null), received(0)))
        .isEqualTo(Decision.accept(new ProgressReported(ID, null, KENT, KIM, TEXT)));
    assertThat(decide(tells(KENT, KENT, 2), received(2)))
        .isEqualTo(Decision.accept(new ProgressReported(ID, 2, KENT, KIM, TEXT)));
  }

  @Test
  void another_organisation_finds_nothing_to_tell_about() {
    assertThat(refusal(tells(KENT, OrganisationCode.NCA, null), received(0)).kind())
        .isEqualTo(Refusal.Kind.NOT_FOUND);
  }

  @Test
  void an_answer_is_to_a_question_that_was_asked() {
    for (int request : new int[] {0, -1, 3})
      assertThat(refusal(tells(KENT, KENT, request), received(2)).code())
          .isEqualTo("no-such-request");
  }

  private static RequestProgress asks(OrganisationCode agency, boolean concluded) {
    return new RequestProgress(ID, agency, concluded, TEXT);
  }

  private static ReportProgress tells(
      OrganisationCode organisation, OrganisationCode answerable, Integer request) {
    return new ReportProgress(ID, organisation, KIM, answerable, request, TEXT);
  }

  private static Referral received(int requests) {
    return new Referral.Received(ID, TORONTO, "R-1", "hash", 1, 1, null, requests);
  }

  private static Decision decide(ProgressCommand command, Referral state) {
    return ProgressDecider.decide(command, state);
  }

  private static Refusal refusal(ProgressCommand command, Referral state) {
    return ((Decision.Refused) decide(command, state)).refusal();
  }
}
