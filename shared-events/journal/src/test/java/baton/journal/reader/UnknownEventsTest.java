package baton.journal.reader;

import static baton.journal.reader.ReaderBed.SOON;
import static baton.journal.reader.ReaderBed.awaitIdle;
import static baton.journal.reader.ReaderBed.ids;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.EarlierVersion;
import baton.contract.EarlierVersions;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.AssessorAssigned;
import baton.contract.risk.TriagePrioritySet;
import baton.custody.Custody;
import baton.journal.Samples;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.store.PageBytes;
import baton.policy.file.Defaults;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A rolling upgrade: a newer writer puts a type on the log that moves custody and that this reader
 * does not know; then the reader is upgraded as well. The unknown type is one that only the second
 * codec has heard of.
 */
class UnknownEventsTest {
  private static final String UNKNOWN = "baton.assessment-accepted.v0";

  @JsonTypeName(UNKNOWN)
  record Accepted(ReferralId referral, PersonId by) implements EarlierVersion<AssessmentAccepted> {
    @Override
    public AssessmentAccepted today() {
      return new AssessmentAccepted(referral, 1, by, OrganisationCode.NCA, null);
    }
  }

  /** Knows the type, and not what it may hold. */
  @JsonTypeName(UNKNOWN)
  record Strict(ReferralId referral, Grade by) implements EarlierVersion<AssessmentAccepted> {
    @Override
    public AssessmentAccepted today() {
      throw new UnsupportedOperationException();
    }
  }

  private static final EventCodec UPGRADED =
      new EventCodec(EarlierVersions.OF_CONTRACT.with(Accepted.class, AssessmentAccepted.class));
  private static final PersonId ASSESSOR = PersonId.of("p-1001");
  private static final String NCA = "/nca-service";

  private final ReaderBed bed = new ReaderBed(2);
  private final ReferralId referral = Samples.newReferral();
  private final ReaderBed.Instance old = bed.instance();
  private final ReaderBed.Instance upgraded = bed.instance();
  private List<Envelope> story;

  @BeforeEach
  void writeAStory() {
    upgraded.codec = UPGRADED;
    story =
        List.of(
            Written.envelope(
                Written.INTAKE,
                Samples.received(referral).withSealed(Sealed.box("k", new byte[] {1})),
                0),
            Written.envelope(NCA, new AssessorAssigned(referral, 1, ASSESSOR, null), 0),
            accepted(),
            Written.envelope(NCA, new TriagePrioritySet(referral, null, Grade.LOW, null), 2));
    bed.log.write(story);
    bed.log.write(Written.note(Samples.newReferral(), 0));
  }

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void an_old_reader_beside_a_new_writer_skips_counts_and_stops_only_that_fold() {
    awaitIdle(old.started());
    assertThat(bed.seen()).hasSize(5).containsSubsequence(ids(story));
    assertThat(old.meters.get("baton.reader.unknown").tag("type", UNKNOWN).counter().count())
        .isEqualTo(1);
    Custody folded = folded(old.handled);
    assertThat(folded.reading().stoppedBy().event().toString()).isEqualTo(story.get(2).id());
    assertThat(folded.custodian().person()).isNull();
    assertThat(skipped()).containsExactly(UNKNOWN);
    assertThat(bed.texts("select encode(value, 'escape') from archived"))
        .contains(new String(story.get(2).bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void after_the_upgrade_the_story_is_folded_as_if_nothing_had_been_unknown() {
    LogReader before = old.started();
    awaitIdle(before);
    before.stop();

    upgraded.started();
    await().atMost(SOON).until(() -> skipped().isEmpty());

    Custody folded = folded(upgraded.retold);
    assertThat(folded).isEqualTo(folded(readFromTheStart()));
    assertThat(folded.custodian().person()).isEqualTo(ASSESSOR);
    assertThat(folded.reading().stoppedBy()).isNull();
    assertThat(bed.seen()).hasSize(6).last().isEqualTo(story.get(2).id());
  }

  @Test
  void long_stories_are_told_again_a_few_at_a_time() {
    var all = Stream.generate(Samples::newReferral).limit(30).toList();
    for (var one : all) {
      bed.log.write(
          Written.envelope(
              Written.INTAKE,
              Samples.received(one).withSealed(Sealed.box("k", new byte[350_000])),
              0));
      bed.log.write(accepted(one, 0));
    }
    LogReader before = old.started();
    awaitIdle(before);
    before.stop();

    upgraded.started();
    await().atMost(SOON).until(() -> skipped().isEmpty());
    assertThat(upgraded.retoldBytes).as("at once").allMatch(bytes -> bytes <= PageBytes.MAX);
    assertThat(upgraded.retold).extracting(record -> record.event().referral()).containsAll(all);
  }

  @Test
  void while_both_versions_read_nothing_is_lost_either() {
    old.started();
    upgraded.started();
    await().atMost(SOON).until(() -> bed.seen().containsAll(ids(story)) && skipped().isEmpty());
    var all = new ArrayList<>(upgraded.retold.isEmpty() ? upgraded.handled : upgraded.retold);
    assertThat(folded(all)).isEqualTo(folded(readFromTheStart()));
  }

  @Test
  void what_cannot_be_applied_late_waits_and_holds_nothing_else_up() {
    LogReader before = old.started();
    awaitIdle(before);
    var other = Samples.newReferral();
    bed.log.write(accepted(other, 0));
    awaitIdle(before);
    before.stop();
    upgraded.before =
        record -> {
          if (record.event().referral().equals(referral)) throw new IllegalStateException("no");
        };

    LogReader reader = upgraded.started();
    await().atMost(SOON).until(() -> skipped().size() == 1);
    assertThat(bed.texts("select story from unknown_event")).containsExactly(referral.toString());
    assertThat(bed.parking(referral)).isEmpty();

    upgraded.before = record -> {};
    await().atMost(SOON).until(() -> skipped().isEmpty());
    assertThat(reader.health().state()).isEqualTo(ReaderState.READING);
  }

  @Test
  void what_the_version_before_could_not_read_is_read_when_the_next_one_starts() {
    var before = bed.instance();
    before.codec =
        new EventCodec(EarlierVersions.OF_CONTRACT.with(Strict.class, AssessmentAccepted.class));
    LogReader reader = before.started();
    awaitIdle(reader);
    assertThat(reader.parked().list(10, 0))
        .extracting(ParkedEvent::kind)
        .containsExactly("PARKED", "BEHIND");
    reader.stop();

    LogReader next = upgraded.started();
    await().atMost(SOON).until(() -> next.parked().list(10, 0).isEmpty());
    assertThat(bed.seen()).containsSubsequence(ids(story));
    assertThat(bed.parking(referral))
        .containsExactly("baton.event-parked.v1", "baton.event-released.v1");
  }

  private Envelope accepted() {
    return accepted(referral, 1);
  }

  /** As the newer service writes it. */
  private static Envelope accepted(ReferralId of, long sequence) {
    var known =
        Written.envelope(
            NCA, new AssessmentAccepted(of, 1, ASSESSOR, OrganisationCode.NCA, null), sequence);
    String data = "{\"referral\":\"%s\",\"by\":\"%s\"}".formatted(of, ASSESSOR);
    return Envelope.parse(
        new String(known.bytes(), StandardCharsets.UTF_8)
            .replace("baton.assessment-accepted.v1", UNKNOWN)
            .replaceFirst("\"data\":.*", "\"data\":" + data + "}")
            .getBytes(StandardCharsets.UTF_8));
  }

  private List<String> skipped() {
    return bed.texts("select type from unknown_event");
  }

  private Stream<LogRecord> ofStory(List<LogRecord> records) {
    return records.stream().filter(record -> referral.equals(record.event().referral()));
  }

  private Custody folded(List<LogRecord> records) {
    return ofStory(records)
        .map(LogRecord::event)
        .reduce(
            Custody.none(referral),
            (custody, event) -> Custody.evolve(custody, event, Defaults.book()),
            (one, other) -> other);
  }

  private List<LogRecord> readFromTheStart() {
    var decoder = new RecordDecoder(UPGRADED, ReaderBed.SOURCE);
    return story.stream()
        .map(event -> decoder.decode("t", "id", 0, 0, referral.toString(), event.bytes()))
        .toList();
  }
}
