package baton.local.commands;

import java.io.PrintWriter;

/** How much of a file is sent, as one line that is written over until it is full. */
final class ProgressBar {
  private static final int CELLS = 40;

  private final PrintWriter out;
  private final long total;
  private long sent;
  private int shown = -1;

  /**
   * @param total bytes
   */
  ProgressBar(PrintWriter out, long total) {
    this.out = out;
    this.total = total;
  }

  synchronized void add(long bytes) {
    sent += bytes;
    var percent = total == 0 ? 100 : (int) Math.min(100, sent * 100 / total);
    if (percent != shown) {
      shown = percent;
      var full = CELLS * percent / 100;
      out.print("\r[" + "#".repeat(full) + " ".repeat(CELLS - full) + "] " + percent + " %");
      out.flush();
    }
  }

  /** Leaves the line, so that what follows starts on one of its own. */
  synchronized void end() {
    if (shown >= 0) {
      out.println();
      out.flush();
    }
  }
}
