package baton.parts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts Java programs that outlive this JVM and the terminal it was started from, with the JDK
 * that this JVM runs on. Output goes to a log file, which is started anew.
 */
public final class Detached {
  private static final Path NOTHING = Path.of("/dev/null");

  private Detached() {}

  /** The process; it has this number also where a helper program detaches it. */
  public static Process start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    var whole = new ArrayList<>(detacher());
    whole.addAll(command);
    var builder =
        new ProcessBuilder(whole)
            .redirectInput(NOTHING.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The {@code java} of this JVM's JDK. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * {@code setsid} takes the program out of reach of the terminal's Ctrl-C; where there is none
   * (macOS) {@code nohup} keeps it alive when the terminal closes.
   */
  private static List<String> detacher() {
    return Stream.of("setsid", "nohup").filter(Detached::onPath).limit(1).toList();
  }

  private static boolean onPath(String program) {
    var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
