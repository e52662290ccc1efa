package baton.testing;

import baton.parts.LocalPostgres;
import baton.parts.keys.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The folder of one test run, named by the process that made it, so that the next run can clear up
 * after one that was killed: its database server would otherwise run for ever.
 */
final class RunFolder {
  static final String POSTGRES = "postgres";
  private static final Path ROOT =
      Path.of(
          System.getProperty("java.io.tmpdir"), "baton-tests-" + System.getProperty("user.name"));

  private RunFolder() {}

  static Path make() {
    try {
      OwnerOnly.folder(ROOT);
      clearUpAfterTheDead();
      return Files.createTempDirectory(ROOT, ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The unpacked PostgreSQL programs, which every run shares. */
  static Path binaries() {
    return ROOT.resolve("binaries");
  }

  static void delete(Path folder) {
    try (var found = Files.walk(folder)) {
      for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void clearUpAfterTheDead() throws IOException {
    for (var folder : runs()) {
      var owner = Long.parseLong(folder.getFileName().toString().split("-")[0]);
      if (ProcessHandle.of(owner).isEmpty()) {
        LocalPostgres.running(folder.resolve(POSTGRES)).ifPresent(LocalPostgres::close);
        delete(folder);
      }
    }
  }

  private static List<Path> runs() throws IOException {
    try (var found = Files.list(ROOT)) {
      return found.filter(path -> path.getFileName().toString().matches("[0-9]+-.*")).toList();
    }
  }
}
