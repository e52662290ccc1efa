package baton.local.commands;

import baton.local.ClockMode;
import baton.local.Home;
import baton.local.LocalBaton;
import baton.local.Trouble;
import baton.local.client.ServiceName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    description = "Starts PostgreSQL, Kafka and the four services, or whatever of them has died.")
final class UpCommand implements Callable<Integer> {
  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;

  @Option(
      names = "--clock",
      paramLabel = "system|stepped",
      description = "What the services take for the time; stepped: PUT /clock moves it.")
  private ClockMode clock;

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      defaultValue = "${env:BATON_ROSTER}",
      description = "Teams and officers to load at start (JSON); default: $BATON_ROSTER.")
  private Path roster;

  @Override
  public Integer call() throws IOException {
    if (roster != null && !Files.isReadable(roster)) {
      throw new Trouble("the roster " + roster + " cannot be read");
    }
    var home = baton.home();
    var err = spec.commandLine().getErr();
    new LocalBaton(home, step -> err.println("baton: " + step)).up(clock, null, roster);
    tell(home, spec.commandLine().getOut());
    return 0;
  }

  private static void tell(Home home, PrintWriter out) {
    out.println("Baton is up.");
    for (var service : ServiceName.values()) {
      out.printf("  %-11s http://localhost:%d%n", service.slug(), home.port(service));
    }
    out.printf("  %-11s localhost:%d%n", "PostgreSQL", home.postgresPort());
    out.printf("  %-11s localhost:%d%n", "Kafka", home.kafkaPort());
    out.println("Data, keys and logs: " + home.folder());
    out.println("A token:  ./baton token --role agency --organisation toronto-police");
    out.println("Stop:     ./baton down");
    out.flush();
  }
}
