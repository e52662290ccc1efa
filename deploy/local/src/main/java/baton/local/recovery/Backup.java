package baton.local.recovery;

import baton.journal.reader.LogEnds;
import baton.local.Home;
import baton.local.LocalBaton;
import baton.local.Trouble;
import baton.parts.LocalPostgres;
import baton.parts.PartFailed;
import baton.parts.keys.CheckpointKey;
import baton.parts.keys.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Copies a running installation: first the databases, then the log, then the keyring. So the log
 * holds all that the stores had published, and the keyring every key that they name; what the log
 * holds beyond the stores is brought back from it.
 */
public final class Backup {
  static final String DATA = "postgres/data";
  static final String SECRET = "postgres/secret";
  static final String LOG = "log";
  static final String KEYS = "keyring/data-keys.ndjson";
  static final String KEK = "keyring/kek.json";

  /** With it the restored installation goes on signing as the one that was lost. */
  static final String SIGNING_KEY = "keyring/checkpoint.key";

  /**
   * What the data was made with: the clock, how many there are of everything; and the mark of a
   * copy.
   */
  static final List<String> SETTINGS = List.of("clock", "brokers", "instances", "read-only");

  private final Home home;
  private final Consumer<String> tell;

  /**
   * @param tell takes one line about each step
   */
  public Backup(Home home, Consumer<String> tell) {
    this.home = home;
    this.tell = tell;
  }

  /**
   * @param folder is made; nobody but its owner looks into it
   * @param keyring whether keys and key-encryption key are copied too
   */
  public void into(Path folder, boolean keyring) throws IOException {
    var postgres =
        LocalPostgres.running(home.postgres())
            .orElseThrow(() -> new Trouble("PostgreSQL does not run; start all with: baton up"));
    var brokers = new LocalBaton(home, tell).brokers();
    if (!brokers.allRun()) throw new Trouble("Kafka does not run; start all with: baton up");
    if (!Folders.isEmpty(folder)) throw new Trouble(folder + " is not empty; name a new folder");
    OwnerOnly.folder(folder);
    try {
      tell.accept("copying PostgreSQL");
      Files.createDirectories(folder.resolve("postgres"));
      new ClusterCopy(postgres.server(), home.postgres().resolve("data"), folder.resolve(DATA))
          .make();
      Files.copy(
          home.postgres().resolve("secret"),
          folder.resolve(SECRET),
          StandardCopyOption.COPY_ATTRIBUTES);
      for (String setting : SETTINGS)
        if (Files.exists(home.folder().resolve(setting)))
          Files.copy(home.folder().resolve(setting), folder.resolve(setting));
      tell.accept("copying the log");
      var log = log(brokers.operator(), folder);
      if (keyring) keyring(postgres, folder);
      new Manifest(
              Manifest.FORMAT,
              Instant.now().toString(),
              version(postgres),
              log.cluster(),
              log.topics(),
              keyring,
              digests(folder))
          .write(folder);
    } catch (SQLException e) {
      throw new PartFailed("PostgreSQL cannot be copied: " + e.getMessage(), e);
    } catch (ExecutionException e) {
      throw new PartFailed("the log cannot be copied: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", e);
    }
  }

  private record Copied(String cluster, SortedMap<String, Manifest.Topic> topics) {}

  private static Copied log(Map<String, Object> kafka, Path folder)
      throws IOException, ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      var names = admin.listTopics().names().get();
      var there = LogCopy.TOPICS.stream().filter(names::contains).toList();
      Map<TopicPartition, Long> ends = LogEnds.of(admin, there);
      new LogCopy(folder.resolve(LOG)).write(kafka, Map.of(), ends);
      var topics = new TreeMap<String, Manifest.Topic>();
      admin
          .describeTopics(there)
          .allTopicNames()
          .get()
          .forEach(
              (name, topic) -> {
                var of = new TreeMap<Integer, Long>();
                ends.forEach(
                    (place, end) -> {
                      if (place.topic().equals(name)) of.put(place.partition(), end);
                    });
                topics.put(name, new Manifest.Topic(topic.topicId().toString(), of));
              });
      return new Copied(admin.describeCluster().clusterId().get(), topics);
    }
  }

  private void keyring(LocalPostgres postgres, Path folder) throws SQLException, IOException {
    tell.accept("copying the keyring");
    OwnerOnly.folder(folder.resolve("keyring"));
    KeyringCopy.write(postgres.server(), folder.resolve(KEYS));
    Files.copy(
        home.keys().resolve("kek.json"), folder.resolve(KEK), StandardCopyOption.COPY_ATTRIBUTES);
    Path signing = CheckpointKey.in(home.keys());
    Files.copy(signing, folder.resolve(SIGNING_KEY), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static String version(LocalPostgres postgres) throws SQLException {
    try (Connection connection = postgres.server().connect("postgres");
        Statement statement = connection.createStatement()) {
      return ClusterCopy.one(statement, "show server_version");
    }
  }

  private static SortedMap<String, String> digests(Path folder) throws IOException {
    var digests = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        digests.put(folder.relativize(file).toString(), Manifest.digest(file));
    }
    return digests;
  }
}
