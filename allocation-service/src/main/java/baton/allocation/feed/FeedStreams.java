package baton.allocation.feed;

import baton.allocation.platform.AllocationConfig;
import baton.contract.OrganisationCode;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.platform.referral.Openings.Reader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of this instance that follow feeds. A commit here wakes those that it concerns;
 * what another instance committed is seen by looking, four times a second, at the ends of all feeds
 * together.
 */
@ApplicationScoped
public class FeedStreams {
  private static final Logger LOG = LoggerFactory.getLogger(FeedStreams.class);
  private static final long LOOK_EVERY_MILLIS = 250;

  /** Pages that are read at the same time: of fourteen connections to the database. */
  private static final int READING_AT_ONCE = 4;

  private final FeedReading reading;
  private final FeedSight sight;
  private final Transactions transactions;
  private final AllocationConfig.Feed limits;
  private final Counter cuts;
  private final Set<Open> open = ConcurrentHashMap.newKeySet();
  private final Semaphore readers = new Semaphore(READING_AT_ONCE, true);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("feeds").factory());

  /** A service that stops waits for what it answers; a stream would be waited for in vain. */
  private final Thread leaving = new Thread(this::endAll, "feeds-leaving");

  public FeedStreams(
      FeedReading reading,
      FeedSight sight,
      Transactions transactions,
      AllocationConfig config,
      FeedNews news,
      MeterRegistry meters) {
    this.reading = reading;
    this.sight = sight;
    this.transactions = transactions;
    this.limits = config.feed();
    news.wake(this::wake);
    Gauge.builder("baton.feed.streams", open, Set::size)
        .description("Connections that follow a feed")
        .register(meters);
    cuts =
        Counter.builder("baton.feed.streams.cut")
            .description("Subscribers that took nothing for too long")
            .register(meters);
  }

  /**
   * Who follows.
   *
   * @param reader the caller
   * @param ends nanoseconds of the system from which on the caller's token is worth nothing
   * @param cut closes the connection, whatever still waits to be sent on it
   */
  record Follower(Reader reader, OrganisationCode force, long ends, Runnable cut) {
    OrganisationCode organisation() {
      return reader.organisation();
    }
  }

  private record Open(Follower who, FeedStream stream) {}

  void start(@Observes StartupEvent started) {
    Runtime.getRuntime().addShutdownHook(leaving);
    looking.scheduleWithFixedDelay(
        this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopped) {
    looking.shutdownNow();
    endAll();
    workers.shutdown();
    try {
      Runtime.getRuntime().removeShutdownHook(leaving);
    } catch (IllegalStateException alreadyRuns) {
      // Then it does what is wanted.
    }
  }

  private void endAll() {
    open.forEach(each -> each.stream().end());
  }

  /** As many as one organisation may have here. */
  void requireRoom(OrganisationCode organisation) {
    long has = open.stream().filter(o -> o.who().organisation().equals(organisation)).count();
    if (has >= limits.streamsEach())
      throw Problems.of(
          429,
          "too-many-streams",
          "Too many",
          "your organisation follows its feeds on "
              + has
              + " connections already; close those that nobody reads any more");
  }

  /** What stands behind a place, and then whatever comes. */
  Flow.Publisher<FeedLine> follow(Follower who, long after) {
    return subscriber -> {
      var self = new Open[1];
      var stream =
          new FeedStream(
              source(who),
              after,
              subscriber,
              workers,
              System::nanoTime,
              () -> open.remove(self[0]));
      self[0] = new Open(who, stream);
      open.add(self[0]);
      subscriber.onSubscribe(stream);
    };
  }

  private FeedStream.Source source(Follower who) {
    return new FeedStream.Source() {
      @Override
      public FeedReading.Pages behind(long after, int limit) {
        readers.acquireUninterruptibly();
        try {
          return reading.behind(who.reader(), who.force(), after, limit);
        } finally {
          readers.release();
        }
      }

      @Override
      public boolean allowed() {
        return sight.reads(who.organisation(), who.force());
      }
    };
  }

  private void wake(Set<OrganisationCode> forces) {
    for (Open each : open) if (forces.contains(each.who().force())) each.stream().wake();
  }

  private void look() {
    if (open.isEmpty()) return;
    try {
      Map<OrganisationCode, Long> heads =
          transactions.inTransaction(() -> FeedTable.on(transactions.connection()).heads());
      for (Open each : open)
        if (heads.getOrDefault(each.who().force(), 0L) > each.stream().position())
          each.stream().wake();
    } catch (RuntimeException unreadable) {
      LOG.warn("The ends of the feeds could not be read: {}", unreadable.getMessage());
    }
    open.forEach(this::keep);
  }

  private void keep(Open each) {
    try {
      tend(each);
    } catch (RuntimeException failure) {
      // The others go on, and so do the looks at it.
      LOG.warn("A stream of the feed of {} could not be kept", each.who().force(), failure);
    }
  }

  private void tend(Open each) {
    if (System.nanoTime() - each.who().ends() >= 0) each.stream().end();
    else if (each.stream().blocked(limits.blockedMax())) cut(each);
    else each.stream().beat(limits.heartbeat());
  }

  private void cut(Open each) {
    LOG.info("A subscriber to the feed of {} took nothing for too long: cut", each.who().force());
    each.stream().cancel();
    each.who().cut().run();
    cuts.increment();
  }
}
