package baton.simulation;

import baton.contract.ReferralEvent;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.ForceNoted;
import baton.contract.intake.ReferralReceived;
import baton.contract.risk.AcceptanceNoted;
import baton.contract.risk.AssessmentOpened;
import baton.contract.risk.ForceDetermined;
import java.util.Map;

/** How the services answer one another: an event in, at most one event out. */
final class Reactions {
  private Reactions() {}

  /** By the stream to which it is appended. */
  static Map<String, ReferralEvent> of(String service, ReferralEvent event) {
    String referral = event.referral().toString();
    return switch (service) {
      case "risk" ->
          switch (event) {
            case ReferralReceived e ->
                Map.of("assessment-" + referral, new AssessmentOpened(e.referral()));
            case DisseminationAccepted e ->
                Map.of(
                    "assessment-" + referral,
                    new AcceptanceNoted(e.referral(), e.number(), e.force()));
            default -> Map.of();
          };
      case "allocation" ->
          switch (event) {
            case ReferralReceived e -> Map.of("case-" + referral, new CaseOpened(e.referral()));
            case ForceDetermined e ->
                Map.of("case-" + referral, new ForceNoted(e.referral(), e.force()));
            default -> Map.of();
          };
      default -> Map.of();
    };
  }
}
