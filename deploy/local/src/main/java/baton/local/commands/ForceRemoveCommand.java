package baton.local.commands;

import baton.parts.access.LogUsers;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "remove",
    description = {
      "Takes a force's user and all that it may do away, at once, also where it is in.",
      "Its topics stay, and so does its feed over HTTP."
    },
    footer = {
      "",
      "Exit code 0: the force comes in no more; 1: it could not be done; 2: wrong usage.",
      "",
      "  baton force remove 46",
      "  baton force remove 46 --topics"
    })
final class ForceRemoveCommand implements Callable<Integer> {
  @ParentCommand private ForceCommand forces;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FORCE", description = "Its code, such as 46 for Kent.")
  private String given;

  @Option(names = "--topics", description = "Removes its topics too, with what lies on them.")
  private boolean topics;

  @Override
  public Integer call() throws IOException {
    var force = ForceCommand.force(given);
    return forces.change(
        (brokers, access) -> {
          var there = access.remove(force);
          if (topics) access.removeTopics(force);
          spec.commandLine()
              .getErr()
              .println(
                  "baton: "
                      + LogUsers.nameOf(force.code())
                      + (there ? " comes in no more" : " was not let in"));
          return 0;
        });
  }
}
