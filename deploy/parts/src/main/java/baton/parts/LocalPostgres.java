package baton.parts;

import baton.parts.keys.OwnerOnly;
import baton.parts.keys.Passwords;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.lang3.SystemUtils;

/**
 * A real PostgreSQL on this machine, safe against power loss ({@code fsync}, full pages,
 * synchronous commit: the embedded library's own default is none of them). It runs detached: it
 * outlives this JVM until {@link #close()} is called here or in a later one.
 *
 * <p>Everything is under one folder: {@code data}, {@code log}, {@code binaries} and the {@code
 * secret} from which the passwords are derived. Starting on a folder whose server already runs
 * takes that one.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final Duration START_MAX = Duration.ofMinutes(2);
  private static final Duration STOP_MAX = Duration.ofMinutes(1);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "full_page_writes", "on",
          "synchronous_commit", "on",
          "shared_buffers", "64MB",
          "max_connections", "120",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "timezone", "UTC");

  /** Text sorts by code point, the same on every machine. */
  private static final Map<String, String> LOCALE =
      Map.of("locale-provider", "builtin", "builtin-locale", "C.UTF-8", "locale", "C");

  /**
   * A JVM that started a server holds the embedded library's lock on its folder until it is freed.
   */
  private static final Map<Path, EmbeddedPostgres> STARTED_HERE = new ConcurrentHashMap<>();

  private final Path folder;
  private final Passwords passwords;
  private final PostmasterFile.Postmaster postmaster;

  private LocalPostgres(Path folder, Passwords passwords, PostmasterFile.Postmaster postmaster) {
    this.folder = folder;
    this.passwords = passwords;
    this.postmaster = postmaster;
  }

  /**
   * Starts the server, or finds the one that runs on this folder.
   *
   * @param port 0 for any free one; ignored when the server already runs
   * @throws PartFailed the port is taken, or the server did not come up: the message names its log
   */
  public static LocalPostgres start(Path folder, int port) {
    return start(folder, port, folder.resolve("binaries"));
  }

  /**
   * As {@link #start(Path, int)}, with the unpacked programs kept in a folder that many may share.
   */
  public static LocalPostgres start(Path folder, int port, Path binaries) {
    var absolute = folder.toAbsolutePath();
    try {
      OwnerOnly.folder(absolute);
      var passwords = Passwords.in(absolute.resolve("secret"));
      var running = running(absolute);
      if (running.isPresent()) {
        return running.get();
      }
      if (port != 0 && !Ports.isFree(port)) {
        throw new PartFailed("port " + port + " for PostgreSQL is in use");
      }
      refuseRootWithoutNamespaces();
      return launch(absolute, port == 0 ? Ports.free() : port, binaries, passwords);
    } catch (IOException e) {
      throw new PartFailed("PostgreSQL cannot use " + absolute + ": " + e.getMessage(), e);
    }
  }

  /** The server that runs on this folder, if one does. */
  public static Optional<LocalPostgres> running(Path folder) throws IOException {
    var absolute = folder.toAbsolutePath();
    var postmaster = PostmasterFile.read(absolute.resolve("data"));
    if (postmaster.isEmpty()) {
      return Optional.empty();
    }
    var passwords = Passwords.in(absolute.resolve("secret"));
    return postmaster.map(found -> new LocalPostgres(absolute, passwords, found));
  }

  /** PostgreSQL never runs as root; the embedded library hides root in a namespace of its own. */
  private static void refuseRootWithoutNamespaces() {
    var root = "root".equals(System.getProperty("user.name"));
    if (root && SystemUtils.IS_OS_LINUX && !LinuxUtils.isUnshareAvailable()) {
      throw new PartFailed(
          "PostgreSQL refuses to run as root, and this machine has no user namespaces (unshare -U)"
              + " to hide that in; run it as another user");
    }
  }

  private static LocalPostgres launch(Path folder, int port, Path binaries, Passwords passwords)
      throws IOException {
    letGo(folder);
    var data = folder.resolve("data");
    awaitEndOfKilled(data);
    var log = folder.resolve("log");
    var password = passwords.of(SUPERUSER);
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setOverrideWorkingDirectory(binaries.toFile())
            .setPort(port)
            .setPGStartupWait(START_MAX)
            .setConnectConfig("password", password)
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
    SETTINGS.forEach(builder::setServerConfig);
    LOCALE.forEach(builder::setLocaleConfig);
    try {
      var started = builder.start();
      lockDoor(data, started, password);
      var postmaster =
          PostmasterFile.read(data)
              .orElseThrow(() -> new PartFailed("PostgreSQL died; its log is " + log));
      STARTED_HERE.put(folder, started);
      return new LocalPostgres(folder, passwords, postmaster);
    } catch (IOException | SQLException | RuntimeException e) {
      throw new PartFailed("PostgreSQL did not start; its log is " + log, e);
    }
  }

  /**
   * What a server that was killed has left notices late, above all while it replays its log, and
   * PostgreSQL refuses to start beside it.
   */
  private static void awaitEndOfKilled(Path data) throws IOException {
    var left = PostmasterFile.sharedMemory(data);
    if (left.isPresent()
        && SharedMemory.isListed()
        && SharedMemory.awaitFree(left.getAsInt(), START_MAX)) {
      PostmasterFile.delete(data);
    }
  }

  /** A fresh server lets every local user in; from here on a password is asked for. */
  private static void lockDoor(Path data, EmbeddedPostgres server, String password)
      throws SQLException, IOException {
    var rules = data.resolve("pg_hba.conf");
    var passwordNeeded = "host all all 127.0.0.1/32 scram-sha-256\n";
    if (Files.readString(rules).equals(passwordNeeded)) {
      return;
    }
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "alter role " + SUPERUSER + " password " + statement.enquoteLiteral(password));
      Files.writeString(rules, passwordNeeded);
      statement.execute("select pg_reload_conf()");
    }
  }

  public PostgresServer server() {
    return new PostgresServer("127.0.0.1:" + port(), SUPERUSER, passwords.of(SUPERUSER));
  }

  public int port() {
    return postmaster.port();
  }

  /** The server's parent process. */
  public ProcessHandle process() {
    return postmaster.process();
  }

  public Path log() {
    return folder.resolve("log");
  }

  /** Makes a database with an owner of the same name, or takes the one that is there. */
  public Database database(String name) {
    try {
      return server().create(name, passwords.of(name));
    } catch (SQLException e) {
      throw new PartFailed("database " + name + " could not be made: " + e.getMessage(), e);
    }
  }

  /** Fast shutdown: open transactions are rolled back, what was committed is on disk. */
  @Override
  public void close() {
    try {
      if (!letGo(folder)) {
        Processes.interrupt(process());
      }
    } catch (IOException e) {
      throw new PartFailed("PostgreSQL could not be stopped: " + e.getMessage(), e);
    }
    if (!Processes.gone(process(), STOP_MAX)) {
      throw new PartFailed("PostgreSQL (pid " + process().pid() + ") does not stop; see " + log());
    }
  }

  /** For a server whose folder nobody will use again: it writes nothing down before it ends. */
  public void stopAtOnce() {
    Processes.quit(process());
    if (!Processes.gone(process(), STOP_MAX)) {
      process().destroyForcibly();
    }
  }

  /**
   * Stops a server that this JVM started and frees its lock, so that it can be started again here,
   * also where it was killed. False if it was started elsewhere.
   */
  private static boolean letGo(Path folder) throws IOException {
    var former = STARTED_HERE.remove(folder);
    if (former != null) {
      former.close();
    }
    return former != null;
  }
}
