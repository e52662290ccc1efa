package baton.bench.sweep;

import baton.bench.Measured;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** Times what one stream thread is handed, from the first record to the last. */
final class StreamsMeter {
  private final long expected;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private long handed;
  private long started;
  private long startedCpu;
  private volatile Measured measured;

  StreamsMeter(long expected) {
    this.expected = expected;
  }

  void before() {
    if (handed++ > 0) return;
    startedCpu = Measured.processCpuNanos();
    started = System.nanoTime();
  }

  void after() {
    if (handed != expected) return;
    measured =
        new Measured(handed, System.nanoTime() - started, Measured.processCpuNanos() - startedCpu);
    over.countDown();
  }

  StreamThreadExceptionResponse failed(Throwable error) {
    failure.set(error);
    over.countDown();
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  Measured await(long patience, TimeUnit unit) throws Exception {
    boolean inTime = over.await(patience, unit);
    if (failure.get() != null) throw new IllegalStateException("Kafka Streams", failure.get());
    if (!inTime)
      throw new IllegalStateException(
          "Kafka Streams got through " + handed + " of " + expected + " records");
    return measured;
  }
}
