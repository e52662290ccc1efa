package baton.platform.wiring;

import baton.journal.audit.StoreAudit;
import baton.journal.reader.LogReader;
import baton.journal.relay.Relay;
import baton.journal.store.AxonJournal;
import baton.journal.store.TransactionFailed;
import baton.platform.BatonConfig;
import baton.platform.ReadOnly;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the journal once the databases are migrated. The broker may come later: until it does, the
 * service answers, stores, and says that it is not ready.
 */
@Singleton
public class JournalLife {

  private static final Logger LOG = LoggerFactory.getLogger(JournalLife.class);
  private static final long NEXT_TRY_SECONDS = 1;
  private static final long NEXT_LOOK_SECONDS = 5;

  private final BatonConfig config;
  private final StartInOrder order;
  private final AxonJournal journal;
  private final Relay relay;
  private final LogReader reader;
  private final StoreAudit audit;
  private final ReadOnly readOnly;
  private final Instance<BeforeReading> before;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread connecting = Thread.ofVirtual().name("log-connect").unstarted(this::connect);
  private long pause = NEXT_TRY_SECONDS;
  private volatile boolean relaying;
  private volatile boolean readingBefore;
  private volatile boolean connected;

  JournalLife(
      BatonConfig config,
      StartInOrder order,
      AxonJournal journal,
      Relay relay,
      LogReader reader,
      StoreAudit audit,
      ReadOnly readOnly,
      @Any Instance<BeforeReading> before) {
    this.before = before;
    this.config = config;
    this.order = order;
    this.journal = journal;
    this.relay = relay;
    this.reader = reader;
    this.audit = audit;
    this.readOnly = readOnly;
  }

  /** First of all that starts: what others append then waits for the first look. */
  void start(@Observes @Priority(1) StartupEvent started) {
    connecting.start();
  }

  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    stopping.countDown();
    connecting.join();
    if (connected && !readOnly.holds()) audit.close();
    reader.stop();
    if (relaying) relay.close();
    journal.shutdown();
  }

  /** The log's topics are there, relay and reader were started. */
  public boolean connected() {
    return connected;
  }

  /** While it is not {@link #connected}: what for, in a sentence. */
  public String waitsFor() {
    return readingBefore
        ? "what was read before is gone through once more, before anything new is read"
        : "the broker does not answer";
  }

  /** Why what is sealed cannot be read, in a sentence; all else goes on. */
  public Optional<String> keyring() {
    return order.keyring();
  }

  private void connect() {
    try {
      boolean stopped = false;
      while (!stopped && !started()) stopped = stopping.await(pause, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private boolean started() throws InterruptedException {
    pause = NEXT_TRY_SECONDS;
    try {
      if (!order.found()) {
        pause = NEXT_LOOK_SECONDS;
        return false;
      }
      LogTopics.ensure(config);
      if (!relaying && !readOnly.holds()) {
        relay.start();
        relaying = true;
      }
      if (!isReadBefore()) return false;
      reader.start();
      if (!readOnly.holds()) audit.start();
      connected = true;
    } catch (ExecutionException | KafkaException | IllegalStateException e) {
      LOG.warn("The broker at {} does not answer yet: {}", config.kafka(), e.getMessage());
    } catch (SQLException | TransactionFailed e) {
      LOG.warn("The database does not answer yet: {}", e.getMessage());
    }
    return connected;
  }

  /** Each goes on where it was when it is tried again, whatever it failed at. */
  private boolean isReadBefore() {
    readingBefore = true;
    try {
      for (BeforeReading each : before) each.run(reader.again(), this::isStopping);
      return !isStopping();
    } catch (RuntimeException failure) {
      LOG.warn("What comes before reading on could not be done yet", failure);
      return false;
    } finally {
      readingBefore = false;
    }
  }
}
