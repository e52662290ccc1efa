package baton.allocation.casework.model;

import static baton.allocation.casework.model.CasePolicy.when;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtNca;
import baton.allocation.casework.model.Case.Concluded;
import baton.allocation.casework.model.Case.Open;
import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.OversightCommand.RecordLocalReference;
import baton.allocation.casework.model.OversightCommand.ReviewCase;
import baton.allocation.casework.model.OversightCommand.SecureContent;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.decision.Refusal;
import java.time.Duration;
import java.util.Optional;

/** Who looks after a case besides who works on it. */
final class OversightPolicies {
  /** R14: at least every 28 days. */
  static final Duration REVIEW_MAX = Duration.ofDays(28);

  static final CasePolicy onlyWhoHasItOverseesIt =
      (state, command) -> {
        if (!(command instanceof OversightCommand)) return Optional.empty();
        if (command instanceof RecordLocalReference
            && state instanceof Open
            && !(state instanceof AtForce))
          return Optional.of(
              Refusal.conflict(
                  "force-has-not-accepted",
                  "No force has accepted this referral: a local reference is recorded by the force"
                      + " that has it."));
        OrganisationCode keeper =
            switch (state) {
              case Open at -> at.keeper();
              case Concluded closed -> closed.last().keeper();
            };
        return when(
            !command.party().is(keeper),
            () ->
                Refusal.forbidden(
                    "another-organisation-has-it",
                    keeper + " has this referral; only its staff look after it."));
      };

  /** A review is somebody else's look. */
  static final CasePolicy nobodyReviewsTheirOwnCase =
      (state, command) ->
          command instanceof ReviewCase c
              ? when(
                  c.by().equals(custodian(state, c)),
                  () ->
                      Refusal.conflict(
                          "second-person-needed",
                          "You have this referral yourself; another supervisor of your organisation"
                              + " reviews it (R14)."))
              : Optional.empty();

  static final CasePolicy aReviewNamesWhoHasIt =
      (state, command) -> {
        if (!(command instanceof ReviewCase c)) return Optional.empty();
        PersonId has = custodian(state, c);
        return when(
            has != null && !has.equals(c.owner()),
            () ->
                Refusal.conflict(
                    "another-person-has-it",
                    has + " has this referral, not " + c.owner() + ": look again (R14)."));
      };

  static final CasePolicy theNextReviewIsWithin28Days =
      (_, command) ->
          command instanceof ReviewCase c
              ? when(
                  !c.nextReview().isAfter(c.now())
                      || c.nextReview().isAfter(c.now().plus(REVIEW_MAX)),
                  () ->
                      Refusal.unprocessable(
                          "next-review-out-of-range",
                          "nextReview is after now and at most "
                              + REVIEW_MAX.toDays()
                              + " days ahead, "
                              + c.now().plus(REVIEW_MAX)
                              + " (R14)."))
              : Optional.empty();

  /** What the provider deletes sooner is not secured (R17). */
  static final CasePolicy contentIsKeptUntilLater =
      (_, command) ->
          command instanceof SecureContent c && c.until() != null
              ? when(
                  !c.until().isAfter(c.now()),
                  () ->
                      Refusal.unprocessable(
                          "date-in-the-past",
                          "until "
                              + c.until()
                              + " has passed, it is "
                              + c.now()
                              + "; leave it out where the content was obtained (R17)."))
              : Optional.empty();

  /** Nobody keys a case twice, and nobody two cases under one reference. */
  static final CasePolicy aLocalReferenceNamesOneReferral =
      (_, command) ->
          command instanceof RecordLocalReference c
              ? when(
                  c.taken() != null && !c.taken().equals(c.referral()),
                  () ->
                      Refusal.conflict(
                          "local-reference-taken",
                          "In "
                              + c.system()
                              + " this reference is that of referral "
                              + c.taken()
                              + " already."))
              : Optional.empty();

  private OversightPolicies() {}

  /** Who has it, or null where that is a post or unknown. */
  private static PersonId custodian(Opened state, ReviewCase command) {
    return switch (state) {
      case AtNca _ -> command.custodian();
      case Open at -> at.holder().person();
      case Concluded _ -> null;
    };
  }
}
