package baton.local.demo;

import baton.local.client.BatonClient;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.SteppedTime;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * What the three acts play on: a running Baton with a stepped clock, its people, and where the
 * audience reads.
 */
public record Stage(
    BatonClient client,
    Staff staff,
    SteppedTime time,
    Processes processes,
    ObjectMapper json,
    PrintStream out) {
  private static final int AT_ONCE = 16;

  /** The processes of the services, which the demo may kill and start. */
  public interface Processes {
    /** Kills it, as by {@code kill -9}; gives the pid that died. */
    long kill(ServiceName service);

    /** Starts it again and waits until it is ready. */
    void start(ServiceName service);
  }

  void say(String format, Object... args) {
    out.printf(format + "%n", args);
  }

  /** Many people at work at the same time. */
  <T> void everyone(Collection<T> items, Consumer<T> work) {
    try (var people = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var done = items.stream().map(item -> people.submit(() -> work.accept(item))).toList();
      for (var one : done) one.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
