package baton.journal.reader;

import static baton.journal.reader.Written.note;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.contract.intake.BatchOpened;
import baton.journal.envelope.Envelope;
import baton.testing.RealParts;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogScanTest {
  private static final Map<String, Object> KAFKA =
      Map.of("bootstrap.servers", RealParts.get().kafka());

  private final TestLog log = new TestLog(3);
  private final ArrayList<String> read = new ArrayList<>();

  @AfterEach
  void close() {
    log.close();
  }

  private long scan(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
    return LogScan.read(
        KAFKA,
        log.topics(),
        from,
        to,
        record -> read.add(Envelope.parse(record.value()).id()),
        handed -> {},
        () -> false);
  }

  @Test
  void it_reads_the_register_first_and_stops_at_the_ends_given() {
    var referral = Written.newReferral();
    var batch = new BatchId(UuidCreator.getTimeOrderedEpoch());
    var opened = new BatchOpened(batch, "Spade", OrganisationCode.NCA);
    var register = Written.envelope(Written.INTAKE, opened, batch.toString(), null, 0);
    var first = note(referral, 0);
    var second = note(referral, 1);
    log.write(first, register, second);
    var ends = LogScan.ends(KAFKA, log.topics());
    var later = note(referral, 2);
    log.write(later);

    assertThat(scan(Map.of(), ends)).isEqualTo(3);
    assertThat(read).containsExactly(register.id(), first.id(), second.id());

    read.clear();
    scan(ends, LogScan.ends(KAFKA, log.topics()));
    assertThat(read).as("extended to a later end").containsExactly(later.id());
  }

  @Test
  void an_empty_log_is_read_at_once() {
    assertThat(scan(Map.of(), LogScan.ends(KAFKA, log.topics()))).isZero();
  }

  @Test
  void it_stops_when_cancelled() {
    log.write(note(Written.newReferral(), 0));

    long handed =
        LogScan.read(
            KAFKA,
            log.topics(),
            Map.of(),
            LogScan.ends(KAFKA, log.topics()),
            record -> read.add(record.key()),
            progress -> {},
            () -> true);

    assertThat(handed).isZero();
    assertThat(read).isEmpty();
  }
}
