package baton.local.commands;

import baton.contract.Force;
import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.local.Brokers;
import baton.local.Home;
import baton.local.HomeLock;
import baton.local.LocalBaton;
import baton.local.Trouble;
import baton.parts.access.ForceAccess;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "force",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Lets a force's record system read its own feed from Kafka, and send its commands.",
    footer = {
      "",
      "  baton force add 46 --out kent.properties",
      "  baton force list",
      "  baton force remove 46"
    },
    subcommands = {ForceAddCommand.class, ForceListCommand.class, ForceRemoveCommand.class})
final class ForceCommand {
  @ParentCommand private BatonCommand baton;

  /** What a command does at a broker that runs. */
  interface Work {
    int at(Brokers brokers, ForceAccess access) throws IOException;
  }

  Home home() {
    return baton.home();
  }

  /** One at a time: two that make a password for the same force would each hand one over. */
  int change(Work work) throws IOException {
    try (var _ = HomeLock.take(baton.home())) {
      return work(work);
    }
  }

  int work(Work work) throws IOException {
    var brokers = new LocalBaton(baton.home(), step -> {}).brokers();
    if (!brokers.allRun()) throw new Trouble("Kafka does not run; start all with: baton up");
    try (var admin = Admin.create(brokers.operator())) {
      return work.at(brokers, new ForceAccess(admin));
    }
  }

  /**
   * @param given a code, or the name that somebody wrote where the code belongs
   */
  static Force force(String given) {
    return byCode(given)
        .or(() -> Forces.byName(given))
        .orElseThrow(
            () ->
                new Trouble(
                    "'%s' is not a force; name one by its code, such as 46 for Kent"
                        .formatted(given)));
  }

  private static Optional<Force> byCode(String given) {
    try {
      return Forces.byCode(OrganisationCode.of(given));
    } catch (IllegalArgumentException noCode) {
      return Optional.empty();
    }
  }
}
