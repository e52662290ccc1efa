package baton.local.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.local.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is not what was written is refused before anything is put in its place. */
class ManifestTest {
  private static final String FILE = "log/baton.register-0.records.gz";

  @TempDir Path backup;

  @BeforeEach
  void a_backup_of_one_file() throws IOException {
    Files.createDirectories(backup.resolve("log"));
    Files.writeString(backup.resolve(FILE), "records");
    manifest(Manifest.FORMAT).write(backup);
  }

  private Manifest manifest(int format) throws IOException {
    var topic = new Manifest.Topic("id", new TreeMap<>(Map.of(0, 7L)));
    return new Manifest(
        format,
        "2026-11-22T00:00:00Z",
        "18.6",
        "cluster",
        new TreeMap<>(Map.of("baton.register", topic)),
        true,
        new TreeMap<>(Map.of(FILE, Manifest.digest(backup.resolve(FILE)))));
  }

  @Test
  void is_read_as_it_was_written() throws IOException {
    assertThat(Manifest.verified(backup)).isEqualTo(manifest(Manifest.FORMAT));
  }

  @Test
  void a_changed_file_is_damage() throws IOException {
    Files.writeString(backup.resolve(FILE), "Records");
    refused("the backup is damaged: " + FILE);
  }

  @Test
  void a_missing_file_is_told() throws IOException {
    Files.delete(backup.resolve(FILE));
    refused("the backup is not whole: " + FILE + " is missing");
  }

  @Test
  void a_folder_without_manifest_is_no_backup() throws IOException {
    Files.delete(backup.resolve("manifest.json"));
    refused("was not finished");
  }

  @Test
  void a_newer_backup_is_for_a_newer_baton() throws IOException {
    manifest(Manifest.FORMAT + 1).write(backup);
    refused("was made by a newer Baton");
  }

  private void refused(String why) {
    assertThatThrownBy(() -> Manifest.verified(backup))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining(why);
  }
}
