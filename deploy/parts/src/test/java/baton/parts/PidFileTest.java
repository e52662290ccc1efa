package baton.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  @TempDir Path folder;
  private PidFile file;

  @BeforeEach
  void name() {
    file = new PidFile(folder.resolve("intake.pid"));
  }

  @Test
  void a_live_process_is_found_again() throws Exception {
    file.write(ProcessHandle.current());
    assertThat(file.read()).contains(ProcessHandle.current());
  }

  @Test
  void another_process_that_got_the_same_number_is_not_taken_for_it() throws Exception {
    var earlier = ProcessHandle.current().info().startInstant().orElseThrow();
    Files.writeString(
        file.file(), ProcessHandle.current().pid() + " " + earlier.minus(Duration.ofHours(1)));
    assertThat(file.read()).isEmpty();
  }

  @Test
  void an_ended_process_is_not_found() throws Exception {
    var ended = new ProcessBuilder("true").start();
    file.write(ended.toHandle());
    ended.waitFor();
    assertThat(file.read()).isEmpty();
  }

  @Test
  void a_process_that_nobody_reaps_is_ended_and_not_found() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/stat")), "only Linux tells which is defunct");
    try (var defunct = Defunct.start()) {
      file.write(defunct.process());
      assertThat(defunct.process().isAlive()).as("what Java says of it").isTrue();
      assertThat(file.read()).isEmpty();
      assertThat(Processes.gone(defunct.process(), Duration.ZERO)).isTrue();
    }
  }

  @Test
  void no_file_and_half_a_file_are_no_process() throws Exception {
    assertThat(file.read()).isEmpty();
    Files.writeString(file.file(), "12");
    assertThat(file.read()).isEmpty();
  }
}
