package baton.local.commands;

import baton.local.ClockMode;
import baton.local.CopyMark;
import baton.local.Home;
import baton.local.LocalBaton;
import baton.local.Trouble;
import baton.local.client.Answer.UnexpectedAnswer;
import baton.local.client.BatonClient;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.SteppedTime;
import baton.local.client.Who;
import baton.local.demo.Demo;
import baton.local.demo.Report;
import baton.local.demo.Stage;
import baton.parts.Ports;
import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "demo", description = "Operation Spade, an outage and one referral, in three acts.")
final class DemoCommand implements Callable<Integer> {
  private static final int PORT_BASE = 18_080;

  @ParentCommand private BatonCommand baton;

  @Option(names = "--exit", description = "Stops everything at the end.")
  private boolean exit;

  @Option(names = "--report", paramLabel = "FILE", description = "Writes what was found as JSON.")
  private Path report;

  @Override
  public Integer call() throws IOException, TimeoutException {
    CopyMark.requireNone(baton.home());
    Home home = home(baton.home());
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        "Baton's demonstration: three acts, about nine minutes on two cores. All data is"
            + " synthetic.");
    var local = new LocalBaton(home, step -> out.println("  " + step));
    local.down();
    home.wipe();
    try {
      local.up(ClockMode.STEPPED, Demo.OPENING, null);
      var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      Report found = new Demo(stage(local, new ObjectMapper(), out)).play();
      if (report != null) json.writeValue(report.toFile(), found);
      out.println();
      out.println(exit ? "All processes are being stopped." : stillRunning(home));
      return 0;
    } catch (UnexpectedAnswer | UncheckedIOException e) {
      throw new Trouble(e.getMessage() + "; the logs are in " + home.logs(), e);
    } finally {
      if (exit) local.down();
    }
  }

  /** A home of its own inside that of the installation, and ports that are free. */
  private static Home home(Home installation) {
    boolean given = System.getenv("BATON_PORT_BASE") != null;
    return installation.at(
        installation.folder().resolve("demo"),
        given ? installation.portBase() : Ports.freeBase(PORT_BASE, Home.PORTS));
  }

  private static Stage stage(LocalBaton local, ObjectMapper json, PrintStream out)
      throws IOException {
    var tokens = TokenIssuer.in(local.home().keys());
    Function<Who, String> mint =
        who ->
            tokens.sign(
                new Bearer(who.role(), who.organisation(), who.person()), TokenCommand.LIFETIME);
    var client = new BatonClient(local.home().portBase(), json, mint);
    return new Stage(
        client,
        new Staff(client),
        new SteppedTime(client, Demo.OPENING),
        new Processes(local),
        json,
        out);
  }

  private static String stillRunning(Home home) {
    return "Baton is still running, with its clock standing still: http://localhost:%d (escalation-service).%nStop it:  BATON_HOME=%s BATON_PORT_BASE=%d ./baton down"
        .formatted(home.port(ServiceName.ESCALATION), home.folder(), home.portBase());
  }

  /** The real processes of the installation. */
  private record Processes(LocalBaton local) implements Stage.Processes {
    @Override
    public long kill(ServiceName service) {
      try {
        ProcessHandle process = local.process(service);
        process.destroyForcibly();
        process.onExit().join();
        return process.pid();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void start(ServiceName service) {
      try {
        local.start(service);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
