package baton.escalation.sweep;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.escalation.sweep.model.Difference;
import baton.escalation.system.SystemFindings;
import baton.escalation.system.SystemKind;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Raises what a sweep found to differ on the board, with the events that prove it; a sweep that
 * finds it no more resolves it.
 */
@ApplicationScoped
class BoardDiffers {
  /** More of them are one finding: they have one cause. */
  private static final int EACH_MAX = 20;

  /** What a finding is about that names many referrals. */
  private static final String MANY = "board";

  private final Transactions transactions;
  private final BusinessClock clock;

  BoardDiffers(Transactions transactions, BusinessClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Found(EventId by, String detail) {}

  void keep(SweepRun run) {
    Map<String, Found> found = found(run);
    Instant now = clock.instant();
    transactions.inTransaction(
        () -> {
          var findings = SystemFindings.on(transactions.connection());
          found.forEach(
              (about, each) ->
                  findings.foundAgain(
                      SystemKind.BOARD_DIFFERS, about, each.by(), now, each.detail()));
          for (var known : findings.list(SystemKind.BOARD_DIFFERS))
            if (known.endedAt() == null
                && !found.containsKey(known.about())
                && compared(known.about(), run.waiting()))
              findings.ended(SystemKind.BOARD_DIFFERS, known.about(), known.foundBy(), now);
          return found.size();
        });
  }

  /** What waits was not looked at, and may differ still. */
  private static boolean compared(String about, Set<ReferralId> waiting) {
    return about.equals(MANY)
        ? waiting.isEmpty()
        : waiting.stream().noneMatch(each -> each.toString().equals(about));
  }

  private static Map<String, Found> found(SweepRun run) {
    var found = new HashMap<String, Found>();
    int count = run.differenceCount();
    if (count > EACH_MAX) {
      Difference first = run.differences().getFirst();
      found.put(
          MANY,
          new Found(
              by(first),
              count + " referrals differ from the log, the first of them: " + words(first)));
      return found;
    }
    for (Difference each : run.differences())
      found.put(each.referralId().toString(), new Found(by(each), words(each)));
    return found;
  }

  /** The first event that proves it; where the log tells nothing of it there is none. */
  private static EventId by(Difference difference) {
    return difference.events().isEmpty()
        ? new EventId(difference.referralId().value())
        : difference.events().getFirst().event();
  }

  private static String words(Difference difference) {
    String proof =
        difference.events().stream()
            .map(
                each ->
                    "%s %s at %d@%d"
                        .formatted(each.type(), each.event(), each.partition(), each.offset()))
            .collect(Collectors.joining(", "));
    return "referral %s: board \"%s\", log \"%s\"%s"
        .formatted(
            difference.referralId(),
            difference.board(),
            difference.log(),
            proof.isEmpty() ? "" : "; see " + proof);
  }
}
