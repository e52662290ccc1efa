package baton.local.commands;

import baton.proof.Verdict;
import baton.proof.Verifier;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    exitCodeOnExecutionException = 2,
    description = {
      "Checks an export against the log that Baton signed, or names the first event that is"
          + " missing, changed, added or moved. Works offline: Baton need not run, nor be trusted."
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
  static final int TOLD_EVERY = 10_000;

  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;
  @Mixin private ProvedExport export;

  @Option(names = "--json", description = "Prints the verdict as JSON.")
  private boolean asJson;

  @Override
  public Integer call() throws IOException {
    var line = new ProgressLine(spec.commandLine().getErr());
    Verdict verdict;
    try {
      verdict = export.verify(baton.home(), checked -> tell(checked, line), Verifier.Taker.NOBODY);
    } finally {
      line.end();
    }
    var out = spec.commandLine().getOut();
    if (asJson)
      out.println(
          new ObjectMapper()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(VerdictWords.json(verdict)));
    else VerdictWords.print(verdict, out);
    out.flush();
    return verdict instanceof Verdict.Holds ? 0 : 1;
  }

  private static void tell(long checked, ProgressLine line) {
    if (checked % TOLD_EVERY == 0) line.show(checked, 0, "%,d events checked".formatted(checked));
  }
}
