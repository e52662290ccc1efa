package baton.bench.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.MovesCustody;
import baton.contract.Recorded;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.contract.Unrecognised;
import baton.custody.Custody;
import baton.custody.LogFold;
import baton.custody.Stage;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.policy.file.Defaults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogMakerTest {
  private static final Plan PLAN = new Plan(400, 0.2, 7);
  private final EventCodec codec = new EventCodec();

  private static List<byte[]> log(Plan plan) {
    var log = new ArrayList<byte[]>();
    new LogMaker(plan).make((_, _, value, length) -> log.add(Arrays.copyOf(value, length)));
    return log;
  }

  @Test
  void every_record_is_what_baton_itself_writes() {
    for (byte[] value : log(PLAN)) {
      Envelope read = Envelope.parse(value);
      Recorded<?> event = codec.decode(read);
      assertThat(event.event()).isNotInstanceOf(Unrecognised.class);
      var again =
          new Envelope(
              event.id().toString(),
              event.source(),
              read.type(),
              event.subject(),
              event.referral().toString(),
              event.streamSequence(),
              baton.journal.envelope.Times.text(event.time()),
              baton.journal.envelope.Times.text(event.recordedTime()),
              event.actor().toString(),
              event.organisation().toString(),
              event.causationId(),
              event.correlationId(),
              Envelope.DEFAULT_MARKING,
              event.event() instanceof MovesCustody,
              null,
              codec.data(event.event()));
      assertThat(new String(again.bytes(), UTF_8)).isEqualTo(new String(value, UTF_8));
      assertThat(event.event()).isInstanceOf(ReferralEvent.class);
    }
  }

  @Test
  void no_stand_in_is_left() {
    for (byte[] value : log(PLAN)) {
      var text = new String(value, UTF_8);
      for (Field field : Field.values())
        if (field.length() == 36 || field == Field.RECORDED || field == Field.CONTENT_HASH)
          assertThat(text).doesNotContain(field.standIn());
    }
  }

  @Test
  void streams_are_without_gaps_and_in_order_and_time_goes_forward() {
    var next = new HashMap<String, Long>();
    var seen = new HashMap<String, Instant>();
    var ids = new HashSet<Object>();
    int repeats = 0;
    for (byte[] value : log(PLAN)) {
      Recorded<?> event = codec.decode(Envelope.parse(value));
      if (!ids.add(event.id())) {
        repeats++;
        continue;
      }
      String stream = event.source() + " " + event.subject() + " " + event.referral();
      assertThat(event.streamSequence()).isEqualTo(next.merge(stream, 1L, Long::sum) - 1);
      Instant before = seen.put(event.referral().toString(), event.recordedTime());
      if (before != null) assertThat(event.recordedTime()).isAfter(before);
    }
    assertThat(repeats).isPositive();
  }

  @Test
  void each_life_ends_as_its_story_says() {
    var fold = new LogFold(Defaults.book());
    for (byte[] value : log(PLAN)) fold.apply(codec.decode(Envelope.parse(value)));
    Map<ReferralId, Custody> states = fold.states();
    assertThat(states).hasSize(400);
    assertThat(states.values())
        .allSatisfy(custody -> assertThat(custody.reading().gap()).isFalse())
        .allSatisfy(custody -> assertThat(custody.reading().divergences()).isEmpty());
    long open = 0;
    for (long referral = 0; referral < 400; referral++) if (PLAN.story(referral).open()) open++;
    assertThat(states.values().stream().filter(Custody::open)).hasSize((int) open);
    assertThat(states.values().stream().map(Custody::stage))
        .contains(Stage.RECEIVED, Stage.IN_ASSESSMENT, Stage.DISSEMINATED)
        .contains(Stage.WITH_FORCE, Stage.WITH_OFFICER, Stage.CONCLUDED);
  }

  @Test
  void the_open_share_is_as_asked() {
    var plan = new Plan(20_000, 0.25, 3);
    long open = 0;
    for (long referral = 0; referral < 20_000; referral++) if (plan.story(referral).open()) open++;
    assertThat(open).isBetween(4_700L, 5_300L);
  }

  @Test
  void a_part_of_a_plan_has_the_same_bytes_as_the_whole() {
    var whole = new HashSet<String>();
    log(PLAN).forEach(value -> whole.add(new String(value, UTF_8)));
    var part = new HashSet<String>();
    new LogMaker(PLAN)
        .make(100, 110, (_, _, value, length) -> part.add(new String(value, 0, length, UTF_8)));
    assertThat(part).isNotEmpty().isSubsetOf(whole);
  }

  @Test
  void a_referrals_events_lie_apart() {
    var first = new HashMap<Long, Integer>();
    var last = new HashMap<Long, Integer>();
    var place = new int[1];
    new LogMaker(PLAN)
        .make(
            (referral, _, _, _) -> {
              first.putIfAbsent(referral, place[0]);
              last.put(referral, place[0]++);
            });
    assertThat(last.get(200L) - first.get(200L)).isGreaterThan(100);
  }
}
