package baton.local.commands;

import baton.contract.ReferralId;
import baton.local.Home;
import baton.local.Trouble;
import baton.parts.PartFailed;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The commands of {@code ./baton}. */
@Command(
    name = "baton",
    synopsisSubcommandLabel = "COMMAND",
    description = "You do not let go until the next hand has it.",
    footer = {
      "",
      "  bench sweep    measures how fast the log is read again, against ceiling and peers",
      "  test [--full]  runs all tests, as continuous integration does",
      "",
      "BATON_HOME (default .baton/ in the checkout) is where data, keys and logs live.",
      "BATON_PORT_BASE (default 8080) moves all ports."
    },
    subcommands = {
      UpCommand.class,
      StatusCommand.class,
      DownCommand.class,
      TokenCommand.class,
      SendCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RecoverCommand.class,
      ReplayCommand.class,
      StoryCommand.class,
      ExportCommand.class,
      VerifyCommand.class,
      ImportCommand.class,
      ForceCommand.class,
      DemoCommand.class
    })
public final class BatonCommand {
  private final Supplier<Home> home;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Tells how to use it.")
  private boolean help;

  private BatonCommand(Supplier<Home> home) {
    this.home = home;
  }

  /**
   * Makes the command line, which writes where its caller says and never ends the process.
   *
   * @param checkout folder with the built services
   */
  public static CommandLine line(Path checkout, Map<String, String> environment) {
    return new CommandLine(new BatonCommand(() -> Home.of(environment, checkout)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(ReferralId.class, BatonCommand::referral)
        .setExecutionExceptionHandler((trouble, line, _) -> tell(trouble, line))
        .setExecutionStrategy(BatonCommand::requireCommand);
  }

  private static int requireCommand(CommandLine.ParseResult parsed) {
    var bare = !parsed.hasSubcommand() && !CommandLine.printHelpIfRequested(parsed);
    if (bare) {
      var line = parsed.commandSpec().commandLine();
      line.usage(line.getErr());
      return CommandLine.ExitCode.USAGE;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /**
   * People get one line; only what nobody foresaw keeps its trace. A command whose exit code 1 is
   * an answer names another one for whatever keeps it from giving any.
   */
  private static int tell(Exception trouble, CommandLine line) throws Exception {
    switch (trouble) {
      case Trouble told -> line.getErr().println("baton: " + told.getMessage());
      case PartFailed failed -> line.getErr().println("baton: " + failed.getMessage());
      case IOException failed -> line.getErr().println("baton: " + plain(failed));
      default -> throw trouble;
    }
    int failed = line.getCommandSpec().exitCodeOnExecutionException();
    return trouble instanceof Trouble told ? Math.max(told.exitCode(), failed) : failed;
  }

  /** Most file system exceptions say only the file's name. */
  private static String plain(IOException failed) {
    return failed instanceof FileSystemException
        ? failed
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replace(" Exception", "")
            + ": "
            + failed.getMessage()
        : failed.getMessage();
  }

  private static ReferralId referral(String text) {
    try {
      return ReferralId.of(text);
    } catch (IllegalArgumentException notOne) {
      throw new TypeConversionException("'" + text + "': " + notOne.getMessage());
    }
  }

  Home home() {
    return home.get();
  }
}
