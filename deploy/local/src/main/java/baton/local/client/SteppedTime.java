package baton.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Moves the business clock of all live services, from one due instant to the next, and only while
 * every one of them says that it is idle (design section 7): so nothing that a moment causes is
 * still under way when the next moment comes.
 */
public final class SteppedTime {
  private static final Duration TOGETHER = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Who DRIVER = new Who("administrator", "baton", "p-driver");

  private final BatonClient client;
  private final Set<ServiceName> live = EnumSet.allOf(ServiceName.class);
  private Instant now;

  public SteppedTime(BatonClient client, Instant start) {
    this.client = client;
    this.now = start;
  }

  public Instant now() {
    return now;
  }

  /** The service was stopped: the clock goes on without it. */
  public void stopped(ServiceName service) {
    live.remove(service);
  }

  /**
   * The service runs again: it takes over the time of the others. Its own may be microseconds ahead
   * of theirs, for it goes on behind the newest event that it has stored.
   */
  public void started(ServiceName service) throws TimeoutException {
    live.add(service);
    var stands = client.get(service, DRIVER, "/clock").orFail().path("now").asText();
    step(later(Instant.parse(stands), now));
    settle();
  }

  /** Lets every deadline in it pass at its own time. */
  public void advance(Duration duration) throws TimeoutException {
    advance(duration, TOGETHER);
  }

  /**
   * @param together deadlines that fall due within so long of each other pass at one moment: those
   *     of referrals that came together differ by microseconds
   */
  public void advance(Duration duration, Duration together) throws TimeoutException {
    Instant target = now.plus(duration);
    settle();
    while (now.isBefore(target)) {
      Instant due = nextDue();
      Instant next =
          due == null ? target : later(due.truncatedTo(ChronoUnit.SECONDS), now).plus(together);
      step(next.isBefore(target) ? next : target);
      settle();
    }
  }

  /**
   * Waits until every live service is idle, twice in a row without a change in between: then
   * nothing is on its way from one to another.
   */
  public void settle() throws TimeoutException {
    Instant giveUp = Instant.now().plus(PATIENCE);
    List<JsonNode> before = List.of();
    while (true) {
      List<JsonNode> progress = progress();
      boolean idle = progress.stream().allMatch(p -> p.path("idle").asBoolean());
      if (idle && positions(progress).equals(positions(before))) return;
      if (Instant.now().isAfter(giveUp))
        throw new TimeoutException(
            "Baton did not become idle within " + PATIENCE.toMinutes() + " minutes: " + progress);
      before = idle ? progress : List.of();
      pause();
    }
  }

  private List<JsonNode> progress() {
    var all = new ArrayList<JsonNode>();
    for (ServiceName service : live) all.add(client.get(service, DRIVER, "/progress").orFail());
    return all;
  }

  private static List<Object> positions(List<JsonNode> progress) {
    return progress.stream()
        .<Object>map(
            p -> List.of(p.path("storeHead"), p.path("published"), p.path("read"), p.path("end")))
        .toList();
  }

  /** What falls due, and what reverts, at a time of its own; where nobody knows, null. */
  private Instant nextDue() {
    return Stream.of(ServiceName.ESCALATION, ServiceName.ALLOCATION)
        .filter(live::contains)
        .map(service -> client.get(service, DRIVER, "/progress").orFail().path("nextDue"))
        .filter(JsonNode::isTextual)
        .map(due -> Instant.parse(due.asText()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private void step(Instant to) {
    now = to;
    for (ServiceName service : live) {
      try {
        client.put(service, DRIVER, "/clock", Map.of("now", to.toString())).orFail();
      } catch (UncheckedIOException e) {
        throw new UncheckedIOException(
            "the clock could not be moved: " + e.getMessage(), e.getCause());
      }
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
