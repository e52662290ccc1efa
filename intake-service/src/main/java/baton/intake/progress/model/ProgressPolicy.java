package baton.intake.progress.model;

import baton.decision.Refusal;
import baton.intake.progress.model.ProgressCommand.ReportProgress;
import baton.intake.progress.model.ProgressCommand.RequestProgress;
import baton.intake.receipt.model.Referral.Received;
import java.util.List;
import java.util.Optional;

/** A rule of what a sender may ask, and who may tell it. */
interface ProgressPolicy {
  Optional<Refusal> refusal(Received referral, ProgressCommand command);

  /** Another agency's referral is not there. */
  ProgressPolicy onlyItsSenderAsks =
      (referral, command) ->
          command instanceof RequestProgress ask && !ask.organisation().equals(referral.agency())
              ? notThere()
              : Optional.empty();

  /** Nobody would owe the answer. */
  ProgressPolicy whatIsConcludedIsAnswered =
      (_, command) ->
          command instanceof RequestProgress ask && ask.concluded()
              ? Optional.of(
                  Refusal.conflict(
                      "referral-concluded",
                      "This referral is concluded: GET /referrals/{id} shows its outcome. What is"
                          + " new about it can be sent under the same reference."))
              : Optional.empty();

  /** Who has it answers for it (R36). */
  ProgressPolicy onlyTheCustodiansOrganisationTells =
      (_, command) ->
          command instanceof ReportProgress tell && !tell.organisation().equals(tell.answerable())
              ? notThere()
              : Optional.empty();

  /** An answer to nothing would leave the question open. */
  ProgressPolicy anAnswerNamesARequest =
      (referral, command) ->
          command instanceof ReportProgress tell
                  && tell.request() != null
                  && (tell.request() < 1 || tell.request() > referral.requests())
              ? Optional.of(
                  Refusal.unprocessable(
                      "no-such-request",
                      "/request: the sender asked "
                          + referral.requests()
                          + " times; leave it out to tell something unasked."))
              : Optional.empty();

  static List<ProgressPolicy> all() {
    return List.of(
        onlyItsSenderAsks,
        whatIsConcludedIsAnswered,
        onlyTheCustodiansOrganisationTells,
        anAnswerNamesARequest);
  }

  private static Optional<Refusal> notThere() {
    return Optional.of(
        Refusal.notFound(
            "not-found", "there is no referral with this id that your organisation sent or has"));
  }
}
