package baton.escalation.limits;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stepped
@TestProfile(ImpatientWithReaders.class)
class SlowReadersTest {
  @TestHTTPResource("/")
  URI server;

  @Inject MeterRegistry meters;

  @Test
  void a_reader_who_takes_nothing_is_cut_and_the_answer_ends_unfinished() throws IOException {
    try (var live = new Live()) {
      String path = LongStory.told(live);
      double before = cut();
      try (var reader = new Unread(server, path, "nca")) {
        assertThat(reader.status()).isEqualTo("HTTP/1.1 200");
        await("it is cut").until(() -> cut() > before);
        assertThat(reader.left()).isLessThan((long) LongStory.EVENTS * LongStory.SEALED);
      }
    }
  }

  private double cut() {
    return meters.counter("baton.http.refused", "problem", "answer-not-taken").count();
  }
}
