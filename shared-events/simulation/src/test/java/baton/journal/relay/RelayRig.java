package baton.journal.relay;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.contract.journal.EventParked;
import baton.contract.journal.EventReleased;
import baton.contract.journal.ParkReason;
import baton.simulation.Actor;
import baton.simulation.Bug;
import baton.simulation.Call;
import baton.simulation.Service;
import baton.simulation.SimulatedProducer;
import baton.simulation.World;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** The real relay of one process, its ports simulated. */
public final class RelayRig {
  private static final RelayMetrics METRICS =
      new RelayMetrics(new CompositeMeterRegistry(), () -> null);

  /** Only a planted bug uses it. */
  static long idTakenEarly;

  private final World world;
  private final Service service;
  private final Actor actor;
  private final Signal signal;

  public RelayRig(World world, Service service, Actor actor) {
    this.world = world;
    this.service = service;
    this.actor = actor;
    this.signal = new SimulatedSignal(actor);
  }

  /** Until it is told to stop. */
  public void run() {
    var settings =
        new RelaySettings(
            service.source(),
            actor.toString(),
            Map.of(),
            world.relayBatch(),
            Duration.ofMillis(250),
            Duration.ofMillis(200));
    new RelayLoop(
            new Parts(
                settings,
                () -> new SimulatedRelayDatabase(world, service, actor),
                this::clock,
                systemTime(),
                parking(),
                ignored -> new SimulatedProducer(world, actor),
                this::broker,
                signal,
                new Beats(settings.heartbeatEvery()),
                new AtomicReference<>(RelayState.waiting()),
                METRICS))
        .run();
  }

  public void stop() {
    signal.stop();
  }

  private Instant clock() {
    if (world.bug() == Bug.WATERMARK_SAMPLED_AFTER_THE_ID) {
      idTakenEarly = service.store().takeXid();
      actor.call("read the clock too late");
    }
    return service.now();
  }

  private SystemTime systemTime() {
    return new SystemTime() {
      @Override
      public Instant now() {
        return world.time().now();
      }

      @Override
      public long nanos() {
        return world.time().nanos();
      }
    };
  }

  private RelayParking parking() {
    return new RelayParking() {
      @Override
      public void parked(ReferralId referral, EventId event, String type) {
        service.tell(
            actor,
            new EventParked(referral, service.name(), event, type, ParkReason.UNPUBLISHABLE));
      }

      @Override
      public void released(ReferralId referral, EventId event) {
        service.tell(actor, new EventReleased(referral, service.name(), event));
      }
    };
  }

  private Broker broker() {
    return new Broker() {
      @Override
      public Map<String, Uuid> topicIds(Collection<String> topics) throws SendFailed {
        answered("ask for the topics");
        Map<String, Uuid> ids = new HashMap<>();
        for (String topic : topics) ids.put(topic, world.log().topicId(topic));
        return ids;
      }

      @Override
      public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
          throws SendFailed {
        answered("ask for the ends");
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition each : partitions) ends.put(each, world.log().end(each));
        return ends;
      }

      private void answered(String question) throws SendFailed {
        Call call = actor.call(question);
        if (call.fails()) throw new SendFailed("the broker does not answer", null);
      }

      @Override
      public void close() {}
    };
  }

  static ParkedKey parkedKey(StoredEvent event, Position after, String refusal, Instant now) {
    String referral = event.envelope().referral();
    return new ParkedKey(
        event.key(),
        referral == null ? null : ReferralId.of(referral),
        after,
        event.id(),
        event.type(),
        refusal,
        now,
        referral == null,
        event.tellsOfParking(),
        false);
  }
}
