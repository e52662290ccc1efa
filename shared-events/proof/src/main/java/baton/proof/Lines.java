package baton.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Reads a file line by line in bounded memory, however long a line is: of one that is too long only
 * the hash is known.
 */
final class Lines {
  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;

  Lines(InputStream in) {
    this.in = in;
  }

  /**
   * @param leaf the hash of a leaf with these bytes
   * @param bytes without the last newline; null where there are more than were asked for
   */
  record Line(byte[] leaf, byte[] bytes) {}

  /**
   * The next so many lines as one.
   *
   * @param max bytes that are kept
   * @return null at the end of the file
   */
  Line next(int lines, int max) throws IOException {
    if (!more()) return null;
    MessageDigest digest = TreeHash.leafDigest();
    var kept = new ByteArrayOutputStream();
    boolean tooLong = false;
    for (int left = lines; left > 0 && more(); ) {
      int newline = newline();
      int length = newline - at;
      boolean complete = newline < end;
      // Newlines between the lines belong to the bytes, the one behind them does not.
      if (complete && left > 1) length++;
      digest.update(buffer, at, length);
      tooLong |= kept.size() + length > max;
      if (!tooLong) kept.write(buffer, at, length);
      at = complete ? newline + 1 : end;
      if (complete) left--;
    }
    return new Line(digest.digest(), tooLong ? null : kept.toByteArray());
  }

  private int newline() {
    int place = at;
    while (place < end && buffer[place] != '\n') place++;
    return place;
  }

  private boolean more() throws IOException {
    while (at == end) {
      at = 0;
      end = 0;
      int read = in.read(buffer);
      if (read < 0) return false;
      end = read;
    }
    return true;
  }
}
