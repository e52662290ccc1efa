package baton.local.story;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.UnreadableEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A referral's events as they stand on the log, in its order.
 *
 * @param unreadable how many cannot be read: the reader has parked them, and they are left out of
 *     every fold
 */
public record ReadStory(List<Recorded<? extends BatonEvent>> events, int unreadable) {
  public ReadStory {
    events = List.copyOf(events);
  }

  /**
   * @param lines one event a line, as {@code GET /audit/referrals/{id}/events} gives them; closed
   *     in the end
   */
  public static ReadStory of(InputStream lines) throws IOException {
    var codec = new EventCodec();
    var events = new ArrayList<Recorded<? extends BatonEvent>>();
    int unreadable = 0;
    try (var reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine())
        try {
          events.add(codec.decode(Envelope.parse(line.getBytes(StandardCharsets.UTF_8))));
        } catch (UnreadableEvent parked) {
          unreadable++;
        }
    }
    return new ReadStory(events, unreadable);
  }

  /** What was on record by then; the moment itself is in it. */
  public List<Recorded<? extends BatonEvent>> recordedBy(Instant upTo) {
    return by(upTo, Recorded::recordedTime);
  }

  /** What had happened by then, whenever it was recorded. */
  public List<Recorded<? extends BatonEvent>> happenedBy(Instant upTo) {
    return by(upTo, Recorded::time);
  }

  private List<Recorded<? extends BatonEvent>> by(
      Instant upTo, Function<Recorded<? extends BatonEvent>, Instant> time) {
    return events.stream().filter(each -> !time.apply(each).isAfter(upTo)).toList();
  }
}
