package baton.local.commands;

import baton.local.Trouble;
import baton.local.client.AuditClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    exitCodeOnExecutionException = 2,
    description = {
      "Reads the whole log again, from its first event into an empty ledger, says what nobody has"
          + " dealt with, and compares ledger and board.",
      "Ctrl-C cancels it."
    },
    footer = {
      "",
      "Exit code 0: board and log agree, or a past moment was told; 1: they differ; 2: wrong usage,"
          + " or it could not be done.",
      "",
      "  baton replay",
      "  baton replay --as-at 2012-07-03T12:00:00Z --force 46",
      "  baton replay --report sweep.json"
    })
final class ReplayCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;
  @Mixin private AuditAccess access;

  @Option(
      names = "--as-at",
      paramLabel = "TIME",
      description =
          "Up to a past moment, such as 2012-07-03T12:00:00Z, from a snapshot where the service"
              + " keeps one; nothing is compared then.")
  private Instant asAt;

  @Option(
      names = "--force",
      paramLabel = "CODE",
      description =
          "Tells the findings of what that force has, or what is for it, apart; such as 46.")
  private String force;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Writes the report there as JSON, with the first thousand differences; all are counted.")
  private Path report;

  @Option(names = "--json", description = "Prints the report as JSON instead of in words.")
  private boolean asJson;

  @Override
  public Integer call() throws IOException {
    requireFolder();
    try (var client = access.client(baton.home())) {
      JsonNode sweep = swept(client);
      if (report != null) JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), sweep);
      tell(sweep);
      requireDone(sweep);
      return sweep.path("differenceCount").asLong() > 0 ? 1 : 0;
    }
  }

  /** Before the log is read, which may take long. */
  private void requireFolder() {
    if (report == null) return;
    Path folder = report.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || Files.isDirectory(report))
      throw Trouble.unasked("--report " + report + " cannot be written; name a file in a folder");
  }

  private JsonNode swept(AuditClient client) {
    JsonNode asked = client.post("/sweeps", wanted());
    var path = "/sweeps/" + asked.path("sweepId").asText();
    var err = spec.commandLine().getErr();
    if (asked.has("memoryNeededBytes"))
      err.println("baton: the sweep takes " + SweepWords.memory(asked));
    var line = new ProgressLine(err);
    try (var _ = new OnInterrupt(() -> client.delete(path))) {
      client.follow(
          path,
          sweep ->
              line.show(
                  sweep.path("events").asLong(),
                  sweep.path("total").asLong(),
                  SweepWords.progress(sweep)));
      return client.get(path);
    } finally {
      line.end();
    }
  }

  private Object wanted() {
    var wanted = new TreeMap<String, String>();
    if (asAt != null) wanted.put("asAt", asAt.toString());
    if (force != null) wanted.put("force", force);
    return wanted;
  }

  private void tell(JsonNode sweep) throws IOException {
    var out = spec.commandLine().getOut();
    if (asJson) out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sweep));
    else if (sweep.path("state").asText().equals("done")) SweepWords.print(sweep, out);
    out.flush();
  }

  private static void requireDone(JsonNode sweep) {
    String state = sweep.path("state").asText();
    if (!state.equals("done"))
      throw Trouble.unasked(
          "the sweep is " + state + ": " + sweep.path("reason").asText("it was stopped"));
  }
}
