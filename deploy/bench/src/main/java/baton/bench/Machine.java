package baton.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where it was measured.
 *
 * @param load what else it did: the load average at the start, negative where unknown
 */
public record Machine(
    String processor, int cores, long memoryBytes, String system, String java, double load) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  public static Machine here() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    long memory =
        system instanceof com.sun.management.OperatingSystemMXBean of ? of.getTotalMemorySize() : 0;
    return new Machine(
        modelName(),
        Runtime.getRuntime().availableProcessors(),
        memory,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        system.getSystemLoadAverage());
  }

  private static String modelName() {
    try (var lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException noSuchFile) {
      return System.getProperty("os.arch");
    }
  }
}
