package baton.local.commands;

import baton.local.LocalBaton;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "down", description = "Stops everything; the data stays.")
final class DownCommand implements Callable<Integer> {
  @ParentCommand private BatonCommand baton;

  @Option(names = "--wipe", description = "Also removes data, keys and logs.")
  private boolean wipe;

  @Override
  public Integer call() throws IOException {
    var home = baton.home();
    new LocalBaton(home, _ -> {}).down();
    if (wipe) {
      home.wipe();
    }
    return 0;
  }
}
