package baton.local;

import baton.local.commands.BatonCommand;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the script {@code baton} runs. */
public final class Main {
  /** Held, because the logging system forgets the levels of loggers that nobody holds. */
  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  public static void main(String[] arguments) {
    ROOT.setLevel(Level.SEVERE);
    var checkout = Path.of(System.getProperty("baton.checkout", "")).toAbsolutePath();
    System.exit(BatonCommand.line(checkout, System.getenv()).execute(arguments));
  }
}
