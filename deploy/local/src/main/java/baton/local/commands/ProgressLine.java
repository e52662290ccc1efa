package baton.local.commands;

import java.io.PrintWriter;

/**
 * One line on a terminal that is written over as something goes on. Where standard error is no
 * terminal nothing is written: a log file is no place for it.
 */
final class ProgressLine {
  private static final int CELLS = 30;
  private static final String TO_END_OF_LINE = "\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private boolean shown;

  ProgressLine(PrintWriter err) {
    // Set by the script, which alone can tell.
    this(err, Boolean.getBoolean("baton.terminal"));
  }

  ProgressLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /**
   * @param total 0 where it is not known
   */
  synchronized void show(long done, long total, String words) {
    if (!terminal) return;
    shown = true;
    long percent = total <= 0 ? 0 : Math.min(100, done * 100 / total);
    int full = (int) (CELLS * percent / 100);
    String bar =
        total <= 0
            ? ""
            : "[%s%s] %3d %%  ".formatted("#".repeat(full), " ".repeat(CELLS - full), percent);
    err.print("\r" + bar + words + TO_END_OF_LINE);
    err.flush();
  }

  /** What follows starts on a line of its own. */
  synchronized void end() {
    if (shown) err.println();
    shown = false;
    err.flush();
  }
}
