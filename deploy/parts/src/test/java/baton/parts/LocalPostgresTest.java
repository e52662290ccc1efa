package baton.parts;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
  @TempDir static Path folder;
  static LocalPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = LocalPostgres.start(folder, 0);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void what_is_committed_is_on_disk() throws SQLException {
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("full_page_writes")).isEqualTo("on");
    assertThat(show("synchronous_commit")).isEqualTo("on");
  }

  @Test
  void each_database_is_closed_to_the_owners_of_the_others() throws SQLException {
    var intake = postgres.database("intake");
    var risk = postgres.database("risk");
    try (var connection = intake.connect();
        var statement = connection.createStatement()) {
      statement.execute("create table mine (id int)");
    }
    assertThatThrownBy(
            () -> DriverManager.getConnection(risk.url(), intake.user(), intake.password()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> DriverManager.getConnection(risk.url(), risk.user(), "guessed"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void a_second_start_takes_the_running_server_and_a_later_one_finds_the_rows() throws Exception {
    var ledger = postgres.database("ledger");
    try (var connection = ledger.connect();
        var statement = connection.createStatement()) {
      statement.execute("create table entry as select 7 as amount");
    }
    assertThat(LocalPostgres.start(folder, 0).process()).isEqualTo(postgres.process());

    var before = postgres;
    before.close();
    assertThat(LocalPostgres.running(folder)).isEmpty();
    postgres = LocalPostgres.start(folder, before.port());

    try (var connection = postgres.database("ledger").connect();
        var rows = connection.createStatement().executeQuery("select amount from entry")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(7);
    }
  }

  @Test
  void what_a_killed_server_left_has_to_end_before_it_starts_again(@TempDir Path other)
      throws Exception {
    assumeTrue(SharedMemory.isListed(), "only Linux lists who holds what");
    var killed = start(other);
    var left = killed.process().children().findFirst().orElseThrow();
    signal("-STOP", left);
    killed.process().destroyForcibly();
    killed.process().onExit().join();

    var starting = new FutureTask<>(() -> start(other));
    var thread = Thread.ofPlatform().start(starting);
    Awaitility.await("it waits")
        .atMost(1, MINUTES)
        .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    signal("-KILL", left);
    try (var again = starting.get(2, MINUTES)) {
      assertThat(again.process()).isNotEqualTo(killed.process());
    }
  }

  @Test
  void a_killed_server_that_nobody_reaps_is_started_again(@TempDir Path other) throws Exception {
    assumeTrue(SharedMemory.isListed(), "only Linux tells which process is defunct");
    var killed = start(other);
    var file = other.resolve("data/postmaster.pid");
    var lines = Files.readAllLines(file);
    killed.process().destroyForcibly();
    killed.process().onExit().join();

    try (var defunct = Defunct.start()) {
      lines.set(0, Long.toString(defunct.process().pid()));
      lines.set(2, Long.toString(Instant.now().getEpochSecond()));
      Files.write(file, lines);
      try (var again = start(other)) {
        assertThat(again.process()).isNotEqualTo(defunct.process());
        assertThat(again.database("ledger").name()).isEqualTo("ledger");
      }
    }
  }

  private static LocalPostgres start(Path other) {
    return LocalPostgres.start(other, 0, folder.resolve("binaries"));
  }

  private static void signal(String signal, ProcessHandle process) throws Exception {
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void a_port_in_use_is_told_in_one_line(@TempDir Path other) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> LocalPostgres.start(other, taken.getLocalPort()))
          .isInstanceOf(PartFailed.class)
          .hasMessage("port " + taken.getLocalPort() + " for PostgreSQL is in use");
    }
  }

  private static String show(String setting) throws SQLException {
    try (var connection = postgres.server().connect("postgres");
        var rows = connection.createStatement().executeQuery("show " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
