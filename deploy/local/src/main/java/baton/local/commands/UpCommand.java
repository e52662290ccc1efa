package baton.local.commands;

import baton.local.ClockMode;
import baton.local.CopyMark;
import baton.local.LocalBaton;
import baton.local.Trouble;
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

  @Option(
      names = "--instances",
      paramLabel = "N",
      description = "Of each service, to share its work; without it, as many as last time.")
  private int instances;

  @Option(
      names = "--brokers",
      paramLabel = "1|3",
      description =
          "Fixed at the first start. Of three, two must have a record before it is acknowledged.")
  private int brokers;

  @Override
  public Integer call() throws IOException {
    if (roster != null && !Files.isReadable(roster)) {
      throw new Trouble("the roster " + roster + " cannot be read");
    }
    var home = baton.home();
    var err = spec.commandLine().getErr();
    var baton = new LocalBaton(home, step -> err.println("baton: " + step));
    baton.up(new LocalBaton.Wanted(clock, null, roster, instances, brokers));
    tell(baton, spec.commandLine().getOut());
    return 0;
  }

  private static void tell(LocalBaton baton, PrintWriter out) throws IOException {
    var home = baton.home();
    var copy = CopyMark.of(home);
    out.println(
        copy.map(mark -> "Baton is up, READ-ONLY: " + mark.of() + ".").orElse("Baton is up."));
    for (var each : baton.instances()) {
      out.printf("  %-12s http://localhost:%d%n", each.slug(), home.port(each));
    }
    out.printf("  %-12s localhost:%d%n", "PostgreSQL", home.postgresPort());
    out.printf("  %-12s %s%n", "Kafka", baton.brokers().bootstrap());
    out.println("Data, keys and logs: " + home.folder());
    out.println(
        copy.isPresent()
            ? "A token:  ./baton token --role auditor --organisation hmicfrs --person p-auditor"
            : "A token:  ./baton token --role agency --organisation toronto-police");
    out.println("Stop:     ./baton down");
    out.flush();
  }
}
