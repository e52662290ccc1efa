package baton.intake.batch;

import baton.intake.receipt.Incoming;
import baton.intake.receipt.OwnReferral;
import baton.intake.receipt.UnacceptableReferral;
import baton.intake.receipt.model.Origin;
import baton.platform.Problems.Violation;
import baton.platform.limits.Lines.Line;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;

/** One line of a package, read: a referral that can be taken, or a problem. */
sealed interface LineReading {

  /**
   * @param origin who has it if it is new, where the organisation brings it in itself; else null
   */
  record Good(int line, Incoming incoming, Origin origin) implements LineReading {}

  record Bad(LineProblem problem) implements LineReading {}

  /** What the lines of one kind of package say. */
  @FunctionalInterface
  interface Form {
    /**
     * @throws JsonProcessingException if it is not one JSON object
     * @throws UnacceptableReferral with everything that is wrong in it
     */
    OwnReferral read(byte[] line, Instant now) throws JsonProcessingException;
  }

  static LineReading of(Line line, Form form, Instant now, int lineMax) {
    if (line.content() == null)
      return new Bad(
          LineProblem.of(
              line.number(), "too-large", "a line is at most " + lineMax + " bytes; this is more"));
    try {
      OwnReferral read = form.read(line.content(), now);
      return new Good(line.number(), read.incoming(), read.origin());
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
