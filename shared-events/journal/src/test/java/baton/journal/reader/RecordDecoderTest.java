package baton.journal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.allocation.ActionRecorded;
import baton.journal.ActionOfOldTimes;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordDecoderTest {
  private final RecordDecoder decoder =
      new RecordDecoder(new EventCodec(ActionOfOldTimes.READ), "/risk-service");

  @Test
  void an_earlier_version_is_todays_event_and_its_bytes_stay_what_they_were() {
    var referral = Written.newReferral();
    String written =
        new String(Written.note(referral, 0).bytes(), StandardCharsets.UTF_8)
            .replace("baton.receipt-repeated.v1", ActionOfOldTimes.NAME)
            .replaceFirst("\"data\":.*", "\"data\":" + ActionOfOldTimes.data(referral) + "}");
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);

    LogRecord read = decoder.decode("baton.referrals", "id", 0, 0, referral.toString(), bytes);

    assertThat(read.event().event()).isInstanceOf(ActionRecorded.class);
    assertThat(read.value()).isEqualTo(written.getBytes(StandardCharsets.UTF_8));
    assertThat(read.envelope()).isEqualTo(Envelope.parse(bytes));
    assertThat(read.envelope().type()).isEqualTo(ActionOfOldTimes.NAME);
  }
}
