package baton.local.recovery;

import baton.journal.envelope.Topics;
import baton.local.CopyMark;
import baton.local.Home;
import baton.local.LocalBaton;
import baton.local.RestoredMark;
import baton.local.Status;
import baton.local.Trouble;
import baton.parts.LocalPostgres;
import baton.parts.LogTopics;
import baton.parts.PartFailed;
import baton.parts.keys.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts a backup in place of what is there. Nothing is deleted: what was there is moved aside. What
 * then does not fit together is for {@link Recovery}.
 */
public final class Restore {
  /** What can be put back by itself. */
  public enum Part {
    STORE,
    LOG,
    KEYRING
  }

  private final Home home;
  private final Path backup;
  private final Consumer<String> tell;
  private final Path aside;

  /**
   * @param tell takes one line about each step
   */
  public Restore(Home home, Path backup, Consumer<String> tell) {
    this.home = home;
    this.backup = backup.toAbsolutePath().normalize();
    this.tell = tell;
    this.aside = ReplacedTopic.folder(home.folder(), Instant.now());
  }

  /** Everything must be stopped. */
  public void of(Set<Part> parts) throws IOException {
    for (Status status : new LocalBaton(home, tell).status())
      if (status.state() != Status.State.STOPPED)
        throw new Trouble(status.name() + " runs; stop everything first: baton down");
    CopyMark.requireNone(home);
    tell.accept("comparing the backup with its manifest");
    Manifest manifest = Manifest.verified(backup);
    if (parts.contains(Part.KEYRING) && !manifest.keyring() && parts.size() == 1)
      throw new Trouble("the backup was made without the keyring");
    OwnerOnly.folder(home.folder());
    for (String setting : Backup.SETTINGS) {
      Path there = home.folder().resolve(setting);
      if (Files.exists(backup.resolve(setting)) && !Files.exists(there))
        Files.copy(backup.resolve(setting), there);
    }
    if (parts.contains(Part.STORE) || parts.contains(Part.LOG)) RestoredMark.set(home);
    try {
      if (parts.contains(Part.STORE)) store(manifest, parts.contains(Part.KEYRING));
      else if (parts.contains(Part.KEYRING)) keyring();
      if (parts.contains(Part.LOG)) {
        for (String topic : LogCopy.TOPICS) new ReplacedTopic(home.folder(), topic).done();
        log(manifest);
      }
    } catch (SQLException e) {
      throw new PartFailed("PostgreSQL: " + e.getMessage(), e);
    }
    if (Files.exists(aside)) tell.accept("what was there before is in " + aside);
  }

  private void store(Manifest manifest, boolean keyring) throws IOException, SQLException {
    Path present = presentKeys();
    moveAside(home.postgres());
    tell.accept("restoring PostgreSQL");
    OwnerOnly.folder(home.postgres());
    Path data = home.postgres().resolve("data");
    Folders.copy(backup.resolve(Backup.DATA), data, path -> true);
    OwnerOnly.folder(data);
    Files.copy(
        backup.resolve(Backup.SECRET),
        home.postgres().resolve("secret"),
        StandardCopyOption.COPY_ATTRIBUTES);
    try (LocalPostgres postgres = LocalPostgres.start(home.postgres(), home.postgresPort())) {
      // The copy was made without its files: only its name is left.
      try (Connection connection = postgres.server().connect("postgres");
          Statement statement = connection.createStatement()) {
        statement.execute("drop database if exists keyring with (force)");
      }
      KeyringCopy.migrate(postgres.database("keyring"));
      // Keys that are there are newer: what was disposed of since the backup stays disposed of.
      if (present != null) KeyringCopy.read(postgres.database("keyring"), present);
      else if (keyring && manifest.keyring()) keyring(postgres);
      else tell.accept("the keyring is empty: what is sealed cannot be read until it is restored");
    }
    if (present != null) Files.delete(present);
  }

  private void keyring() throws IOException, SQLException {
    try (LocalPostgres postgres = LocalPostgres.start(home.postgres(), home.postgresPort())) {
      keyring(postgres);
    }
  }

  private void keyring(LocalPostgres postgres) throws IOException, SQLException {
    tell.accept("restoring the keyring");
    Path kek = home.keys().resolve("kek.json");
    Path kept = backup.resolve(Backup.KEK);
    if (!Files.exists(kek)) {
      OwnerOnly.folder(home.keys());
      Files.copy(kept, kek, StandardCopyOption.COPY_ATTRIBUTES);
    } else if (Files.mismatch(kek, kept) >= 0) {
      throw new Trouble(
          kek + " is not the key that wrapped the backup's keyring; move it aside to restore both");
    }
    KeyringCopy.read(postgres.database("keyring"), backup.resolve(Backup.KEYS));
    signingKey();
  }

  /** One that is there has signed since; a backup from before there were any has none. */
  private void signingKey() throws IOException {
    Path key = home.keys().resolve("checkpoint.key");
    Path kept = backup.resolve(Backup.SIGNING_KEY);
    if (Files.exists(kept) && !Files.exists(key))
      Files.copy(kept, key, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** The keys of the databases that are replaced, or null where there are none to be read. */
  private Path presentKeys() throws IOException {
    if (!Files.exists(home.postgres().resolve("data"))) return null;
    Path file = Files.createTempFile(home.folder(), "keyring", ".ndjson");
    try (LocalPostgres postgres = LocalPostgres.start(home.postgres(), home.postgresPort())) {
      if (KeyringCopy.write(postgres.server(), file) > 0) return file;
    } catch (PartFailed | SQLException unreadable) {
      tell.accept("the present keyring cannot be read: keys made since the backup are lost");
    }
    Files.delete(file);
    return null;
  }

  private void log(Manifest manifest) throws IOException {
    var brokers = new LocalBaton(home, tell).brokers();
    for (int number : brokers.numbers()) moveAside(home.kafka(number));
    tell.accept("restoring the log");
    var copy = new LogCopy(backup.resolve(Backup.LOG));
    brokers.start();
    try {
      int partitions = manifest.topics().get(Topics.REFERRALS).partitions();
      LogTopics.create(brokers.operator(), partitions, brokers.numbers().size());
      try (var log = new Sending(brokers.operator())) {
        for (Map.Entry<String, Manifest.Topic> topic : manifest.topics().entrySet())
          for (Integer partition : topic.getValue().ends().keySet())
            copy.send(log, new TopicPartition(topic.getKey(), partition));
        log.flush();
      }
    } finally {
      brokers.stop();
    }
  }

  private void moveAside(Path folder) throws IOException {
    if (Folders.isEmpty(folder)) return;
    OwnerOnly.folder(aside);
    Files.move(folder, aside.resolve(folder.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }
}
