package baton.policy.file;

import baton.policy.PolicyBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Baton's own timescales and ladder: what counts for whoever has adopted none. */
public final class Defaults {
  private static final String FILE = "timescales.yaml";
  private static final PolicyPart PART = read();
  private static final PolicyBook BOOK = PolicyBook.of(PART.timescales(), PART.ladder());

  private Defaults() {}

  /** The book before anything is adopted. */
  public static PolicyBook book() {
    return BOOK;
  }

  /** As it stands in the file. */
  public static PolicyPart part() {
    return PART;
  }

  private static PolicyPart read() {
    try (InputStream file = Defaults.class.getResourceAsStream("/baton/policy/" + FILE)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return PolicyFile.read(FILE, text).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
