package baton.local.commands;

import baton.local.CopyMark;
import baton.local.Home;
import baton.local.LocalBaton;
import baton.local.Trouble;
import baton.local.client.AuditClient;
import baton.local.copies.LogImport;
import baton.local.copies.LogImport.Verified;
import baton.proof.Verdict;
import baton.proof.Verifier;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    description = {
      "Puts an export of a whole log into an empty Baton, which from then on is read-only and says"
          + " so with every answer: board, as-at, sweep, story, export and verify work on it.",
      "The export is verified first. What was sealed stays sealed: no key comes with it."
    },
    footer = {
      "",
      "Exit code 0: imported, and the board is read; 1: the export does not verify, or this Baton"
          + " is not empty; 2: wrong usage, or a file that cannot be read. An import that was"
          + " broken off is repeated with the same command.",
      "",
      "  BATON_HOME=~/copy BATON_PORT_BASE=9080 baton import log.ndjson --key baton.pub",
      "  BATON_HOME=~/copy BATON_PORT_BASE=9080 baton replay"
    })
final class ImportCommand implements Callable<Integer> {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;
  @Mixin private ProvedExport export;

  @Option(names = "--json", description = "Prints what was imported as JSON.")
  private boolean asJson;

  @Override
  public Integer call() throws IOException {
    Home home = baton.home();
    var err = spec.commandLine().getErr();
    var line = new ProgressLine(err);
    var imports =
        new LogImport(home, export.export().getFileName().toString(), step -> tell(step, line));
    imports.requireEmpty();
    try {
      Verdict verdict = verified(home, line);
      if (!(verdict instanceof Verdict.Holds holds)) {
        print(verdict);
        return 1;
      }
      var manifest = export.manifest().orElseThrow();
      CopyMark mark =
          imports.run(
              new Verified(holds, manifest.round(), manifest.trees()),
              taker ->
                  export.verify(home, done -> show("imported", done, holds.events(), line), taker));
      var copy = new LocalBaton(home, step -> tell(step, line));
      copy.up(null, null, null);
      awaitBoard(home, line);
      tell(mark, holds);
      return 0;
    } finally {
      line.end();
    }
  }

  private Verdict verified(Home home, ProgressLine line) throws IOException {
    return export.verify(home, done -> show("verified", done, 0, line), Verifier.Taker.NOBODY);
  }

  private void tell(String step, ProgressLine line) {
    line.end();
    spec.commandLine().getErr().println("baton: " + step);
  }

  private static void show(String done, long events, long total, ProgressLine line) {
    if (events % VerifyCommand.TOLD_EVERY == 0)
      line.show(events, total, "%,d events %s".formatted(events, done));
  }

  /** What is asked then is answered from all of it. */
  private static void awaitBoard(Home home, ProgressLine line) throws IOException {
    try (AuditClient client = AuditAccess.own(home)) {
      JsonNode progress = client.get("/progress");
      while (!progress.path("idle").asBoolean()) {
        line.show(
            progress.path("read").asLong(),
            progress.path("end").asLong(),
            "%,d events on the board".formatted(progress.path("read").asLong()));
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        if (Thread.currentThread().isInterrupted()) throw Trouble.unasked("interrupted");
        progress = client.get("/progress");
      }
    }
  }

  private void print(Verdict verdict) throws IOException {
    var out = spec.commandLine().getOut();
    if (asJson)
      out.println(
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(VerdictWords.json(verdict)));
    else VerdictWords.print(verdict, out);
    out.flush();
  }

  private void tell(CopyMark mark, Verdict.Holds holds) throws IOException {
    var out = spec.commandLine().getOut();
    if (asJson) {
      var json = VerdictWords.json(holds);
      json.put("imported", true);
      json.put("readOnly", mark.of());
      json.put("round", mark.round());
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
    } else {
      VerdictWords.print(holds, out);
      out.println("This Baton is up and read-only: " + mark.of() + ".");
      out.println("Ask it:  ./baton replay, story, export; docs/auditing.md has more");
    }
    out.flush();
  }
}
