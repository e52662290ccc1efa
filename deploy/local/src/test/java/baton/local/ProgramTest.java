package baton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.local.client.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  private static final Instance RISK = Instance.first(ServiceName.RISK);

  @TempDir Path folder;

  @Test
  void what_runs_stays_as_it_was_when_it_started_and_the_next_start_takes_what_was_built_since()
      throws IOException {
    var home = new Home(folder.resolve("checkout"), folder.resolve("home"), 8080);
    assertThatThrownBy(() -> Program.of(home, RISK))
        .isInstanceOf(Trouble.class)
        .hasMessage("risk-service is not built; run baton from its checkout");

    build(home, "first");
    Path run = Program.of(home, RISK);
    Path library = run.resolveSibling("lib/main/library.jar");
    build(home, "second");
    assertThat(library).hasContent("first");
    assertThat(
            Program.of(home, new Instance(ServiceName.RISK, 2))
                .resolveSibling("lib/main/library.jar"))
        .hasContent("second");

    assertThat(Program.of(home, RISK)).isEqualTo(run).hasContent("second");
    assertThat(library).hasContent("second");
    Files.writeString(library, "as it is");
    Program.of(home, RISK);
    assertThat(library).as("it is not copied again").hasContent("as it is");

    home.wipeData();
    assertThat(run).doesNotExist();
  }

  /** As each build does: other files in the place of those that were there. */
  private void build(Home home, String what) throws IOException {
    Path app = home.checkout().resolve("risk-service/target/quarkus-app");
    Files.createDirectories(app.resolve("lib/main"));
    Files.writeString(app.resolve("lib/main/library.jar"), what);
    Files.writeString(app.resolve("quarkus-run.jar"), what);
    Files.setLastModifiedTime(app.resolve("quarkus-run.jar"), FileTime.fromMillis(what.length()));
  }
}
