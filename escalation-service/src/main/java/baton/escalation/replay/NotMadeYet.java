package baton.escalation.replay;

/** What takes long to make is not there yet: whoever asks again gets it. */
public final class NotMadeYet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code last segment of the problem's type
   * @param what is not there, as a sentence begins
   * @param why half a sentence
   */
  NotMadeYet(String code, String what, String why) {
    // An overload is no defect: nothing to trace.
    super(what + " is not there yet: " + why, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
