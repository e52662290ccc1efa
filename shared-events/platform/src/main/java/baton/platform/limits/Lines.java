package baton.platform.limits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of an upload, a few at a time: never more in memory than one chunk, however long the
 * upload or one of its lines is.
 */
public final class Lines {

  /** One transaction's worth. Source: design section 3. */
  private static final int CHUNK_LINES = 500;

  private static final int CHUNK_BYTES = 4 * 1024 * 1024;

  private final InputStream upload;
  private final int lineMax;
  private final byte[] buffer = new byte[64 * 1024];
  private int filled;
  private int next;
  private int number;
  private boolean ended;
  private IOException broken;

  public Lines(InputStream upload, int lineMax) {
    this.upload = upload;
    this.lineMax = lineMax;
  }

  /**
   * @param number counts from 1, empty lines included
   * @param content null where the line is longer than one referral may be
   */
  public record Line(int number, byte[] content) {}

  /**
   * The next lines that are not empty; none at the end. Waits for the sender, so no transaction may
   * be open. When the upload breaks off, the whole lines before that are still given.
   *
   * @throws IOException once there is nothing left of an upload that broke off
   */
  public List<Line> nextChunk() throws IOException {
    var chunk = new ArrayList<Line>();
    try {
      read(chunk);
    } catch (IOException e) {
      broken = e;
      ended = true;
    }
    if (chunk.isEmpty() && broken != null) throw broken;
    return chunk;
  }

  private void read(List<Line> chunk) throws IOException {
    long bytes = 0;
    while (!ended && chunk.size() < CHUNK_LINES && bytes < CHUNK_BYTES) {
      Line line = nextLine();
      if (line == null) continue;
      chunk.add(line);
      bytes += line.content() == null ? 0 : line.content().length;
    }
  }

  private Line nextLine() throws IOException {
    var content = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean empty = true;
    for (int b = read(); b != '\n'; b = read()) {
      if (b < 0) {
        ended = true;
        break;
      }
      empty &= b == ' ' || b == '\t' || b == '\r';
      tooLong |= content.size() == lineMax;
      if (!tooLong) content.write(b);
    }
    number++;
    if (empty) return null;
    return new Line(number, tooLong ? null : content.toByteArray());
  }

  private int read() throws IOException {
    if (next == filled) {
      filled = upload.read(buffer);
      next = 0;
      if (filled < 0) {
        filled = 0;
        return -1;
      }
    }
    return buffer[next++] & 0xff;
  }
}
