package baton.bench;

import baton.bench.sweep.SweepCommand;
import baton.parts.PartFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The measurements; each is a command of its own. */
@Command(
    name = "baton bench",
    synopsisSubcommandLabel = "MEASUREMENT",
    description = "Measures Baton against ceilings and peers, as ratios taken in one run.",
    subcommands = SweepCommand.class)
public final class BenchCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Tells how to use it.")
  private boolean help;

  private BenchCommand() {}

  /** Makes the command line, which never ends the process. */
  public static CommandLine line() {
    return new CommandLine(new BenchCommand())
        .setExecutionExceptionHandler((trouble, line, _) -> tell(trouble, line))
        .setExecutionStrategy(BenchCommand::requireMeasurement);
  }

  private static int requireMeasurement(CommandLine.ParseResult parsed) {
    var bare = !parsed.hasSubcommand() && !CommandLine.printHelpIfRequested(parsed);
    if (bare) {
      var line = parsed.commandSpec().commandLine();
      line.usage(line.getErr());
      return CommandLine.ExitCode.USAGE;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** People get one line; only what nobody foresaw keeps its trace. */
  private static int tell(Exception trouble, CommandLine line) throws Exception {
    switch (trouble) {
      case Unusable told -> line.getErr().println("baton: " + told.getMessage());
      case PartFailed failed -> line.getErr().println("baton: " + failed.getMessage());
      default -> throw trouble;
    }
    return trouble instanceof Unusable ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }
}
