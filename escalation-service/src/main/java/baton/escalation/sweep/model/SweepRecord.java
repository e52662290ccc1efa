package baton.escalation.sweep.model;

import baton.contract.escalation.FindingKind;
import baton.contract.escalation.ReplaySwept;
import baton.decision.Command;
import baton.decision.Decision;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a sweep leaves on the register: one line, once it has ended. */
public final class SweepRecord {
  private SweepRecord() {}

  /** Put on record what the sweep read and found. */
  public record RecordSweep(
      String sweep,
      Instant asAt,
      long events,
      long referrals,
      int differences,
      Map<FindingKind, Integer> findings)
      implements Command {
    public RecordSweep {
      findings = Collections.unmodifiableMap(new TreeMap<>(findings));
    }

    @Override
    public String stream() {
      return SweepRecord.stream(sweep);
    }
  }

  public static String stream(String sweep) {
    return "sweep-" + sweep;
  }

  public static Decision decide(RecordSweep command, boolean alreadyRecorded) {
    if (alreadyRecorded) return Decision.nothingToDo();
    return Decision.accept(
        new ReplaySwept(
            command.sweep(),
            command.asAt(),
            command.events(),
            command.referrals(),
            command.differences(),
            command.findings()));
  }
}
