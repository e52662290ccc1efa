package baton.platform.wiring;

import baton.journal.audit.StoreAudit;
import baton.journal.reader.LogReader;
import baton.journal.relay.Relay;
import baton.journal.store.AxonJournal;
import baton.platform.BatonConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
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

  private final BatonConfig config;
  private final AxonJournal journal;
  private final Relay relay;
  private final LogReader reader;
  private final StoreAudit audit;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread connecting = Thread.ofVirtual().name("log-connect").unstarted(this::connect);
  private volatile boolean relaying;
  private volatile boolean connected;

  JournalLife(
      BatonConfig config, AxonJournal journal, Relay relay, LogReader reader, StoreAudit audit) {
    this.config = config;
    this.journal = journal;
    this.relay = relay;
    this.reader = reader;
    this.audit = audit;
  }

  void start(@Observes StartupEvent started) {
    connecting.start();
  }

  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    stopping.countDown();
    connecting.join();
    if (connected) audit.close();
    reader.stop();
    if (relaying) relay.close();
    journal.shutdown();
  }

  /** The log's topics are there, relay and reader were started. */
  public boolean connected() {
    return connected;
  }

  private void connect() {
    try {
      boolean stopped = false;
      while (!stopped && !started()) stopped = stopping.await(NEXT_TRY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean started() throws InterruptedException {
    try {
      LogTopics.ensure(config);
      if (!relaying) relay.start();
      relaying = true;
      reader.start();
      audit.start();
      connected = true;
    } catch (ExecutionException | KafkaException e) {
      LOG.warn("The broker at {} does not answer yet: {}", config.kafka(), e.getMessage());
    }
    return connected;
  }
}
