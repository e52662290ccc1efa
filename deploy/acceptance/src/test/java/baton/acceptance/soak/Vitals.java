package baton.acceptance.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a process holds on to, once everything that nobody needs has been collected. */
record Vitals(long heapKb, long files, long threads) {
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  private static final Pattern USED = Pattern.compile("(?:new|enured|def).*? used (\\d+)K");

  static Vitals of(ProcessHandle process) {
    try {
      jcmd(process.pid(), "GC.run");
      return new Vitals(
          heap(jcmd(process.pid(), "GC.heap_info")),
          count(Path.of("/proc", "" + process.pid(), "fd")),
          count(Path.of("/proc", "" + process.pid(), "task")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long heap(String told) {
    var used = USED.matcher(told);
    long sum = 0;
    while (used.find()) sum += Long.parseLong(used.group(1));
    if (sum == 0) throw new IllegalStateException("no heap in: " + told);
    return sum;
  }

  private static long count(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.count();
    }
  }

  private static String jcmd(long pid, String command) throws IOException {
    var process =
        new ProcessBuilder(JCMD.toString(), "" + pid, command).redirectErrorStream(true).start();
    var told = new StringBuilder();
    try (var out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      out.lines().forEach(line -> told.append(line).append('\n'));
    }
    return told.toString();
  }
}
