package baton.bench;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code ./baton bench} runs. */
public final class Main {
  /** Held, because the logging system forgets the levels of loggers that nobody holds. */
  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  public static void main(String[] arguments) {
    ROOT.setLevel(Level.SEVERE);
    System.exit(BenchCommand.line().execute(arguments));
  }
}
