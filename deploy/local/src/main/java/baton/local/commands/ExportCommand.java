package baton.local.commands;

import baton.contract.ReferralId;
import baton.local.Trouble;
import baton.local.export.ExportDownload;
import baton.local.export.ExportDownload.Exported;
import baton.local.export.ExportSlice;
import baton.local.export.KeptCheckpoints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    exitCodeOnExecutionException = 2,
    description = {
      "Writes events exactly as they stand on the log, one a line, and beside them FILE.proof, with"
          + " which `baton verify` proves them. What was sealed stays sealed."
    },
    footer = {
      "",
      "Exit code 0: all of it is there; 2: wrong usage, or it could not be done; where it was cut"
          + " off, --resume goes on.",
      "",
      "  baton export log.ndjson",
      "  baton export kent.ndjson --force 46 --from 2012-07-01T00:00:00Z --to 2012-08-01T00:00:00Z",
      "  baton export one.ndjson --referral 01990000-0000-7000-8000-00000000000a --since kept.txt",
      "  baton export one.ndjson --referral 01990000-0000-7000-8000-00000000000a --since kept.txt"
          + " --resume"
    })
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private BatonCommand baton;
  @Spec private CommandSpec spec;
  @Mixin private AuditAccess access;

  @Parameters(paramLabel = "FILE", description = "Where the events go.")
  private Path file;

  @Option(names = "--referral", paramLabel = "ID", description = "Of one referral.")
  private ReferralId referral;

  @Option(
      names = "--force",
      paramLabel = "CODE",
      description = "Of the referrals that concern this force now, such as 46.")
  private String force;

  @Option(names = "--from", paramLabel = "TIME", description = "Recorded from here on.")
  private Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "Recorded before this.")
  private Instant to;

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description = {
        "Checkpoints kept from earlier, with which a slice is to be verified: its proof then shows"
            + " that the log went on from them. The whole log needs it not."
      })
  private List<Path> since = List.of();

  @Option(names = "--resume", description = "Goes on with files that were cut off.")
  private boolean resume;

  @Option(names = "--json", description = "Prints the counts as JSON.")
  private boolean asJson;

  @Override
  public Integer call() throws IOException {
    Path proof = Path.of(file + ".proof");
    requireFree(file);
    requireFree(proof);
    var kept = KeptCheckpoints.of(since);
    var line = new ProgressLine(spec.commandLine().getErr());
    try (var client = access.client(baton.home())) {
      var slice = new ExportSlice(referral, force, from, to);
      tell(
          new ExportDownload(
                  client, slice, kept, file, proof, (got, total) -> show(got, total, line))
              .run(),
          proof,
          line);
      return 0;
    } finally {
      line.end();
    }
  }

  private void requireFree(Path target) {
    if (!resume && Files.exists(target))
      throw Trouble.unasked(
          target + " exists; add --resume to go on with it, or name another file");
    Path folder = target.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) throw Trouble.unasked(folder + " is no folder; make it first");
  }

  private static void show(long got, long total, ProgressLine line) {
    line.show(
        got,
        total,
        total == 0
            ? "%,d lines of proof".formatted(got)
            : "%,d of %,d events".formatted(got, total));
  }

  private void tell(Exported exported, Path proof, ProgressLine line) throws IOException {
    line.end();
    var out = spec.commandLine().getOut();
    if (asJson) out.println(new ObjectMapper().writeValueAsString(exported));
    else
      out.printf(
          "%,d events (%,d bytes) in %s, proved by %s up to checkpoint round %d%n",
          exported.events(), exported.bytes(), file, proof, exported.round());
    out.flush();
  }
}
