package baton.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** What the services take for the time of day. */
public enum ClockMode {
  SYSTEM,
  /** A driver moves it; used by the demonstration. */
  STEPPED;

  /** As the services and the command line spell it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The clock of this installation's data: the one that it was made with.
   *
   * @param wanted null for whatever it is; {@code SYSTEM} at the first start
   */
  static ClockMode settle(Home home, ClockMode wanted) throws IOException {
    var file = home.clockFile();
    if (!Files.exists(file)) {
      var first = wanted == null ? SYSTEM : wanted;
      Files.writeString(file, first + "\n");
      return first;
    }
    var kept = valueOf(Files.readString(file).strip().toUpperCase(Locale.ROOT));
    if (wanted != null && wanted != kept) {
      throw new Trouble(
          "the data in "
              + home.folder()
              + " was made with the "
              + kept
              + " clock; use another BATON_HOME, or start afresh with: baton down --wipe");
    }
    return kept;
  }
}
