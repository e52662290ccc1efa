package baton.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The mark of an installation that was put back from a backup and has not been compared with its
 * log since, in the file {@code restored} of its folder. A service that cannot ask its broker takes
 * what comes all the same; of one that was put back nobody knows what the log already holds in that
 * place.
 */
public final class RestoredMark {
  private static final String FILE = "restored";

  private RestoredMark() {}

  public static void set(Home home) throws IOException {
    Files.writeString(file(home), "");
  }

  static boolean isSet(Home home) {
    return Files.exists(file(home));
  }

  /** All services have compared. */
  static void remove(Home home) throws IOException {
    Files.deleteIfExists(file(home));
  }

  private static Path file(Home home) {
    return home.folder().resolve(FILE);
  }
}
