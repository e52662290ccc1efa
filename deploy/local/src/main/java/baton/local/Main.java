package baton.local;

import baton.local.commands.BatonCommand;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** What the script {@code baton} runs. */
public final class Main {
  /** Held, because the logging system forgets the levels of loggers that nobody holds. */
  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  public static void main(String[] arguments) {
    ROOT.setLevel(Level.SEVERE);
    var checkout = Path.of(System.getProperty("baton.checkout", "")).toAbsolutePath();
    System.exit(exitCode(checkout, arguments));
  }

  /** The machine's own failures (no memory, a class that is not there) are no command's answer. */
  private static int exitCode(Path checkout, String... arguments) {
    try {
      return BatonCommand.line(checkout, System.getenv()).execute(arguments);
    } catch (Error broken) {
      System.err.println("baton: Java itself failed (" + broken + "); nothing was answered");
      return CommandLine.ExitCode.USAGE;
    }
  }
}
