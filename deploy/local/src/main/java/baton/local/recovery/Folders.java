package baton.local.recovery;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies folders, also while their files change, and deletes them. */
public final class Folders {
  private Folders() {}

  /**
   * Copies what is wanted; folders are made even where none of their files is.
   *
   * @param wanted asked with paths relative to {@code from}; an unwanted folder is left out whole
   */
  public static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path relative = from.relativize(folder);
            if (!folder.equals(from) && !wanted.test(relative)) return FileVisitResult.SKIP_SUBTREE;
            Files.createDirectories(to.resolve(relative));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path relative = from.relativize(file);
            if (wanted.test(relative)) copyFile(file, to.resolve(relative));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw failure;
          }
        });
  }

  /** A file that the server has removed meanwhile is not needed. */
  private static void copyFile(Path from, Path to) throws IOException {
    try {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (NoSuchFileException gone) {
      Files.deleteIfExists(to);
    }
  }

  /** With all that is in it; nothing where there is none. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path each : found.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    }
  }

  static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) return true;
    try (Stream<Path> found = Files.list(folder)) {
      return found.findAny().isEmpty();
    }
  }
}
