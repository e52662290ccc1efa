package baton.parts.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Files (0600) and folders (0700) that nobody but their owner looks into. */
public final class OwnerOnly {

  private OwnerOnly() {}

  /** The folder, made where there is none, closed to others. */
  public static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** What the file holds; where there is none yet, it is made with the given text and then kept. */
  public static String text(Path file, Supplier<String> fresh) throws IOException {
    if (!Files.exists(file)) {
      make(file, fresh.get());
    }
    return Files.readString(file);
  }

  /** Makes the file, or puts the text in place of what it holds. */
  public static void put(Path file, String text) throws IOException {
    var folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var draft = Files.createTempFile(folder, file.getFileName().toString(), ".draft");
    try {
      write(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Whole or not at all: a crash on the way leaves no half of a key. */
  private static void make(Path file, String text) throws IOException {
    var folder = Files.createDirectories(file.toAbsolutePath().getParent());
    // A temporary file is its owner's alone from the start.
    var draft = Files.createTempFile(folder, file.getFileName().toString(), ".draft");
    try {
      write(draft, text);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      return;
    } catch (UnsupportedOperationException noLinks) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** On the disk before its name is: a power cut must not leave a key that is empty. */
  private static void write(Path draft, String text) throws IOException {
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.force(true);
    }
  }
}
