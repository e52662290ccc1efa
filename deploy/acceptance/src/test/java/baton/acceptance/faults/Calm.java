package baton.acceptance.faults;

import baton.local.client.BatonClient;
import baton.local.client.ServiceName;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits until nothing is on its way any more. */
record Calm(BatonClient client) {
  private static final Duration CALM_MAX = Duration.ofMinutes(3);
  private static final Duration ASK_EVERY = Duration.ofMillis(300);
  private static final Who DRIVER = new Who("administrator", "baton", "p-driver");

  /** Where a service stands. */
  private record Place(String head, String published, long read, long end) {
    static Place of(JsonNode progress) {
      return new Place(
          progress.path("storeHead").toString(),
          progress.path("published").toString(),
          progress.path("read").asLong(),
          progress.path("end").asLong());
    }

    boolean isQuiet() {
      return head.equals(published) && read == end && end > 0;
    }
  }

  /** Everything is published and read everywhere, and stays so from one question to the next. */
  void awaitRead() {
    var before = new AtomicReference<List<Place>>(List.of());
    await("everything is published and read")
        .until(
            () -> {
              var now = places();
              return now.equals(before.getAndSet(now)) && now.stream().allMatch(Place::isQuiet);
            });
  }

  /** Every limit that has passed by now is judged: the log is known as far as that. */
  void awaitJudged() {
    var now = Instant.parse(progress(ServiceName.ESCALATION).path("now").asText());
    await("everything due by " + now + " is judged").until(() -> isJudged(now));
  }

  private boolean isJudged(Instant moment) {
    var progress = progress(ServiceName.ESCALATION);
    var next = progress.path("nextDue");
    return Instant.parse(progress.path("judgedTo").asText()).isAfter(moment)
        && (!next.isTextual() || Instant.parse(next.asText()).isAfter(moment));
  }

  private static ConditionFactory await(String what) {
    return Awaitility.await(what).atMost(CALM_MAX).pollInterval(ASK_EVERY).ignoreExceptions();
  }

  private List<Place> places() {
    return Stream.of(ServiceName.values()).map(this::progress).map(Place::of).toList();
  }

  private JsonNode progress(ServiceName service) {
    return client.get(service, DRIVER, "/progress").orFail();
  }
}
