package baton.escalation.replay;

import baton.escalation.platform.EscalationConfig;
import baton.journal.reader.LogStalled;
import baton.replay.ReplayCancelled;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what takes too long for a request, one at a time and by a thread of its own. Whoever asks
 * for the same waits a little and shares it; everybody else is told to come again.
 *
 * @param <K> what is asked for
 * @param <V> what is made of it
 */
public final class Workshop<K, V> {
  private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

  private final String code;
  private final String what;
  private final Duration waitMax;
  private final Semaphore waiting;
  private final ExecutorService maker;
  private Making<K, V> making;

  /**
   * @param code of the problem that tells whoever has to come again
   * @param what is made, as a sentence begins
   * @param thread its name
   */
  public Workshop(String code, String what, String thread, EscalationConfig.AsAt config) {
    this.code = code;
    this.what = what;
    this.waitMax = config.waitMax();
    this.waiting = new Semaphore(config.waitingMax());
    this.maker =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name(thread).daemon().factory());
  }

  private record Making<K, V>(K wanted, CompletableFuture<V> result) {}

  public void stop() {
    maker.shutdownNow();
  }

  /**
   * @param kept looks among what was made before; it and {@code keep} are never called at once
   * @param make makes it; what it throws is thrown to all who wait
   * @param keep told of it before anybody gets it
   * @throws NotMadeYet to be asked again later
   */
  public V get(K wanted, Supplier<Optional<V>> kept, Callable<V> make, Consumer<V> keep) {
    CompletableFuture<V> result;
    synchronized (this) {
      Optional<V> there = kept.get();
      if (there.isPresent()) return there.get();
      result = begin(wanted, make, keep);
    }
    if (!waiting.tryAcquire()) throw notYet("too many wait for it already");
    try {
      return await(result);
    } finally {
      waiting.release();
    }
  }

  private CompletableFuture<V> begin(K wanted, Callable<V> make, Consumer<V> keep) {
    if (making != null) {
      if (!making.wanted().equals(wanted)) throw notYet("another is being made");
      return making.result();
    }
    var result = new CompletableFuture<V>();
    making = new Making<>(wanted, result);
    maker.execute(() -> make(result, make, keep));
    return result;
  }

  private void make(CompletableFuture<V> result, Callable<V> make, Consumer<V> keep) {
    try {
      V made = make.call();
      synchronized (this) {
        making = null;
        keep.accept(made);
      }
      result.complete(made);
    } catch (Exception | Error failure) {
      synchronized (this) {
        making = null;
      }
      result.completeExceptionally(failure);
    }
  }

  private V await(CompletableFuture<V> result) {
    try {
      return result.get(waitMax.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException notYet) {
      throw notYet("it is being made from the log");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw notYet("the service is being stopped");
    } catch (ExecutionException failed) {
      throw told(failed.getCause());
    }
  }

  private RuntimeException told(Throwable failure) {
    return switch (failure) {
      case ReplayCancelled _ -> notYet("the service is being stopped");
      case KafkaException unreadable -> unreadable(unreadable);
      case LogStalled unreadable -> unreadable(unreadable);
      case RuntimeException known -> known;
      default -> new IllegalStateException(failure);
    };
  }

  private NotMadeYet unreadable(RuntimeException failure) {
    LOG.warn("{} could not be made: the log cannot be read", what, failure);
    return notYet("the log cannot be read just now");
  }

  private NotMadeYet notYet(String why) {
    return new NotMadeYet(code, what, why);
  }
}
