package baton.replay;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.HoldsPersonalData;
import baton.contract.MovesCustody;
import baton.contract.Recorded;
import baton.custody.Histories;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Times;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A log of many referrals, with everything on it that a log may hold; the same for a seed. */
final class RandomLog {
  /**
   * One record.
   *
   * @param key of the record, usually the referral's id
   */
  record Told(String key, byte[] value) {}

  private static final EventCodec CODEC = new EventCodec();

  private final RandomGenerator random;
  private final boolean hostile;

  /**
   * @param hostile with gaps, unknown types and bytes that no writer of Baton writes
   */
  RandomLog(long seed, boolean hostile) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.hostile = hostile;
  }

  /** Their stories, one among the others. */
  List<Told> referrals(int count, int eventsMax) {
    var stories = new ArrayList<List<Told>>();
    for (int i = 0; i < count; i++) stories.add(new ArrayList<>(story(eventsMax)));
    var log = new ArrayList<Told>();
    int from = 0;
    while (from < stories.size()) {
      // About a tenth of them are under way at the same time.
      int which = from + random.nextInt(Math.min(stories.size() - from, count / 10 + 1));
      List<Told> story = stories.get(which);
      if (!story.isEmpty()) {
        log.add(story.removeFirst());
        if (random.nextInt(40) == 0)
          log.add(log.get(log.size() - 1 - random.nextInt(Math.min(log.size(), 300))));
      }
      while (from < stories.size() && stories.get(from).isEmpty()) from++;
    }
    return log;
  }

  private List<Told> story(int eventsMax) {
    long seed = random.nextLong();
    int events = 1 + random.nextInt(eventsMax);
    var history =
        random.nextBoolean()
            ? Histories.random(seed, events)
            : Histories.concluded(seed, random.nextInt(4) == 0 ? events : random.nextInt(3));
    return told(history);
  }

  /**
   * One referral from receipt to an outcome, out of order: what ends it waits for the first of
   * these, which it follows in its stream.
   */
  List<Told> concluded() {
    while (true) {
      List<Recorded<? extends BatonEvent>> history = Histories.concluded(random.nextLong(), 6);
      var last = history.getLast();
      for (int i = 0; i < history.size(); i++) {
        var event = history.get(i);
        boolean before =
            event.source().equals(last.source())
                && event.streamSequence() == last.streamSequence() - 1;
        if (!before) continue;
        var apart = new ArrayList<>(history);
        apart.addFirst(apart.remove(i));
        return told(apart);
      }
    }
  }

  private List<Told> told(List<Recorded<? extends BatonEvent>> history) {
    UUID referral = uuid();
    var story = new ArrayList<Told>();
    for (var event : history) {
      Envelope envelope = envelope(event, referral);
      if (hostile && random.nextInt(60) == 0) continue;
      byte[] value = envelope.bytes();
      if (hostile && random.nextInt(25) == 0) value = spoilt(value);
      String key = hostile && random.nextInt(200) == 0 ? uuid().toString() : referral.toString();
      int at =
          hostile && random.nextInt(30) == 0 && !story.isEmpty() ? story.size() - 1 : story.size();
      story.add(at, new Told(key, value));
    }
    return story;
  }

  private Envelope envelope(Recorded<? extends BatonEvent> event, UUID referral) {
    String was = event.referral().toString();
    String data = CODEC.data(event.event()).replace(was, referral.toString());
    if (event.event() instanceof HoldsPersonalData<?, ?> && random.nextBoolean())
      data =
          data.substring(0, data.length() - 1)
              + ",\"sealed\":{\"key\":\""
              + uuid()
              + "\",\"box\":\""
              + "Qk94".repeat(random.nextInt(60))
              + "\"}}";
    boolean caused = random.nextBoolean();
    return new Envelope(
        new EventId(uuid()).toString(),
        event.source(),
        EventTypes.nameOf(event.event().getClass()),
        event.subject().replace(was, referral.toString()),
        referral.toString(),
        event.streamSequence(),
        Times.text(event.time().minusNanos(1000L * random.nextInt(3_000_000))),
        Times.text(event.recordedTime().plusNanos(1000L * random.nextInt(1_000_000))),
        event.actor().toString(),
        event.organisation().value(),
        caused ? uuid().toString() : null,
        caused ? uuid().toString() : null,
        Envelope.DEFAULT_MARKING,
        event.event() instanceof MovesCustody,
        random.nextBoolean() ? "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" : null,
        data);
  }

  /** What no writer of Baton would write, or a newer one. */
  private byte[] spoilt(byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    String other =
        switch (random.nextInt(16)) {
          case 0 -> text.replaceFirst("\"type\":\"baton\\.", "\"type\":\"baton.new-");
          case 1 ->
              text.replaceFirst("\"type\":\"baton\\.", "\"type\":\"baton.new-")
                  .replace("\"custody\":\"moves\",", "")
                  .replaceFirst("\"datacontenttype\"", "\"custody\":\"moves\",\"datacontenttype\"");
          case 2 -> text.substring(0, random.nextInt(text.length()));
          case 3 -> text + (random.nextBoolean() ? " " : "}");
          case 4 -> text.replaceFirst("\"data\":\\{", "\"data\": {");
          case 5 -> text.replaceFirst("\"marking\":\"", "\"odd\":\"x\",\"marking\":\"");
          case 6 -> text.replaceFirst("\"actor\":\"person", "\"actor\":\"\\\\u0070erson");
          case 7 -> text.replaceFirst("\"actor\":\"[a-z]+:", "\"actor\":\"nobody:");
          case 8 -> text.replaceFirst("T(\\d\\d):", "T2$1:");
          case 9 -> text.replaceFirst("\"recordedtime\":\"2", "\"recordedtime\":\"3");
          case 10 -> text.replaceFirst("\"streamsequence\":\"0", "\"streamsequence\":\"-");
          case 11 -> text.replaceFirst("\"marking\":\"[^\"]*\"", "\"marking\":\"\"");
          case 12 ->
              text.replaceFirst(
                  "\"organisation\":\"[^\"]*\"",
                  "\"organisation\":\"" + "x".repeat(random.nextInt(90)) + "\"");
          case 13 -> text.replaceFirst("\"data\":\\{", "\"data\":{\"note\":\"\u00e9\",");
          case 14 ->
              text.replaceFirst("\"time\":\"", "\"time\":\"2026-01-01T00:00:00Z\",\"time\":\"");
          default -> flipped(text);
        };
    return other.getBytes(StandardCharsets.UTF_8);
  }

  private String flipped(String text) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + (char) random.nextInt(128) + text.substring(at + 1);
  }

  private UUID uuid() {
    return new UUID(
        random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x7000,
        random.nextLong() & (-1L >>> 2) | 1L << 63);
  }
}
