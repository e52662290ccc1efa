package baton.proof;

import java.util.List;

/** What a verification came to. */
public sealed interface Verdict {

  /**
   * Every event is the one that the log had in this place.
   *
   * @param slice what the export is said to be of
   * @param events how many
   * @param cosigners names of the witnesses who stand by every checkpoint that was used
   * @param unproven what follows from none of this, a sentence each
   */
  record Holds(Slice slice, long events, List<String> cosigners, List<String> unproven)
      implements Verdict {
    public Holds {
      cosigners = List.copyOf(cosigners);
      unproven = List.copyOf(unproven);
    }
  }

  /** It is not what the log says. */
  record Fails(Fault fault) implements Verdict {}
}
