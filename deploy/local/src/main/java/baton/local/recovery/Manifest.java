package baton.local.recovery;

import baton.local.Trouble;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a backup holds.
 *
 * @param format of the backup; a newer one is refused
 * @param postgres the server's version, whose next major one cannot read the copy
 * @param cluster the broker's cluster id
 * @param topics by name
 * @param keyring whether keys and key-encryption key are in it
 * @param files SHA-256 of every other file, by its path in the backup
 */
record Manifest(
    int format,
    String madeAt,
    String postgres,
    String cluster,
    SortedMap<String, Topic> topics,
    boolean keyring,
    SortedMap<String, String> files) {
  static final int FORMAT = 1;
  private static final String NAME = "manifest.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * @param ends the offset behind the last record of each partition
   */
  record Topic(String id, SortedMap<Integer, Long> ends) {
    int partitions() {
      return ends.size();
    }
  }

  void write(Path backup) throws IOException {
    Files.writeString(backup.resolve(NAME), JSON.writeValueAsString(this) + "\n");
  }

  /** Reads it, and compares every file with it. */
  static Manifest verified(Path backup) throws IOException {
    Manifest manifest = read(backup);
    if (manifest.format() > FORMAT)
      throw new Trouble(backup + " was made by a newer Baton; restore it with that one");
    for (Map.Entry<String, String> file : manifest.files().entrySet()) {
      Path path = backup.resolve(file.getKey()).normalize();
      if (!path.startsWith(backup) || !Files.isRegularFile(path))
        throw new Trouble("the backup is not whole: " + file.getKey() + " is missing");
      if (!digest(path).equals(file.getValue()))
        throw new Trouble("the backup is damaged: " + file.getKey() + " is not what was written");
    }
    return manifest;
  }

  private static Manifest read(Path backup) throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(backup.resolve(NAME)), Manifest.class);
    } catch (NoSuchFileException e) {
      throw new Trouble(backup + " is no backup, or was not finished: it has no " + NAME, e);
    } catch (JsonProcessingException e) {
      throw new Trouble("the backup's " + NAME + " cannot be read", e);
    }
  }

  static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[64 * 1024];
    try (var in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer))
        digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
