package baton.simulation;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs a history on a virtual thread, as its actors do: handing over then costs no change of the
 * machine's threads.
 */
final class Carrier {
  private Carrier() {}

  static <T> T run(Supplier<T> work) {
    if (Thread.currentThread().isVirtual()) return work.get();
    var task = new FutureTask<>(work::get);
    Thread.ofVirtual().start(task);
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
