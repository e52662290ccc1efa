package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Map;

/**
 * The whole log was read again from its first event and compared with the board.
 *
 * @param asAt the moment swept up to, or null for now
 * @param events records read from the referrals topic
 * @param differences referrals on which board and log disagree
 */
@JsonTypeName("baton.replay-swept.v1")
@JsonPropertyOrder({"sweep", "asAt", "events", "referrals", "differences", "findings"})
public record ReplaySwept(
    String sweep,
    Instant asAt,
    long events,
    long referrals,
    int differences,
    Map<FindingKind, Integer> findings)
    implements OversightEvent {
  public ReplaySwept {
    requireNonNull(sweep);
    requireNonNull(findings);
  }
}
