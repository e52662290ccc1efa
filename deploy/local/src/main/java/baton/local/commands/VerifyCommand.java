package baton.local.commands;

import baton.local.Trouble;
import baton.proof.Checkpoint;
import baton.proof.Fault;
import baton.proof.SignedNote;
import baton.proof.Trust;
import baton.proof.Verdict;
import baton.proof.Verifier;
import baton.proof.VerifierKey;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    description = {
      "Checks an export against the log that Baton signed, or names the first event that is missing,"
          + " changed, added or moved. Works offline: Baton need not run, nor be trusted."
    },
    footer = {
      "",
      "Exit code 0: verified; 1: not; 2: wrong usage, or a file that cannot be read.",
      "",
      "  baton verify export.ndjson --checkpoint checkpoints.txt",
      "  baton verify export.ndjson --checkpoint checkpoints.txt --key baton.pub --witness w.pub",
      "",
      "docs/verifying.md describes the files, so that others can write a verifier of their own."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOLD_EVERY = 10_000;

  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The export.")
  private Path export;

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = "Its proof; default: the export's name with .proof behind it.")
  private Path proof;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "Checkpoints that did not come with the export: kept from earlier, or got from a witness."
            + " Without any, the verdict says what it is worth."
      })
  private List<Path> checkpoints = List.of();

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = {
        "The log's public key (name+hash+base64), or a file that has it; default: this"
            + " installation's."
      })
  private String key;

  @Option(
      names = "--witness",
      paramLabel = "KEY",
      description = "A witness's public key, or a file that has it; may be given again.")
  private List<String> witnesses = List.of();

  @Option(names = "--json", description = "Prints the verdict as JSON.")
  private boolean asJson;

  @Override
  public Integer call() throws IOException {
    Path proofFile = proof != null ? proof : Path.of(export + ".proof");
    var trust = new Trust(logKey(), witnesses.stream().map(VerifyCommand::key).toList(), notes());
    var line = new ProgressLine(spec.commandLine().getErr());
    Verdict verdict;
    try (var events = open(export);
        var proofs = open(proofFile)) {
      verdict = new Verifier(trust).verify(events, proofs, checked -> tell(checked, line));
    } finally {
      line.end();
    }
    print(verdict);
    return verdict instanceof Verdict.Holds ? 0 : 1;
  }

  private VerifierKey logKey() {
    if (key != null) return key(key);
    Path own = baton.home().keys().resolve("checkpoint.pub");
    if (!Files.isReadable(own))
      throw Trouble.unasked("this installation has no key of a log; name it with --key");
    return key(own.toString());
  }

  private static VerifierKey key(String textOrFile) {
    try {
      boolean isKey = textOrFile.contains("+") && !Files.exists(Path.of(textOrFile));
      return VerifierKey.parse(isKey ? textOrFile : text(Path.of(textOrFile)));
    } catch (IllegalArgumentException e) {
      throw Trouble.unasked(textOrFile + " is no public key: " + e.getMessage(), e);
    }
  }

  private List<SignedNote> notes() {
    var notes = new ArrayList<SignedNote>();
    for (Path file : checkpoints) {
      try {
        notes.addAll(Checkpoint.notes(text(file)));
      } catch (IllegalArgumentException e) {
        throw Trouble.unasked(file + " is no file of checkpoints: " + e.getMessage(), e);
      }
    }
    return notes;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw Trouble.unasked(file + " cannot be read; name a text file that exists", e);
    }
  }

  private static InputStream open(Path file) {
    try {
      return new BufferedInputStream(Files.newInputStream(file));
    } catch (IOException e) {
      throw Trouble.unasked(file + " cannot be read; export again, or name it with --proof", e);
    }
  }

  private static void tell(long checked, ProgressLine line) {
    if (checked % TOLD_EVERY == 0) line.show(checked, 0, "%,d events checked".formatted(checked));
  }

  private void print(Verdict verdict) throws IOException {
    var out = spec.commandLine().getOut();
    if (asJson)
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(verdict)));
    else
      switch (verdict) {
        case Verdict.Holds holds -> print(holds, out);
        case Verdict.Fails fails -> print(fails.fault(), out);
      }
    out.flush();
  }

  private static void print(Verdict.Holds holds, PrintWriter out) {
    out.printf("Verified: %,d events, %s.%n", holds.events(), holds.slice());
    if (!holds.cosigners().isEmpty())
      out.println("Witnesses who stand by it: " + String.join(", ", holds.cosigners()) + ".");
    if (holds.unproven().isEmpty()) return;
    out.println("This does not prove:");
    holds.unproven().forEach(each -> out.println("  - " + each));
  }

  private static void print(Fault fault, PrintWriter out) {
    out.println("NOT verified (" + fault.kind() + "): " + fault.sentence());
    if (fault.topicId() != null)
      out.printf(
          "  topic %s, partition %d%s%n",
          fault.topicId(),
          fault.partition(),
          fault.index() == null ? "" : ", leaf " + fault.index());
    if (fault.event() != null) out.println("  event " + fault.event());
  }

  private static ObjectNode json(Verdict verdict) {
    var json = JSON.createObjectNode();
    switch (verdict) {
      case Verdict.Holds holds -> {
        json.put("verified", true);
        json.put("events", holds.events());
        json.put("slice", holds.slice().toString());
        json.set("cosigners", JSON.valueToTree(holds.cosigners()));
        json.set("unproven", JSON.valueToTree(holds.unproven()));
      }
      case Verdict.Fails fails -> {
        json.put("verified", false);
        json.set("fault", JSON.valueToTree(fails.fault()));
      }
    }
    return json;
  }
}
