package baton.proof;

import java.util.List;

/** What an export cannot show, in sentences. */
final class Unproven {
  private Unproven() {}

  static void of(Slice slice, boolean streamsGivenUp, List<String> unproven) {
    if (slice.whole()) {
      unproven.add(
          "that the log has no partitions but these: only a trusted checkpoint of another one shows"
              + " that it was left out");
      return;
    }
    unproven.add(
        "that this is all of "
            + slice
            + ": a slice proves each event in it and that no number is missing within a stream; that"
            + " whole streams, or their last events, were left out can only the whole log show");
    if (slice.force() != null)
      unproven.add("which referrals concerned force " + slice.force() + ": Baton chose them");
    if (!slice.wholeStreams())
      unproven.add("what stands in the same streams outside the span of time");
    if (streamsGivenUp)
      unproven.add("that no number is missing in every stream: there were too many to remember");
  }
}
