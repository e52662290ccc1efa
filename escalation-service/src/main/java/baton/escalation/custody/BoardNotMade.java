package baton.escalation.custody;

/** The board as at a moment is not there yet: whoever asks again gets it. */
final class BoardNotMade extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param why half a sentence
   */
  BoardNotMade(String why) {
    // An overload is no defect: nothing to trace.
    super(why, null, false, false);
  }
}
