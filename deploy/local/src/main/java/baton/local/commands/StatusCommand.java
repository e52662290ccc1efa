package baton.local.commands;

import baton.local.CopyMark;
import baton.local.LocalBaton;
import baton.local.Status;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "status",
    description = "Says what runs; exit code 0 when all of it is ready, otherwise 1.")
final class StatusCommand implements Callable<Integer> {
  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    var all = new LocalBaton(baton.home(), _ -> {}).status();
    CopyMark.of(baton.home())
        .ifPresent(
            copy ->
                out.println(
                    copy.whole()
                        ? "READ-ONLY: " + copy.of()
                        : "an import was broken off; repeat it: baton import FILE --key KEY"));
    for (var each : all) {
      var pid = each.pid() == 0 ? "" : "  pid " + each.pid();
      out.printf("%-20s port %-5d  %s%s%n", each.name(), each.port(), each.state(), pid);
    }
    return all.stream().allMatch(each -> each.state() == Status.State.READY) ? 0 : 1;
  }
}
