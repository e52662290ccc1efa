package baton.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * One run of one candidate.
 *
 * @param events what it got through
 * @param nanos wall time
 * @param cpuNanos processor time of this process, its collector's with it, without the broker's:
 *     steadier than wall time on a machine that does other things as well
 */
public record Measured(long events, long nanos, long cpuNanos) {
  /**
   * @param work returns how many events it got through
   */
  public static Measured of(Callable<Long> work) throws Exception {
    long cpu = processCpuNanos();
    long started = System.nanoTime();
    long events = work.call();
    return new Measured(events, System.nanoTime() - started, processCpuNanos() - cpu);
  }

  /** Negative where the system does not tell. */
  public static long processCpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : -1;
  }

  public double eventsPerSecond() {
    return events * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
  }

  public double cpuNanosPerEvent() {
    return cpuNanos / (double) events;
  }
}
