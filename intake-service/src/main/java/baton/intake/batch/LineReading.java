package baton.intake.batch;

import baton.intake.batch.Lines.Line;
import baton.intake.receipt.Incoming;
import baton.intake.receipt.UnacceptableReferral;
import baton.platform.Problems.Violation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;

/** One line of a package, read: a referral that can be taken, or a problem. */
sealed interface LineReading {

  record Good(int line, Incoming incoming) implements LineReading {}

  record Bad(LineProblem problem) implements LineReading {}

  static LineReading of(Line line, Instant now, int lineMax) {
    if (line.content() == null)
      return new Bad(
          LineProblem.of(
              line.number(), "too-large", "a line is at most " + lineMax + " bytes; this is more"));
    try {
      return new Good(line.number(), Incoming.read(line.content(), now));
    } catch (UnacceptableReferral e) {
      return new Bad(
          LineProblem.of(
              line.number(),
              e.violations().stream()
                  .map(v -> new Violation(v.pointer(), v.code(), v.detail()))
                  .toList()));
    } catch (JsonProcessingException e) {
      return new Bad(
          LineProblem.of(
              line.number(), "malformed-json", "the line is not one readable JSON object"));
    }
  }
}
