package baton.intake.progress.model;

import static baton.decision.Decision.accept;

import baton.contract.intake.ProgressReported;
import baton.contract.intake.ProgressRequested;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.intake.progress.model.ProgressCommand.ReportProgress;
import baton.intake.progress.model.ProgressCommand.RequestProgress;
import baton.intake.receipt.model.Referral;
import baton.intake.receipt.model.Referral.Received;

/** Each question and each answer is one event, however alike (R36). */
public final class ProgressDecider {
  private ProgressDecider() {}

  public static Decision decide(ProgressCommand command, Referral state) {
    if (!(state instanceof Received referral))
      return Decision.refuse(
          Refusal.notReadYet("not-received", "this referral was never received"));
    return ProgressPolicy.all().stream()
        .flatMap(rule -> rule.refusal(referral, command).stream())
        .findFirst()
        .map(Decision::refuse)
        .orElseGet(() -> said(command, referral));
  }

  private static Decision said(ProgressCommand command, Received referral) {
    return switch (command) {
      case RequestProgress c ->
          accept(
              new ProgressRequested(
                  c.referral(), referral.requests() + 1, c.organisation(), c.text()));
      case ReportProgress c ->
          accept(
              new ProgressReported(c.referral(), c.request(), c.organisation(), c.by(), c.text()));
    };
  }
}
