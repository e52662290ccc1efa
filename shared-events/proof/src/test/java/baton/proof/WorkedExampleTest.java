package baton.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of docs/verifying.md is what that page says. */
class WorkedExampleTest {
  private static final Path EXAMPLE = Path.of("../../docs/verify/example");

  @Test
  void it_holds() throws Exception {
    var holds = (Verdict.Holds) verdict(text("EXPORT"));

    assertThat(holds.events()).isEqualTo(6);
    assertThat(holds.unproven()).singleElement().asString().contains("no partitions but these");
  }

  @Test
  void an_altered_event_is_named() throws Exception {
    Fault fault =
        ((Verdict.Fails) verdict(text("EXPORT").replace("case-opened", "case-0pened"))).fault();

    assertThat(fault.kind()).isEqualTo(Fault.Kind.CHANGED);
    assertThat(fault.event()).isEqualTo("0199a000-0000-7000-8000-000000000005");
  }

  private static Verdict verdict(String export) {
    try {
      var trust =
          new Trust(
              VerifierKey.parse(text("checkpoint.pub")),
              List.of(),
              Checkpoint.notes(text("CHECKPOINTS")));
      return KnownLog.Export.verify(
          trust,
          export.getBytes(StandardCharsets.UTF_8),
          Files.readAllBytes(EXAMPLE.resolve("EXPORT.proof")));
    } catch (IOException e) {
      throw new AssertionError("the example is not there", e);
    }
  }

  private static String text(String file) throws IOException {
    return Files.readString(EXAMPLE.resolve(file));
  }
}
