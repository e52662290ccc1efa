package baton.local.commands;

import baton.contract.Force;
import baton.contract.feed.FeedTopic;
import baton.parts.access.LogUsers;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    description = "Prints the forces that are let in, one a line: code, user, topics, name.")
final class ForceListCommand implements Callable<Integer> {
  @ParentCommand private ForceCommand forces;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    return forces.work(
        (brokers, access) -> {
          var out = spec.commandLine().getOut();
          for (Force force : access.forces())
            out.printf(
                "%s\t%s\t%s\t%s\t%s%n",
                force.code(),
                LogUsers.nameOf(force.code()),
                FeedTopic.DISSEMINATIONS.of(force.code()),
                FeedTopic.COMMANDS.of(force.code()),
                force.name());
          out.flush();
          return 0;
        });
  }
}
