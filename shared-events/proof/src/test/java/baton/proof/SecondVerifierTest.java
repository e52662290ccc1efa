package baton.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.proof.KnownLog.Export;
import baton.proof.ProofLine.Consistency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verifier of docs/verify comes to the same as ours; it was written from the document alone.
 */
class SecondVerifierTest {
  private static final String VERIFIER =
      Path.of("../../docs/verify/verify.py").toAbsolutePath().normalize().toString();
  private static final int HOLDS = 0;
  private static final int DOES_NOT = 1;

  @TempDir Path folder;
  private final KnownLog log = KnownLog.of(45, 1);
  private final KnownLog fork = KnownLog.of(45, 2);

  @BeforeEach
  void python() throws Exception {
    assumeTrue(run(List.of("--version")) == 0, "there is no python3 on this machine");
  }

  @Test
  void a_whole_log_goes_on_from_earlier_checkpoints_or_is_a_fork() throws Exception {
    for (int size : new int[] {0, 1, 2, 5, 8, 11}) {
      both(log.whole(), HOLDS, log.checkpoint(0, size));
      if (size > 0) both(log.whole(), DOES_NOT, fork.checkpoint(0, size));
    }
  }

  @Test
  void a_slice_goes_on_from_earlier_checkpoints_where_its_proof_says_so() throws Exception {
    int size = (int) Checkpoint.of(log.checkpoint(0)).size();
    for (int from : new int[] {1, 2, 5, 8, 11}) {
      var proof = new Consistency(KnownLog.REFERRALS, 0, from, log.tree(0, size).consistency(from));
      Export slice =
          log.export(
              new Slice("r-2", null, null, null),
              (partition, value) -> "r-2".equals(EventLine.of(value).referral()),
              proof);

      both(slice, HOLDS, log.checkpoint(0, from));
      both(slice, DOES_NOT, fork.checkpoint(0, from));
      both(log.ofReferral("r-2"), DOES_NOT, log.checkpoint(0, from));
    }
  }

  @Test
  void what_is_missing_in_a_slice_or_does_not_belong_into_it_is_found() throws Exception {
    var of = new Slice("r-3", null, null, null);
    both(log.ofReferral("r-3"), HOLDS);
    String second = log.ofReferral("r-3").id(1);
    both(
        log.export(
            of,
            (partition, value) -> {
              EventLine event = EventLine.of(value);
              return "r-3".equals(event.referral()) && !second.equals(event.id());
            }),
        DOES_NOT);
    both(log.export(of, (partition, value) -> partition == 1), DOES_NOT);
    var span = new Slice(null, null, "2026-01-01T00:00:00.000002Z", "2026-01-01T00:00:00.000005Z");
    both(
        log.export(span, (partition, value) -> span.covers(EventLine.of(value).recordedTime())),
        HOLDS);
    both(log.export(span, (partition, value) -> true), DOES_NOT);
  }

  private void both(Export export, int expected, SignedNote... trusted) throws Exception {
    Verdict ours = export.verify(KnownLog.trust(trusted));
    assertThat(ours instanceof Verdict.Holds ? HOLDS : DOES_NOT).isEqualTo(expected);
    assertThat(theirs(export, trusted)).as("%s", ours).isEqualTo(expected);
  }

  private int theirs(Export export, SignedNote... trusted) throws Exception {
    var arguments = new ArrayList<>(List.of(VERIFIER));
    arguments.add(Files.write(folder.resolve("export"), export.exportBytes()).toString());
    arguments.add(Files.write(folder.resolve("proof"), export.proofBytes()).toString());
    String key = KnownLog.trust().log().toString();
    arguments.add(Files.writeString(folder.resolve("key"), key).toString());
    var notes = new StringBuilder();
    for (SignedNote note : trusted) notes.append(note).append('\n');
    arguments.add(Files.writeString(folder.resolve("checkpoints"), notes).toString());
    return run(arguments);
  }

  private static int run(List<String> arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of("python3"));
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noPython) {
      return -1;
    }
  }
}
