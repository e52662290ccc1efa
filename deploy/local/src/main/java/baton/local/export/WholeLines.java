package baton.local.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines that end with a newline; what stands behind the last of them was cut off. */
final class WholeLines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long bytes;

  WholeLines(Path file) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
  }

  /** Without its newline; null behind the last whole one. */
  byte[] next() throws IOException {
    line.reset();
    for (int each = in.read(); each >= 0; each = in.read()) {
      if (each == '\n') {
        bytes += line.size() + 1;
        return line.toByteArray();
      }
      line.write(each);
    }
    return null;
  }

  /** Of the whole lines given out so far, with their newlines. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
