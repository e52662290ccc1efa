package baton.local.commands;

import baton.local.recovery.Recovery;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "recover",
    description = {
      "Says whether databases, log and keyring belong together, and mends what can be mended.",
      "Exit code 0: nothing to do, or all is done; 3: something would be done with --apply; 4:"
          + " something cannot be mended."
    })
final class RecoverCommand implements Callable<Integer> {
  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;

  @Option(names = "--apply", description = "Does what it otherwise only says, and starts Baton.")
  private boolean apply;

  @Override
  public Integer call() throws IOException {
    var line = spec.commandLine();
    var recovery =
        new Recovery(
            baton.home(),
            step -> line.getErr().println("baton: " + step),
            finding -> line.getOut().println(finding));
    return (apply ? recovery.apply() : recovery.look()).exitCode();
  }
}
