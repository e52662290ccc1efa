package baton.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The mark of an installation that holds a copy of another one's log, in the file {@code read-only}
 * of its folder. It stays for as long as the installation does.
 *
 * @param whole false until all of it is there: the import can then only be repeated
 * @param of what it is a copy of, in words that a header can hold
 * @param events how many
 * @param round of the checkpoints up to which they go
 * @param importedAt RFC 3339
 */
public record CopyMark(boolean whole, String of, long events, long round, String importedAt) {
  static final String FILE = "read-only";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty where it is no copy. */
  public static Optional<CopyMark> of(Home home) throws IOException {
    Path file = home.folder().resolve(FILE);
    if (!Files.exists(file)) return Optional.empty();
    try {
      return Optional.of(JSON.readValue(file.toFile(), CopyMark.class));
    } catch (JsonProcessingException e) {
      throw new Trouble(file + " is spoilt; remove " + home.folder() + " and import again", e);
    }
  }

  /** Nobody sees half of it. */
  public void write(Home home) throws IOException {
    Path file = home.folder().resolve(FILE);
    Path begun = home.folder().resolve(FILE + ".part");
    JSON.writerWithDefaultPrettyPrinter().writeValue(begun.toFile(), this);
    Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * For what changes something.
   *
   * @throws Trouble if it is a copy
   */
  public static void requireNone(Home home) throws IOException {
    var mark = of(home);
    if (mark.isPresent())
      throw new Trouble(
          "this Baton is a read-only copy (%s); only what reads can be done here"
              .formatted(mark.get().of()));
  }

  /**
   * For what reads.
   *
   * @throws Trouble if it is a copy of which a part is missing
   */
  static Optional<CopyMark> requireWhole(Home home) throws IOException {
    var mark = of(home);
    if (mark.isPresent() && !mark.get().whole())
      throw new Trouble(
          "the import into this Baton was broken off; repeat it: baton import FILE --key KEY");
    return mark;
  }
}
