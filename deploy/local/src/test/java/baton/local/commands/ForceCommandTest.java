package baton.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.Home;
import baton.local.HomeLock;
import baton.local.LocalBaton;
import baton.parts.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forces are let in and shown the door at a real broker, as people type it. */
class ForceCommandTest {
  private static final int PORTS_FROM = 25_080;

  @TempDir static Path folder;
  private static Home home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws IOException {
    home = new Home(folder, folder.resolve("home"), Ports.freeBase(PORTS_FROM, Home.PORTS));
    Files.createDirectories(home.folder());
    new LocalBaton(home, step -> {}).brokers().start();
  }

  @AfterAll
  static void stop() throws IOException {
    new LocalBaton(home, step -> {}).brokers().stop();
  }

  @BeforeEach
  void quiet() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  private int baton(String... arguments) {
    quiet();
    var environment =
        Map.of(
            "BATON_HOME", home.folder().toString(),
            "BATON_PORT_BASE", Integer.toString(home.portBase()));
    return BatonCommand.line(folder, environment)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void what_is_printed_lets_the_force_in_to_its_own_topics() throws Exception {
    assertThat(baton("force", "add", "47")).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(topics(out.toString()))
        .containsExactlyInAnyOrder("baton.disseminations.47", "baton.commands.47");
    assertThat(settings(out.toString())).containsEntry("group.id", "force-47.records");

    assertThat(baton("force", "add", "Sussex")).as("a second time").isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("baton: force-47 is let in already");

    assertThat(baton("force", "list")).isZero();
    assertThat(out.toString())
        .contains("47\tforce-47\tbaton.disseminations.47\tbaton.commands.47\tSussex\n");
  }

  @Test
  void a_file_is_for_its_owner_and_never_written_over() throws Exception {
    var file = folder.resolve("surrey.properties");
    assertThat(baton("force", "add", "45", "--certificate", "--out", file.toString())).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(topics(Files.readString(file))).contains("baton.disseminations.45");

    assertThat(baton("force", "add", "45", "--new", "--out", file.toString())).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("baton: " + file + " is there already; name a new file\n");
  }

  @Test
  void a_password_that_could_be_kept_nowhere_is_not_made_and_the_old_one_counts() throws Exception {
    assertThat(baton("force", "add", "43")).isZero();
    var before = out.toString();
    var nowhere = Files.writeString(folder.resolve("no-folder"), "a file").resolve("43.properties");
    assertThat(baton("force", "add", "43", "--new", "--out", nowhere.toString())).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("baton: " + nowhere + " cannot be written")
        .endsWith("nothing was changed\n");
    assertThat(topics(before)).contains("baton.disseminations.43");
  }

  @Test
  void two_at_once_take_turns() throws Exception {
    try (var _ = HomeLock.take(home)) {
      assertThat(baton("force", "add", "44")).isEqualTo(1);
      assertThat(err.toString()).startsWith("baton: another baton is at work on this installation");
      assertThat(baton("force", "list")).isZero();
      assertThat(out.toString()).doesNotContain("force-44");
    }
  }

  @Test
  void a_force_that_is_removed_is_not_listed() {
    assertThat(baton("force", "add", "psni")).isZero();
    assertThat(baton("force", "remove", "psni", "--topics")).isZero();
    assertThat(err.toString()).isEqualTo("baton: force-psni comes in no more\n");
    assertThat(baton("force", "remove", "psni")).isZero();
    assertThat(err.toString()).isEqualTo("baton: force-psni was not let in\n");
    assertThat(baton("force", "list")).isZero();
    assertThat(out.toString()).doesNotContain("psni");
  }

  @Test
  void what_is_no_force_is_told_in_one_line() {
    assertThat(baton("force", "add", "98")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("baton: '98' is not a force; name one by its code, such as 46 for Kent\n");
  }

  private static Properties settings(String file) throws IOException {
    var settings = new Properties();
    settings.load(new StringReader(file));
    return settings;
  }

  private static Set<String> topics(String file) throws Exception {
    try (var admin = Admin.create(settings(file))) {
      return admin.listTopics().names().get();
    }
  }
}
