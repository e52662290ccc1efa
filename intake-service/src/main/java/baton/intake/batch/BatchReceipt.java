package baton.intake.batch;

import baton.contract.BatchId;
import baton.intake.batch.model.Counts;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sender gets for a package.
 *
 * @param problems one for each rejected line, the first {@value #PROBLEMS_MAX}
 */
public record BatchReceipt(
    BatchId batchId, @JsonUnwrapped Counts counts, List<LineProblem> problems) {

  static final int PROBLEMS_MAX = 1_000;

  /** While the package is being read. */
  static final class Tally {
    private Counts counts = Counts.NONE;
    private final List<LineProblem> problems = new ArrayList<>();

    void rejected(LineProblem problem) {
      counts = counts.plusRejected();
      if (problems.size() < PROBLEMS_MAX) problems.add(problem);
    }

    void add(Counts more) {
      counts = counts.plus(more);
    }

    Counts counts() {
      return counts;
    }

    BatchReceipt receipt(BatchId batch) {
      problems.sort((a, b) -> Integer.compare(a.line(), b.line()));
      return new BatchReceipt(batch, counts, List.copyOf(problems));
    }
  }
}
