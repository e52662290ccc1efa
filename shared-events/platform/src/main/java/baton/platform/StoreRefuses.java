package baton.platform;

/** Nothing may be stored until someone has looked: the message says why and what to do. */
public final class StoreRefuses extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreRefuses(String sentence) {
    super(sentence);
  }
}
