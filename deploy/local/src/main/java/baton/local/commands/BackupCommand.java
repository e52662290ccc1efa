package baton.local.commands;

import baton.local.recovery.Backup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "backup", description = "Copies databases, log and keyring while everything runs.")
final class BackupCommand implements Callable<Integer> {
  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "A new folder for the backup.")
  private Path folder;

  @Option(
      names = "--without-keyring",
      description = "Leaves keys and key-encryption key out: back them up apart.")
  private boolean withoutKeyring;

  @Override
  public Integer call() throws IOException {
    var err = spec.commandLine().getErr();
    new Backup(baton.home(), step -> err.println("baton: " + step))
        .into(folder.toAbsolutePath(), !withoutKeyring);
    spec.commandLine().getOut().println("Backed up to " + folder.toAbsolutePath());
    return 0;
  }
}
