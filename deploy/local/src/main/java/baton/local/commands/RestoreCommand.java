package baton.local.commands;

import baton.local.recovery.Restore;
import baton.local.recovery.Restore.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "restore",
    description = "Puts a backup in place of what is there, which is moved aside.")
final class RestoreCommand implements Callable<Integer> {
  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "A backup.")
  private Path folder;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "store|log|keyring",
      description = "Only these; without it all that the backup holds.")
  private Set<Part> only;

  @Override
  public Integer call() throws IOException {
    var err = spec.commandLine().getErr();
    var parts = only == null ? EnumSet.allOf(Part.class) : EnumSet.copyOf(only);
    new Restore(baton.home(), folder, step -> err.println("baton: " + step)).of(parts);
    spec.commandLine().getOut().println("Restored. Before it is started: ./baton recover");
    return 0;
  }
}
