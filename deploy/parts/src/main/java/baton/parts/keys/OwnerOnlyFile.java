package baton.parts.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Text in a file that nobody but its owner may read (0600), made once and then kept. */
public final class OwnerOnlyFile {

  private OwnerOnlyFile() {}

  /** What the file holds; where there is none yet, it is made with the given text. */
  public static String readOrMake(Path file, Supplier<String> fresh) throws IOException {
    if (!Files.exists(file)) {
      make(file, fresh.get());
    }
    return Files.readString(file);
  }

  /** Whole or not at all: a crash on the way leaves no half of a key. */
  private static void make(Path file, String text) throws IOException {
    var folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var draft =
        Files.createTempFile(
            folder,
            file.getFileName().toString(),
            ".draft",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, text);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      return;
    } catch (UnsupportedOperationException noLinks) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
