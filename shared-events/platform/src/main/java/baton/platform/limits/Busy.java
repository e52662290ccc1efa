package baton.platform.limits;

/** There is no room just now, through no fault of the caller's. */
public final class Busy extends RuntimeException {

  private static final long serialVersionUID = 1L;
  static final int RETRY_AFTER_SECONDS = 10;

  /**
   * @param why half a sentence
   */
  public Busy(String why) {
    super(why);
  }
}
