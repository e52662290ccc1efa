package baton.bench;

import java.util.concurrent.TimeUnit;

/**
 * One run of one candidate.
 *
 * @param events what it got through
 * @param nanos wall time
 * @param cpuNanos of the threads that did the work, without the collector's and the broker's:
 *     steadier than wall time on a machine that does other things as well
 */
public record Measured(long events, long nanos, long cpuNanos) {
  public double eventsPerSecond() {
    return events * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
  }

  public double cpuNanosPerEvent() {
    return cpuNanos / (double) events;
  }
}
